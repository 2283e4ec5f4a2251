import { demandInterval } from "../../demand/intermittency.ts";
import type { Bucket } from "../../series.ts";
import { type HeldOutRidge, type HeldOutSums, heldOutWriter, solvedRidge } from "../panel/held-out-ridge.ts";
import { holdoutOf, type PanelSeries, steadyOrigins } from "../panel/panel-series.ts";

/** Spans of the moving averages, short and long. */
export const spans: Readonly<Record<Bucket, readonly [number, number]>> = {
  day: [14, 56],
  week: [8, 26],
  month: [6, 12],
  quarter: [4, 8],
  year: [2, 4],
};

/** Weights of the newest value in the smoothed rates. */
const speeds = [0.03, 0.07, 0.15, 0.3, 0.6];
/** Last demands whose mean size is the unit of the rates. */
const sizes = 8;
const inputs = 1 + 2 * speeds.length + 7;
const windows = 32;
/** Least penalty of the regression, and the rows that its prior, the mean of plain rates, is worth. */
const leastPenalty = 1e-3;
const priorRows = 10;
const limit = 20;
const cut = (value: number, at: number): number => (value > at ? at : value < -at ? -at : value);

/**
 * One regression over all series of a panel for the mean demand to come: inputs are rates smoothed at several speeds,
 * in units of the mean size of the last demands. It learns how fast demand dies or drifts across the panel.
 */
export interface PanelRates extends HeldOutRidge {
  /** What it counts beside what the item itself says; absent: what is usual. */
  readonly shares?: RateShares;
}

/** Share of the regression in the rate of items with frequent and with rare demand. */
export interface RateShares {
  readonly frequent: number;
  readonly rare: number;
}

/** Shares where nothing is proved. */
export const usualShares: RateShares = { frequent: 0.5, rare: 0.5 };

/** Buckets to a demand up to which it counts as frequent, and from which on as rare. */
const frequent = 6;
const rare = 10;

/** Share of the regression in the rate of an item. */
export function rateShare({ shares = usualShares }: PanelRates, y: Float64Array): number {
  const way = Math.min(1, Math.max(0, (demandInterval(y) - frequent) / (rare - frequent)));
  return (1 - way) * shares.frequent + way * shares.rare;
}

/** Mean size of the last demands before `t`; 0 where there is none. */
export function meanSize(y: Float64Array, t: number): number {
  let sum = 0;
  let count = 0;
  for (let k = t - 1; k >= 0 && count < sizes; k--) {
    if (y[k] <= 0) continue;
    sum += y[k];
    count++;
  }
  return count > 0 ? sum / count : 0;
}

export function meanOfLast(y: Float64Array, t: number, span: number): number {
  const n = Math.min(span, t);
  let sum = 0;
  for (let k = 1; k <= n; k++) sum += y[t - k];
  return n > 0 ? sum / n : 0;
}

/** Reads the rates before `t` into `row`; returns base and unit, unit 0 where there was no demand yet. */
function readRates(
  y: Float64Array,
  t: number,
  bucket: Bucket,
  row: Float64Array,
): { base: number; unit: number } {
  const unit = meanSize(y, t);
  if (!(unit > 0)) return { base: 0, unit: 0 };
  let first = 0;
  while (y[first] === 0) first++;
  let last = t - 1;
  while (y[last] === 0) last--;
  row[0] = 1;
  let at = 1;
  for (const speed of speeds) {
    let weight = 1;
    let weights = 0;
    let level = 0;
    let occurrence = 0;
    for (let k = t - 1; k >= 0 && weight > 1e-3; k--) {
      level += weight * y[k];
      if (y[k] > 0) occurrence += weight;
      weights += weight;
      weight *= 1 - speed;
    }
    row[at++] = Math.min(4, level / weights / unit);
    row[at++] = occurrence / weights;
  }
  const [short, long] = spans[bucket];
  row[at++] = Math.min(4, meanOfLast(y, t, short >> 1) / unit);
  row[at++] = Math.min(4, meanOfLast(y, t, short) / unit);
  row[at++] = Math.min(4, meanOfLast(y, t, long) / unit);
  row[at++] = 1 / (t - last);
  row[at++] = Math.min(1, (t - first) / (2 * long));
  row[at++] = Math.min(4, meanOfLast(y, t, t - first) / unit);
  row[at++] = Math.min(4, y[t - 1] / unit);
  return { base: (row[5] + row[12] + row[13]) / 3, unit };
}

/** Accumulates the rates of a panel; series with negative values stand aside. */
export function rateSums(panel: readonly PanelSeries[], horizon: number): HeldOutSums {
  const writer = heldOutWriter(inputs, 1);
  const row = new Float64Array(inputs);
  const target = new Float64Array(1);
  for (const { series, values } of panel) {
    if (values.some((value) => value < 0)) continue;
    const end = values.length - holdoutOf(values.length, horizon);
    const ahead = Math.min(horizon, Math.max(2, Math.floor(values.length / 3)));
    for (const t of steadyOrigins(series.item, 4, values.length - ahead, windows)) {
      const { base, unit } = readRates(values, t, series.bucket, row);
      if (unit === 0) continue;
      let sum = 0;
      for (let k = 0; k < ahead; k++) sum += values[t + k];
      target[0] = cut(sum / ahead / unit - base, limit);
      writer.add(row, target, 1, t + ahead <= end);
    }
  }
  writer.flush();
  return writer.sums;
}

/** The regression that follows from its sums. */
export const solvedRates = (sums: HeldOutSums, usable: boolean): PanelRates =>
  solvedRidge(sums, ({ rows }) => Math.max(leastPenalty, priorRows / Math.max(1, rows)), usable);

/** Mean demand per bucket after the end of `y`; null where the panel could not teach it. */
export function rateForecast(
  rates: PanelRates | undefined,
  y: Float64Array,
  bucket: Bucket,
  past: boolean,
): number | null {
  const weights = past ? rates?.pastWeights : rates?.weights;
  if (weights === null || weights === undefined) return null;
  const row = new Float64Array(inputs);
  const { base, unit } = readRates(y, y.length, bucket, row);
  if (unit === 0) return 0;
  let sum = base;
  for (let k = 0; k < inputs; k++) sum += row[k] * weights[k];
  return Math.max(0, sum * unit);
}
