import type { Bucket } from "../../series.ts";

/** Levels at which the pooled errors are kept; between them a quantile is interpolated in log odds. */
export const tableLevels: readonly number[] = [
  0.005, 0.01, 0.025, 0.05, 0.1, 0.15, 0.2, 0.25, 0.3, 0.4, 0.5, 0.6, 0.7, 0.75, 0.8, 0.85, 0.9, 0.95, 0.975,
  0.99, 0.995,
];

/**
 * Quantiles of scaled out-of-sample errors by step: `rows[k][i]` belongs to step k + 1 and `tableLevels[i]`, in units
 * of the series' own one-step error. `spread[k]` is their mean size.
 */
export interface ErrorTable {
  readonly spread: readonly number[];
  readonly rows: readonly (readonly number[])[];
}

/** Errors of one origin, by step, divided by the scale of the series. */
type ScaledErrors = ArrayLike<number>;

/** Steps on either side whose errors help to know the shape of a step. */
const reach = 2;

const logOdds = (p: number): number => Math.log(p / (1 - p));

/** Quantile of sorted values with the conformal rank (n + 1) p, beyond the ends the end (Vovk et al. 2005). */
function rankQuantile(sorted: Float64Array, p: number): number {
  const at = (sorted.length + 1) * p - 1;
  if (at <= 0) return sorted[0];
  if (at >= sorted.length - 1) return sorted[sorted.length - 1];
  const low = Math.floor(at);
  return sorted[low] + (at - low) * (sorted[low + 1] - sorted[low]);
}

/** Builds a table from the errors of many origins; null where fewer than `enough` origins reach any step. */
export function errorTable(
  errors: readonly ScaledErrors[],
  horizon: number,
  enough: number,
): ErrorTable | null {
  const spread = spreads(errors, horizon, enough);
  if (spread === null) return null;
  const rows = Array.from({ length: horizon }, (_, k) => {
    const shape: number[] = [];
    for (let j = Math.max(0, k - reach); j <= Math.min(horizon - 1, k + reach); j++) {
      for (const error of errors) if (j < error.length) shape.push(error[j] / spread[j]);
    }
    if (shape.length < enough) return null;
    const sorted = Float64Array.from(shape).sort();
    return tableLevels.map((p) => spread[k] * rankQuantile(sorted, p));
  });
  const filled: number[][] = [];
  rows.forEach((row, k) => {
    filled.push(row ?? scaledRow(filled[k - 1], spread[k] / spread[k - 1]));
  });
  return { spread, rows: filled };
}

const scaledRow = (row: readonly number[], by: number): number[] => row.map((value) => value * by);

/** Mean absolute error by step, never falling with the step; steps nobody reached grow like the root of the step. */
function spreads(errors: readonly ScaledErrors[], horizon: number, enough: number): number[] | null {
  const sums = new Float64Array(horizon);
  const counts = new Float64Array(horizon);
  for (const error of errors) {
    for (let k = 0; k < Math.min(horizon, error.length); k++) {
      sums[k] = sums[k] + Math.abs(error[k]);
      counts[k] = counts[k] + 1;
    }
  }
  if (!(counts[0] >= enough) || !(sums[0] > 0)) return null;
  const spread: number[] = [];
  for (let k = 0; k < horizon; k++) {
    const before = spread[k - 1];
    if (counts[k] >= enough) spread.push(Math.max(sums[k] / counts[k], (before ?? 0) * 0.97));
    else spread.push(before! * Math.sqrt((k + 1) / k));
  }
  return spread;
}

/** Number of edges below a value. @example binOf([1, 2], 1.5) // 1 */
export const binOf = (edges: readonly number[], value: number): number =>
  edges.filter((edge) => value >= edge).length;

/** Where a level lies among `tableLevels`: between entry `index` and the next one, at `share` of the way. */
export interface LevelPosition {
  readonly index: number;
  /** Linear in the log odds; below 0 or above 1 beyond the ends, where the last slope goes on. */
  readonly share: number;
}

/** Positions of levels among `tableLevels`. */
export function levelPositions(levels: readonly number[]): LevelPosition[] {
  const last = tableLevels.length - 1;
  return levels.map((level) => {
    let index = 0;
    while (index < last - 1 && level > tableLevels[index + 1]) index++;
    const from = logOdds(tableLevels[index]);
    const to = logOdds(tableLevels[index + 1]);
    return { index, share: (logOdds(level) - from) / (to - from) };
  });
}

/** Quantile of a row at a position. */
export const rowQuantile = (row: readonly number[], { index, share }: LevelPosition): number =>
  row[index] + share * (row[index + 1] - row[index]);

/** Row of a step; beyond the table the last row grows like the root of the step. */
export function rowAt(table: ErrorTable, step: number, growth = 0.5): readonly number[] {
  const known = table.rows[step];
  if (known !== undefined) return known;
  const last = table.rows.length - 1;
  return scaledRow(table.rows[last], ((step + 1) / (last + 1)) ** growth);
}

/** What a series tells of the errors to come where no panel taught them. */
interface Assumption {
  readonly bucket: Bucket;
  readonly period: number;
  /** Values that the models were fitted to. */
  readonly observations: number;
}

/**
 * Power of the step by which errors grow beside what the series shows of its far steps (`errorUnit`), which a few years do
 * not: years drift, days come back.
 */
const growths: Readonly<Record<Bucket, number>> = {
  year: 0.75,
  quarter: 0.3,
  month: 0.2,
  week: 0.15,
  day: 0.1,
};
/** The same at least, where no season ties far steps to near ones. */
const growthWithoutSeason = 0.35;
/** First error out of sample by error of the fit: of long histories, and how much more per observation that is lacking. */
const optimism = 1.2;
const optimismOfFew = 5;
const fewest = 4;
/**
 * Correlation of the errors of neighbouring steps, which share their level; of days most is their own (regular items of M5,
 * each alone, totals of 28 days from 42 and 91 days: quantile loss at .95 and .98 a third below that of .6, as often right).
 */
const shared: Readonly<Record<Bucket, number>> = {
  year: 0.6,
  quarter: 0.6,
  month: 0.6,
  week: 0.6,
  day: 0.2,
};

/**
 * What is assumed where no panel taught it: logistic errors that grow with a power of the step, from the one-step error of
 * the fit enlarged by the optimism of a fit (M1, M3, tourism, M4 weekly and Australian retail, each series forecast alone).
 */
export function assumedTable(
  horizon: number,
  cumulative: boolean,
  { bucket, period, observations }: Assumption,
): ErrorTable {
  const growth = period > 1 ? growths[bucket] : Math.max(growths[bucket], growthWithoutSeason);
  const first = optimism * (1 + optimismOfFew / Math.max(fewest, observations));
  const spread: number[] = [];
  let variance = 0;
  for (let k = 0; k < horizon; k++) {
    const own = first * (k + 1) ** growth;
    variance = cumulative ? variance + own * own + 2 * shared[bucket] * own * Math.sqrt(variance) : own * own;
    spread.push(Math.sqrt(variance));
  }
  const rows = spread.map((size) => tableLevels.map((p) => (size / (2 * Math.LN2)) * logOdds(p)));
  return { spread, rows };
}
