import { withWorkingDays } from "../../api/ndjson/with-working-days.ts";
import { type Forecast, forecastSeries, learnPool } from "../../src/index.ts";
import { asSeries } from "../engine.ts";
import { markdown, type Row, updatePage, writeResults } from "../results.ts";
import { type SplitSeries, sets } from "../sets.ts";
import { seeded } from "../signals/clean-series.ts";
import { type Answer, levelsOfLoss, lossesOf } from "./losses.ts";

/** Series that a panel holds. */
const sizes = [1, 5, 10, 20] as const;
/** Series of each set and part that are drawn, whatever the size of the panels. */
const drawn = 60;
const usualSets = "m1,aus-retail,oil,m3,tourism,carparts,auto,man,m5-tiny,online-retail";

const answerOf = ({ demand, cumulative }: Forecast): Answer => ({
  mean: demand.mean,
  demand: demand.quantiles,
  cumulative: cumulative.quantiles,
});

/** Series in a random order, the first ones. */
function sampleOf(all: readonly SplitSeries[], uniform: () => number): SplitSeries[] {
  const left = [...all];
  return Array.from({ length: Math.min(drawn, all.length) }, () => {
    const [one] = left.splice(Math.floor(uniform() * left.length), 1);
    return one;
  });
}

/** Answers of a small panel, which learns of itself alone. */
function ofPanel(panel: readonly SplitSeries[], model?: string): Answer[] {
  const horizon = panel.reduce((most, one) => Math.max(most, one.horizon), 1);
  const series = panel.map((one) => withWorkingDays(asSeries(one), horizon));
  const pool = model === undefined ? learnPool(series, { horizon }) : null;
  const more = model === undefined ? {} : { model };
  return series.map((one) => answerOf(forecastSeries(one, { horizon, levels: levelsOfLoss, pool, ...more })));
}

const inPanels = (sample: readonly SplitSeries[], size: number): Answer[] =>
  Array.from({ length: Math.ceil(sample.length / size) }, (_, k) =>
    sample.slice(k * size, (k + 1) * size),
  ).flatMap((panel) => ofPanel(panel));

const meanOfTwo = (a: readonly Answer[], b: readonly Answer[]): Answer[] =>
  a.map(({ mean }, k) => ({ mean: Array.from(mean, (value, t) => (value + b[k].mean[t]) / 2) }));

/** One row a set and part: loss of the point forecasts against the best of ets, theta and their mean, by size. */
function rowOf(set: string, part: string, sample: readonly SplitSeries[]): Row {
  const ets = ofPanel(sample, "ets");
  const theta = ofPanel(sample, "theta");
  const best = Math.min(
    ...[ets, theta, meanOfTwo(ets, theta)].map((answers) => lossesOf(sample, answers).point),
  );
  const against = sizes.map((size): [string, number] => [
    `panels of ${size} %`,
    +(100 * (lossesOf(sample, inPanels(sample, size)).point / best - 1)).toFixed(1),
  ]);
  return { set, part, series: sample.length, best: +best.toFixed(4), ...Object.fromEntries(against) };
}

/** `npm run bench -- left-out --small [--sets A,B]`: panels that hold little to learn from. */
export function smallPanels(args: readonly string[]): number {
  const at = args.indexOf("--sets");
  const names = (at < 0 ? usualSets : (args[at + 1] ?? usualSets)).split(",");
  const rows = names.flatMap((name) => {
    const all = sets[name]?.();
    if (all === undefined) {
      process.stdout.write(`SKIP ${name}: absent\n`);
      return [];
    }
    return [...new Set(all.map(({ part }) => part))].map((part) => {
      const row = rowOf(
        name,
        part,
        sampleOf(
          all.filter((one) => one.part === part),
          seeded(7),
        ),
      );
      process.stdout.write(`${Object.values(row).join(" ")}\n`);
      return row;
    });
  });
  const mean: Row = {
    set: "mean",
    part: "",
    series: rows.length,
    best: 0,
    ...Object.fromEntries(
      sizes.map((size) => {
        const name = `panels of ${size} %`;
        return [name, +(rows.reduce((sum, row) => sum + Number(row[name]), 0) / rows.length).toFixed(2)];
      }),
    ),
  };
  process.stdout.write(`${markdown([...rows, mean])}\n`);
  if (at < 0) {
    writeResults("small-panels", [...rows, mean]);
    updatePage("small-panels", markdown([...rows, mean]));
  }
  return 0;
}
