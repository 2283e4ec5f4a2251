import { demandPattern, metrics } from "../src/index.ts";
import { runEngine } from "./engine.ts";
import { peersOf } from "./peers.ts";
import { markdown, type Row, updatePage, writeResults } from "./results.ts";
import { type SplitSeries, sets } from "./sets.ts";

const levels = [0.025, 0.1, 0.25, 0.5, 0.75, 0.9, 0.975];
/** Levels of the randomised coverage: every fortieth. */
const fine = Array.from({ length: 39 }, (_, k) => (k + 1) / 40);

interface Group {
  readonly name: string;
  readonly panel: readonly SplitSeries[];
  /** Steps that count, from 1. */
  readonly steps: readonly number[];
}

const classes = ["smooth", "erratic", "intermittent", "lumpy"] as const;

/** All series, each class of demand, and the first, middle and last step. */
function groupsOf(panel: readonly SplitSeries[]): Group[] {
  const horizon = panel[0]?.horizon ?? 1;
  const all = Array.from({ length: horizon }, (_, k) => k + 1);
  const byClass = classes.map((name) => ({
    name,
    panel: panel.filter((one) => demandPattern(one.train) === name),
    steps: all,
  }));
  const byStep = [1, Math.ceil(horizon / 2), horizon].map((step) => ({
    name: `step ${step}`,
    panel,
    steps: [step],
  }));
  return [{ name: "all", panel, steps: all }, ...byClass.filter((g) => g.panel.length >= 20), ...byStep];
}

type Quantiles = ReadonlyMap<string, readonly ArrayLike<number>[]>;

const running = (values: ArrayLike<number>): number[] => {
  let sum = 0;
  return Array.from(values, (value) => {
    sum += value;
    return sum;
  });
};

function covered(
  { panel, steps }: Group,
  quantiles: Quantiles,
  low: number,
  high: number,
  sums: boolean,
): number {
  const actual: number[] = [];
  const lower: number[] = [];
  const upper: number[] = [];
  for (const one of panel) {
    const test = sums ? running(one.test) : Array.from(one.test);
    const q = quantiles.get(one.id);
    for (const step of steps) {
      actual.push(test[step - 1]);
      lower.push(q?.[low]?.[step - 1] ?? Number.NaN);
      upper.push(q?.[high]?.[step - 1] ?? Number.NaN);
    }
  }
  return 100 * metrics.coverage(actual, { lower, upper });
}

/**
 * Coverage of the interval from level .1 to .9 that chance would show if a value that many levels share were given to
 * each of them in turn (randomised PIT, Czado, Gneiting & Held 2009): 80 % where the distribution is right, for counts
 * as for continuous demand.
 */
function randomisedCoverage({ panel, steps }: Group, quantiles: Quantiles): number {
  let sum = 0;
  let count = 0;
  for (const one of panel) {
    const q = quantiles.get(one.id) ?? [];
    for (const step of steps) {
      const y = one.test[step - 1];
      let low = 0;
      let high = 1;
      fine.forEach((level, i) => {
        const value = q[i]?.[step - 1];
        if (value < y) low = level;
        if (value > y && high === 1) high = level;
      });
      sum += Math.max(0, Math.min(high, 0.9) - Math.max(low, 0.1)) / (high - low);
      count++;
    }
  }
  return (100 * sum) / count;
}

function scorePart(set: string, part: string, panel: readonly SplitSeries[]): Row[] {
  const { forecasts } = runEngine(panel, [...levels, ...fine]);
  const printed = (rows: readonly Float64Array[]) => rows.slice(0, levels.length);
  const demand: Quantiles = new Map([...forecasts].map(([id, f]) => [id, printed(f.demand.quantiles)]));
  const total: Quantiles = new Map([...forecasts].map(([id, f]) => [id, printed(f.cumulative.quantiles)]));
  const all: Quantiles = new Map(
    [...forecasts].map(([id, f]) => [id, f.demand.quantiles.slice(levels.length)]),
  );
  const ets = peersOf(set).get("AutoETS");
  const etsLimits: Quantiles = new Map([...(ets ?? [])].map(([id, { low, high }]) => [id, [low, high]]));
  const positions = panel.flatMap((one) =>
    Array.from(one.test, (y, k) =>
      metrics.pitOf(
        y,
        (demand.get(one.id) ?? []).map((row) => row[k]),
        levels,
      ),
    ),
  );
  const pit = metrics.pitHistogram(positions).map((count) => Math.round((100 * count) / positions.length));
  return groupsOf(panel).map((group) => ({
    set,
    part,
    group: group.name,
    series: group.panel.length,
    "80 %": +covered(group, demand, 1, 5, false).toFixed(1),
    "80 % randomised": +randomisedCoverage(group, all).toFixed(1),
    "95 %": +covered(group, demand, 0, 6, false).toFixed(1),
    "total 80 %": +covered(group, total, 1, 5, true).toFixed(1),
    "total 95 %": +covered(group, total, 0, 6, true).toFixed(1),
    ...(ets === undefined ? {} : { "AutoETS 95 %": +covered(group, etsLimits, 0, 1, false).toFixed(1) }),
    ...(group.name === "all" ? { "PIT, % in tenths": pit.join(" ") } : {}),
  }));
}

/** `bench calibration [--mini]`: coverage of 80 and 95 % intervals by class and step, per bucket and of totals. */
export async function run(args: readonly string[]): Promise<number> {
  const rows: Row[] = [];
  for (const set of args.includes("--mini")
    ? ["carparts"]
    : ["m3", "tourism", "carparts", "auto", "online-retail"]) {
    const all = sets[set]?.();
    if (all === undefined) {
      process.stderr.write(`SKIP ${set}: its file is absent under ../shared/data (set BEDARF_DATA)\n`);
      continue;
    }
    for (const part of new Set(all.map((one) => one.part)))
      rows.push(
        ...scorePart(
          set,
          part,
          all.filter((one) => one.part === part),
        ),
      );
  }
  if (rows.length === 0) return 0;
  const table = markdown(rows);
  process.stdout.write(`${table}\n`);
  if (!args.includes("--mini")) {
    writeResults("calibration", rows);
    updatePage("calibration", table);
  }
  return 0;
}
