import { withWorkingDays } from "../api/ndjson/with-working-days.ts";
import { type Forecast, forecastSeries, learnPool } from "../src/index.ts";
import { asSeries } from "./engine.ts";
import { type Answer, isRarePanel, type Losses, levelsOfLoss, lossesOf } from "./left-out/losses.ts";
import { madePanels } from "./left-out/made-panels.ts";
import { plainAnswers } from "./left-out/plain.ts";
import { smallPanels } from "./left-out/small-panels.ts";
import { markdown, type Row, updatePage, writeResults } from "./results.ts";
import { type SplitSeries, sets } from "./sets.ts";

/** Series of each panel, learned from and scored, where nothing else is asked. */
const usualCount = 150;
const usualSets = "m1,aus-retail,oil,m3,tourism,m4-weekly,carparts,auto,man,m5-tiny,online-retail";
/** Models of single series that stand beside the combination. */
const singles = [
  "ets",
  "theta",
  "ces",
  "damped",
  "stl-damped",
  "ses",
  "tsb",
  "sba",
  "naive",
  "seasonal-naive",
] as const;
const measures = ["point", "quantiles", "totals"] as const;
type Measure = (typeof measures)[number];

const answerOf = ({ demand, cumulative }: Forecast): Answer => ({
  mean: demand.mean,
  demand: demand.quantiles,
  cumulative: cumulative.quantiles,
});

/** Mean of the point forecasts of two methods. */
const meanOfTwo = (a: Answer, b: Answer): Answer => ({
  mean: Array.from(a.mean, (value, k) => (value + b.mean[k]) / 2),
});

/** Answers of every method to a panel, by method, in the order of the panel. */
function answersOf(panel: readonly SplitSeries[]): Map<string, Answer[]> {
  const horizon = panel.reduce((most, one) => Math.max(most, one.horizon), 1);
  const series = panel.map((one) => withWorkingDays(asSeries(one), horizon));
  const pool = learnPool(series, { horizon });
  const engine = (more: { model?: string }) =>
    series.map((one) => answerOf(forecastSeries(one, { horizon, levels: levelsOfLoss, pool, ...more })));
  const all = new Map<string, Answer[]>([["bedarf", engine({})]]);
  for (const model of singles) all.set(model, engine({ model }));
  for (const [name, answer] of Object.entries(plainAnswers)) all.set(name, panel.map(answer));
  return all;
}

/** Best of the methods by a measure: name and loss. */
function best(losses: ReadonlyMap<string, Losses>, measure: Measure): [string, number] {
  let found: [string, number] = ["", Number.POSITIVE_INFINITY];
  for (const [name, of] of losses) {
    const loss = of[measure];
    if (loss !== undefined && loss < found[1]) found = [name, loss];
  }
  return found;
}

/** Every mean of two methods other than ours. */
function pairsOf(panel: readonly SplitSeries[], answers: ReadonlyMap<string, Answer[]>): Map<string, Losses> {
  const others = [...answers].filter(([name]) => name !== "bedarf");
  return new Map(
    others.flatMap(([a, left], i) =>
      others.slice(i + 1).map(([b, right]): [string, Losses] => [
        `${a} + ${b}`,
        lossesOf(
          panel,
          left.map((one, k) => meanOfTwo(one, right[k])),
        ),
      ]),
    ),
  );
}

interface Scored {
  readonly set: string;
  readonly part: string;
  readonly panel: readonly SplitSeries[];
  readonly single: ReadonlyMap<string, Losses>;
  readonly pairs: ReadonlyMap<string, Losses>;
}

function scored(set: string, part: string, panel: readonly SplitSeries[]): Scored {
  const answers = answersOf(panel);
  const single = new Map([...answers].map(([name, list]) => [name, lossesOf(panel, list)]));
  return { set, part, panel, single, pairs: pairsOf(panel, answers) };
}

const lossOf = (single: ReadonlyMap<string, Losses>, name: string, measure: Measure): number =>
  single.get(name)?.[measure] ?? Number.POSITIVE_INFINITY;

/** Place of a method among all single ones. */
const rankOf = ({ single }: Scored, name: string, measure: Measure): number =>
  1 +
  [...single.keys()].filter((other) => lossOf(single, other, measure) < lossOf(single, name, measure)).length;

/** The method that somebody would choose who knew every panel but those of this set: the least mean rank of them. */
function chosenElsewhere(all: readonly Scored[], set: string, measure: Measure): string {
  const elsewhere = all.filter((one) => one.set !== set);
  const names = [...(all[0]?.single.keys() ?? [])].filter((name) => name !== "bedarf");
  const mean = (name: string) => elsewhere.reduce((sum, one) => sum + rankOf(one, name, measure), 0);
  return names.reduce((a, b) => (mean(b) < mean(a) ? b : a));
}

const percent = (ours: number, theirs: number): number => +(100 * (ours / theirs - 1)).toFixed(1);

/** Rows of one panel: ours beside what was best in hindsight, and what the other sets would have chosen. */
function rowsOf(one: Scored, all: readonly Scored[]): Row[] {
  const others = new Map([...one.single].filter(([name]) => name !== "bedarf"));
  return measures.map((measure): Row => {
    const ours = lossOf(one.single, "bedarf", measure);
    const [single, least] = best(others, measure);
    const [pair, leastOfTwo] = best(one.pairs, measure);
    const elsewhere = chosenElsewhere(all, one.set, measure);
    return {
      set: one.set,
      part: one.part,
      series: one.panel.length,
      measure: measure === "point" ? (isRarePanel(one.panel) ? "RMSSE" : "MASE") : measure,
      bedarf: +ours.toFixed(4),
      rank: rankOf(one, "bedarf", measure),
      "best single": single,
      "against it %": percent(ours, least),
      "best mean of two": pair,
      "against that %": measure === "point" ? percent(ours, leastOfTwo) : undefined,
      "chosen on the other sets": elsewhere,
      "against this %": percent(ours, lossOf(one.single, elsewhere, measure)),
    };
  });
}

/** Mean ranks of ours and of the best others. */
function meanRanks(all: readonly Scored[]): Row[] {
  const names = [...(all[0]?.single.keys() ?? [])];
  return measures.flatMap((measure) =>
    names
      .map((method) => ({
        measure,
        method,
        "mean rank": +(all.reduce((sum, one) => sum + rankOf(one, method, measure), 0) / all.length).toFixed(
          2,
        ),
      }))
      .sort((a, b) => a["mean rank"] - b["mean rank"])
      .slice(0, 4),
  );
}

/**
 * `bench left-out [--sets A,B] [--most N]`: the combination on every development set beside single methods, means of two,
 * and the method that the other sets would have chosen; N series of each panel, learned from and scored.
 */
export async function run(args: readonly string[]): Promise<number> {
  if (args.includes("--small")) return smallPanels(args);
  if (args.includes("--made")) return madePanels(args);
  const option = (name: string) => args[args.indexOf(name) + 1 || args.length];
  const most = Number(option("--most") ?? usualCount);
  const all: Scored[] = [];
  for (const set of (option("--sets") ?? usualSets).split(",")) {
    const series = sets[set]?.();
    if (series === undefined) {
      process.stderr.write(`SKIP ${set}: its file is absent under ../shared/data (set BEDARF_DATA)\n`);
      continue;
    }
    for (const part of new Set(series.map((one) => one.part))) {
      const list = series.filter((one) => one.part === part);
      const every = Math.max(1, Math.ceil(list.length / most));
      all.push(
        scored(
          set,
          part,
          list.filter((_, i) => i % every === 0),
        ),
      );
      process.stderr.write(`${set} ${part}\n`);
    }
  }
  if (all.length === 0) return 0;
  const rows = all.flatMap((one) => rowsOf(one, all));
  const ranks = meanRanks(all);
  const short = rows.map(({ "best mean of two": _, "chosen on the other sets": __, ...row }) => row);
  const table = `${markdown(ranks)}\n\n${markdown(short)}`;
  process.stdout.write(`${table}\n`);
  if (!args.includes("--sets")) {
    writeResults("left-out", rows);
    updatePage("left-out", table);
  }
  return 0;
}
