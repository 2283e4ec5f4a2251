import { defined } from "../../defined.ts";
import type { Bands } from "../../forecast.ts";
import { meanObserved } from "../../numeric/sum.ts";
import type { Series } from "../../series.ts";
import { openPhases } from "./open-phases.ts";

/** Demand and its running total ahead. */
interface Ahead {
  readonly demand: Bands;
  readonly cumulative: Bands;
}

/** The buckets of a history in which an item is asked for, one after another. */
const onlyOpen = (values: Float64Array, open: readonly boolean[]): Float64Array =>
  values.filter((_, t) => open[t % open.length]);

/** Phases of the longest season that items share: weeks of a year close and open each in its own way. */
const longestShared = 24;

/** The open buckets of a series as a series of their own: of the calendar their places say nothing. */
export const openSeries = (
  { item, bucket, group, values }: Pick<Series, "item" | "bucket" | "group" | "values">,
  open: readonly boolean[],
): Series => ({
  item,
  bucket,
  ...defined({ group }),
  period: open.filter((one) => one).length,
  values: onlyOpen(values, open),
});

/** Name of the kind of series that has so many open phases. @example openKey("day", 5, 7) // "day:5/7" */
export const openKey = (bucket: Series["bucket"], open: number, period: number): string =>
  `${bucket}:${open}/${period}`;

/** Phases in which an item is asked for, where others of its kind may close in the same way: see {@link openPhases}. */
export const sharedPhases = (values: Float64Array, period: number): boolean[] | null =>
  period > longestShared ? null : openPhases(values, period);

/** Mean of each phase against the mean of all, by position. */
export function meanSeason(values: Float64Array, period: number): (position: number) => number {
  const sums = new Float64Array(period);
  const counts = new Float64Array(period);
  values.forEach((value, t) => {
    sums[t % period] += value;
    counts[t % period] += 1;
  });
  const mean = sums.map((sum, phase) => (counts[phase] > 0 ? sum / counts[phase] : Number.NaN));
  const level = meanObserved(mean);
  return (position) => {
    const factor = mean[position % period] / level;
    return Number.isFinite(factor) ? factor : 1;
  };
}

/** How many of the buckets after a history of `length` are open, by bucket. */
export function openAhead(length: number, horizon: number, open: readonly boolean[]): Int32Array {
  const count = new Int32Array(horizon);
  for (let k = 0, sum = 0; k < horizon; k++) {
    if (open[(length + k) % open.length]) sum++;
    count[k] = sum;
  }
  return count;
}

/** A forecast of open buckets alone, with the closed ones between them: nothing in a closed one, totals stand still. */
export function withClosed<T extends Ahead>(forecast: T, ahead: Int32Array): T {
  const isOpen = (k: number) => ahead[k] > (k === 0 ? 0 : ahead[k - 1]);
  const spread = (row: Float64Array) => Float64Array.from(ahead, (n, k) => (isOpen(k) ? row[n - 1] : 0));
  const total = (row: Float64Array) => Float64Array.from(ahead, (n) => (n === 0 ? 0 : row[n - 1]));
  const bands = (of: Bands, place: (row: Float64Array) => Float64Array): Bands => ({
    mean: place(of.mean),
    levels: of.levels,
    quantiles: of.quantiles.map(place),
  });
  return {
    ...forecast,
    demand: bands(forecast.demand, spread),
    cumulative: bands(forecast.cumulative, total),
  };
}
