import { withWorkingDays } from "../../api/ndjson/with-working-days.ts";
import { type Forecast, forecastSeries, learnPool, type Pool } from "../../src/index.ts";
import { asSeries } from "../engine.ts";
import { levelsOfLoss } from "../left-out/losses.ts";
import { known, level, own, plainAnswers } from "../left-out/plain.ts";
import { markdown, type Row, updatePage, writeResults } from "../results.ts";
import type { SplitSeries } from "../sets.ts";
import { type RetailPanel, retailPanels } from "./panels.ts";
import { type RetailAnswer, type RetailScores, rangeEnds, retailScores } from "./scores.ts";

/** Models of single series, with the errors of the panel around them. */
const singles = ["ets", "ses", "theta", "seasonal-naive"] as const;
/** Buckets whose plain mean is a forecast. */
const spans = { week: [8, 13, 26, 52], day: [28, 56, 91, 365] } as const;
const compared = ["wape", "mase", "rmsse", "quantiles", "totals"] as const;
const asked: readonly number[] = [...levelsOfLoss, ...rangeEnds];

const answerOf = ({ demand, cumulative }: Forecast): RetailAnswer => ({
  mean: demand.mean,
  demand: demand.quantiles.slice(0, levelsOfLoss.length),
  cumulative: cumulative.quantiles.slice(0, levelsOfLoss.length),
  ends: demand.quantiles.slice(levelsOfLoss.length),
});

/** Answers of one of our models to a panel. */
function ours(panel: readonly SplitSeries[], learned: Pool | null, model?: string): RetailAnswer[] {
  const [{ horizon }] = panel;
  const how = { horizon, levels: asked, pool: learned, ...(model === undefined ? {} : { model }) };
  return panel.map((one) => answerOf(forecastSeries(withWorkingDays(asSeries(one), horizon), how)));
}

const learnedFrom = (panel: readonly SplitSeries[]): Pool | null =>
  learnPool(
    panel.map((one) => withWorkingDays(asSeries(one), one.horizon)),
    { horizon: panel[0].horizon },
  );

/** Mean of the last buckets, seen as one that goes on. */
const meanOfLast = (one: SplitSeries, span: number): number => {
  const values = known(one).slice(-span);
  return values.reduce((sum, value) => sum + value / values.length, 0);
};

/** Answers of every method to a panel; a mean alone has no ranges. */
function answersOf(panel: readonly SplitSeries[]): Map<string, RetailAnswer[]> {
  const pool = learnedFrom(panel);
  const all = new Map<string, RetailAnswer[]>([["bedarf", ours(panel, pool)]]);
  for (const model of singles) all.set(model, ours(panel, pool, model));
  for (const span of spans[panel[0].bucket === "week" ? "week" : "day"]) {
    all.set(
      `mean of ${span}`,
      panel.map((one) => ({ mean: level(one, meanOfLast(one, span)) })),
    );
    all.set(
      `own quantiles, ${span}`,
      panel.map((one) => own(one, span)),
    );
  }
  for (const name of ["negative binomial, all", "negative binomial, smoothed"])
    all.set(name, panel.map(plainAnswers[name]));
  return all;
}

/** Every mean of two methods other than ours. */
function pairsOf(all: ReadonlyMap<string, readonly RetailAnswer[]>): Map<string, RetailAnswer[]> {
  const others = [...all].filter(([name]) => name !== "bedarf");
  return new Map(
    others.flatMap(([a, left], i) =>
      others.slice(i + 1).map(([b, right]): [string, RetailAnswer[]] => [
        `${a} + ${b}`,
        left.map((one, k) => ({
          mean: Array.from(one.mean, (value, step) => (value + right[k].mean[step]) / 2),
        })),
      ]),
    ),
  );
}

type ByMethod = ReadonlyMap<string, RetailScores>;

/** Mean of a score over the cuts of a panel; NaN where the method has none. */
const overCuts = (cuts: readonly ByMethod[], name: string, score: keyof RetailScores): number =>
  cuts.reduce((sum, cut) => sum + (cut.get(name)?.[score] ?? Number.NaN) / cuts.length, 0);

/** The best method by a score, and how far ours is behind it in %; nothing where none has it. */
function against(cuts: readonly ByMethod[], score: keyof RetailScores, ourScore: number): [string, string] {
  const names = [...cuts[0].keys()].filter((name) => overCuts(cuts, name, score) > 0);
  if (names.length === 0) return ["", ""];
  const best = names.reduce((a, b) => (overCuts(cuts, b, score) < overCuts(cuts, a, score) ? b : a));
  return [best, (100 * (ourScore / overCuts(cuts, best, score) - 1)).toFixed(1)];
}

const rounded = (value: number, digits: number): number => +value.toFixed(digits);

/** Rows of one panel: ours beside what was best in hindsight over all cuts. */
function rowsOf({ name, cuts }: RetailPanel): Row[] {
  const answers = cuts.map(answersOf);
  const scored = (of: ReadonlyMap<string, RetailAnswer[]>, cut: number): ByMethod =>
    new Map([...of].map(([method, list]) => [method, retailScores(cuts[cut], list)]));
  const single = answers.map(scored);
  const two = answers.map((of, cut) => scored(pairsOf(of), cut));
  const others = single.map((of) => new Map([...of].filter(([method]) => method !== "bedarf")));
  const mine = (score: keyof RetailScores) => overCuts(single, "bedarf", score);
  return compared.map((score): Row => {
    const [best, behind] = against(others, score, mine(score));
    const [bestTwo, behindTwo] = against(two, score, mine(score));
    return {
      panel: name,
      series: Math.round(cuts.reduce((sum, cut) => sum + cut.length / cuts.length, 0)),
      cuts: cuts.length,
      score,
      bedarf: rounded(mine(score), 4),
      "best single": best,
      "against it %": behind,
      "best mean of two": bestTwo,
      "against that %": behindTwo,
      "bias %": rounded(mine("bias"), 1),
      "80 % covers": rounded(mine("covers80"), 1),
      "95 % covers": rounded(mine("covers95"), 1),
    };
  });
}

/** `bench retail [--only TEXT]`: panels of shops by week and day, cut at several ends, beside plain methods. */
export async function run(args: readonly string[]): Promise<number> {
  const only = args.includes("--only") ? (args[args.indexOf("--only") + 1] ?? "") : "";
  const rows = retailPanels()
    .filter(({ name }) => name.includes(only))
    .flatMap((panel) => {
      const found = rowsOf(panel);
      process.stderr.write(`${markdown(found)}\n`);
      return found;
    });
  if (rows.length === 0) return 0;
  process.stdout.write(`${markdown(rows)}\n`);
  if (only === "") {
    writeResults("retail", rows);
    updatePage("retail", markdown(rows));
  }
  return 0;
}
