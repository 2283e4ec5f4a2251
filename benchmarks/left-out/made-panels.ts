import { withWorkingDays } from "../../api/ndjson/with-working-days.ts";
import { type Forecast, forecastSeries, learnPool } from "../../src/index.ts";
import { asSeries } from "../engine.ts";
import { markdown, type Row, updatePage, writeResults } from "../results.ts";
import type { SplitSeries } from "../sets.ts";
import { type Answer, isRarePanel, levelsOfLoss, lossesOf } from "./losses.ts";
import { type MadeKind, madeKinds, madePanel } from "./made.ts";
import { plainAnswers } from "./plain.ts";

/** Textbook methods that stand beside the combination: single models of the engine, with the panel's errors as ranges. */
const textbook = ["ses", "theta", "seasonal-naive", "damped", "ets"] as const;
const ownNames = ["own quantiles, all", "negative binomial, all", "mean of 12"] as const;
const levels = [...levelsOfLoss, 0.1].sort((a, b) => a - b);
const measures = ["point", "quantiles", "totals"] as const;

const answerOf = ({ demand, cumulative }: Forecast): Answer => ({
  mean: demand.mean,
  demand: levelsOfLoss.map((level) => demand.quantiles[levels.indexOf(level)]),
  cumulative: levelsOfLoss.map((level) => cumulative.quantiles[levels.indexOf(level)]),
});

/** Share of the buckets whose demand lies in the 80 % range, ends included. */
function covered(panel: readonly SplitSeries[], forecasts: readonly Forecast[]): number {
  const [low, high] = [levels.indexOf(0.1), levels.indexOf(0.9)];
  let inside = 0;
  let all = 0;
  panel.forEach(({ test }, i) => {
    const { quantiles } = forecasts[i].demand;
    test.forEach((y, k) => {
      all++;
      if (y >= quantiles[low][k] - 1e-9 && y <= quantiles[high][k] + 1e-9) inside++;
    });
  });
  return (100 * inside) / all;
}

function rowOf(kind: MadeKind): Row {
  const panels = Array.from({ length: kind.panels }, (_, k) => madePanel(kind, k));
  const all = panels.flat();
  const ours: Forecast[] = [];
  const others = new Map<string, Answer[]>(textbook.map((name) => [name, []]));
  for (const panel of panels) {
    const series = panel.map((one) => withWorkingDays(asSeries(one), kind.horizon));
    const pool = learnPool(series, { horizon: kind.horizon });
    const asked = { horizon: kind.horizon, levels, pool };
    ours.push(...series.map((one) => forecastSeries(one, asked)));
    for (const [model, list] of others)
      list.push(...series.map((one) => answerOf(forecastSeries(one, { ...asked, model }))));
  }
  for (const name of ownNames)
    if (!(name.startsWith("negative") && all.some(({ train }) => train.some((value) => value < 0))))
      others.set(name, all.map(plainAnswers[name]));
  const mine = lossesOf(all, ours.map(answerOf));
  const theirs = [...others].map(([name, list]) => ({ name, losses: lossesOf(all, list) }));
  const cells = measures.flatMap((measure): [string, string | number][] => {
    const known = theirs.filter(({ losses }) => Number.isFinite(losses[measure]));
    const best = known.reduce((a, b) => ((b.losses[measure] ?? 0) < (a.losses[measure] ?? 0) ? b : a));
    const behind = 100 * ((mine[measure] ?? 0) / (best.losses[measure] ?? 0) - 1);
    return [
      [measure === "point" ? "best" : `best, ${measure}`, best.name],
      [`${measure} %`, +behind.toFixed(1)],
    ];
  });
  return {
    kind: kind.name,
    series: all.length,
    scored: isRarePanel(all) ? "RMSSE" : "MASE",
    bedarf: +mine.point.toFixed(3),
    ...Object.fromEntries(cells),
    "80 % covers": +covered(all, ours).toFixed(1),
  };
}

/** `bench left-out --made [--kinds A,B]`: seeded panels of kinds that no set holds, beside textbook methods. */
export function madePanels(args: readonly string[]): number {
  const at = args.indexOf("--kinds");
  const asked = at < 0 ? undefined : args[at + 1]?.split(",");
  const rows = madeKinds
    .filter(({ name }) => asked === undefined || asked.some((part) => name.includes(part)))
    .map((kind) => {
      const row = rowOf(kind);
      process.stderr.write(`${Object.values(row).join(" | ")}\n`);
      return row;
    });
  process.stdout.write(`${markdown(rows)}\n`);
  if (asked === undefined) {
    writeResults("made-panels", rows);
    updatePage("made-panels", markdown(rows));
  }
  return 0;
}
