import type { Bucket } from "../../series.ts";
import { tableLevels } from "../panel/error-table.ts";
import { holdoutOf } from "../panel/panel-series.ts";
import type { PanelRates } from "./demand-rate.ts";
import { type IntermittentState, intermittentState } from "./intermittent.ts";

/** What the items with rare demand of a panel share. */
export interface CountTables {
  /** Share of buckets with demand by cell of rate and recency, -1 where too few were seen. */
  readonly occurrence: readonly number[];
  /** Sizes of demands divided by the mean of the eight before, by class of variation: ascending, evenly spaced. */
  readonly sizeRatios: readonly (readonly number[])[];
  /** Quantiles of the demand of a bucket in units, by cell of count and recency, at `tableLevels`; empty: unknown. */
  readonly counts: readonly (readonly number[])[];
  /** Quantiles of the demand of the first k + 1 buckets divided by its expectation, by coarse cell and step. */
  readonly totals: readonly (readonly (readonly number[])[])[];
  /** Median of variance by mean. */
  readonly dispersion: number;
}

const cells = 15 * 4;
const countCells = 17 * 4;
const coarseCells = 16;
/** Outcomes below which a cell says nothing. */
const enough = 60;
const enoughTotals = 40;
const spaced = 60;

/** Coarse cell of rate and recency for totals. */
export const coarseCell = (cell: number): number => (cell >> 3) * 2 + (cell % 4 < 2 ? 0 : 1);

/** Smallest rate that totals are measured by, in sizes of a demand: below it one demand would be a total without bounds. */
const leastRate = 0.01;

/** What the totals of peers are measured by: the expected demand of a bucket, where it is not next to nothing. */
export const totalsUnit = ({ rate, size }: IntermittentState): number => Math.max(rate, leastRate * size);

/** Lower rank quantiles: order statistic ceil(p n). */
const ranks = (values: readonly number[], levels: readonly number[]): number[] => {
  const sorted = Float64Array.from(values).sort();
  return levels.map(
    (p) => sorted[Math.min(sorted.length - 1, Math.max(0, Math.ceil(p * sorted.length) - 1))],
  );
};

interface Outcome {
  readonly state: IntermittentState;
  readonly actual: Float64Array;
}

/** Learns the tables at origins before the held-out buckets end, with rates that have not seen them. */
export function countTables(
  kept: readonly Float64Array[],
  bucket: Bucket,
  rates: PanelRates,
  horizon: number,
): CountTables | null {
  const outcomes = kept.flatMap((values) => outcomesOf(values, bucket, rates, horizon));
  if (outcomes.length < enoughTotals) return null;
  const seen = new Float64Array(cells);
  const active = new Float64Array(cells);
  const ratios: number[][] = [[], [], []];
  const counts: number[][] = Array.from({ length: countCells }, () => []);
  for (const { state, actual } of outcomes) {
    for (const y of actual) {
      seen[state.cell] = seen[state.cell] + 1;
      counts[state.countCell].push(y / state.unit);
      if (y <= 0) continue;
      active[state.cell] = active[state.cell] + 1;
      ratios[state.sizeClass].push(y / state.size);
    }
  }
  const all = ratios.flat();
  const even = Array.from({ length: spaced }, (_, i) => (i + 0.5) / spaced);
  return {
    occurrence: Array.from(seen, (n, c) => (n >= enough ? active[c] / n : -1)),
    sizeRatios: ratios.map((list) =>
      list.length >= enough ? ranks(list, even) : all.length > 0 ? ranks(all, even) : [],
    ),
    counts: counts.map((list) => (list.length >= enough ? ranks(list, tableLevels) : [])),
    totals: totalTables(outcomes, horizon),
    dispersion: ranks(
      outcomes.map(({ state }) => state.dispersion),
      [0.5],
    )[0],
  };
}

function outcomesOf(values: Float64Array, bucket: Bucket, rates: PanelRates, horizon: number): Outcome[] {
  const holdout = holdoutOf(values.length, horizon);
  const lengths = new Set([1, 2 / 3, 1 / 3].map((f) => values.length - Math.ceil(f * holdout)));
  return [...lengths]
    .filter((length) => length >= 4 && length < values.length)
    .map((length) => ({
      state: intermittentState(values.subarray(0, length), bucket, rates, true),
      actual: values.slice(length, length + horizon),
    }))
    .filter(({ state }) => state.size > 0 && state.rate > 0);
}

function totalTables(outcomes: readonly Outcome[], horizon: number): number[][][] {
  const ratios: number[][][] = Array.from({ length: coarseCells }, () =>
    Array.from({ length: horizon }, () => []),
  );
  for (const { state, actual } of outcomes) {
    const rows = ratios[coarseCell(state.cell)];
    let sum = 0;
    for (let k = 0; k < actual.length; k++) {
      sum += actual[k];
      rows[k].push(sum / (totalsUnit(state) * (k + 1)));
    }
  }
  return ratios.map((rows) => {
    const known = rows.filter((row) => row.length >= enoughTotals);
    return known.map((row) => ranks(row, tableLevels));
  });
}
