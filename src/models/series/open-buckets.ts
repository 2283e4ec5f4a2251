import type { Bands } from "../../forecast.ts";
import { meanObserved } from "../../numeric/sum.ts";

/** Demand and its running total ahead. */
interface Ahead {
  readonly demand: Bands;
  readonly cumulative: Bands;
}

/** The buckets of a history in which an item is asked for, one after another. */
export const onlyOpen = (values: Float64Array, open: readonly boolean[]): Float64Array =>
  values.filter((_, t) => open[t % open.length]);

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
