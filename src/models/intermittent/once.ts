import type { Bands } from "../../forecast.ts";
import { runningSum } from "../series/bands.ts";
import { filledRows } from "../series/rows.ts";
import { countLadder } from "./count-ladder.ts";

/** The only demand of an item: its size, and the buckets from it to the end. */
interface OnlyDemand {
  readonly size: number;
  readonly buckets: number;
}

/** The one demand of a history that shows no other; undefined where there are none or several. */
export function onlyDemand(values: Float64Array): OnlyDemand | undefined {
  let at = -1;
  for (let t = 0; t < values.length; t++) {
    if (!(values[t] > 0)) continue;
    if (at >= 0) return undefined;
    at = t;
  }
  return at < 0 ? undefined : { size: values[at], buckets: values.length - at };
}

/** Shape of the gamma distribution of a rate that one demand is all there is to tell of. */
const shape = 1;
/** How much faster they may come than in as long a time as no second one has come. */
const faster = 1.5;

/**
 * What a single demand lets one expect: others like it, sooner or later, one in the next bucket and then not much
 * faster than one in as long a time as no second one has come. Their number is negative binomial: a rate that is gamma distributed (one demand in `n`
 * buckets, hardly anything known before). Levels ascending.
 */
export function onceBands({ size, buckets }: OnlyDemand, horizon: number, levels: readonly number[]) {
  const least = (length: number) => 1 - (buckets / (buckets + length)) ** shape;
  const counts = (length: number): number[] => {
    const mean = (shape * length) / buckets;
    const variance = mean * (1 + length / buckets);
    const most = 1 + Math.floor((faster * (length - 1)) / buckets);
    return countLadder(mean, variance, levels).map((count) => Math.min(count, most));
  };
  const one = counts(1);
  const mean = new Float64Array(horizon).fill(size * least(1));
  const totals = Array.from(mean, (_, k) => counts(k + 1));
  const demand: Bands = {
    mean,
    levels,
    quantiles: filledRows(levels.length, horizon, (i) => size * one[i]),
  };
  const cumulative: Bands = {
    mean: runningSum(mean),
    levels,
    quantiles: filledRows(levels.length, horizon, (i, k) => size * totals[k][i]),
  };
  return { demand, cumulative };
}
