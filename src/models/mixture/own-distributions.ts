import type { Bucket } from "../../series.ts";
import { countLadder } from "../intermittent/count-ladder.ts";
import { unitOf } from "../series/common-divisor.ts";
import { meanOf, smoothedMean } from "./plain-means.ts";

/** Names of the plain distributions, in the order of their weights; the first one is what the models say by themselves. */
export const mixtureMembers = [
  "models",
  "own-all",
  "own-long",
  "own-short",
  "count-all",
  "count-smoothed",
] as const;

/** Last buckets that the two shorter samples of an item's own demand hold. */
const spans: Readonly<Record<Bucket, readonly [number, number]>> = {
  day: [112, 56],
  week: [52, 26],
  month: [36, 24],
  quarter: [12, 8],
  year: [8, 5],
};
/** Buckets of the longest sample: what came before it says little and costs time. */
const longest = 500;

/** Distributions of a history that know nothing but it: own sums of windows, and counts of the same mean and spread. */
export interface OwnDistributions {
  /** Quantiles of the demand of `buckets` buckets in a row at ascending levels, of a member but the first by its place. */
  ofSum(member: number, buckets: number, levels: readonly number[]): Float64Array;
}

function momentsOf(values: Float64Array): { mean: number; variance: number } {
  const mean = meanOf(values);
  return { mean, variance: values.reduce((sum, value) => sum + (value - mean) ** 2, 0) / values.length };
}

/** Sums of each window of `buckets` buckets, ascending; of a history no longer than that its values times `buckets`. */
function windowSums(values: Float64Array, buckets: number): Float64Array {
  if (values.length <= buckets) return values.map((value) => value * buckets).sort();
  const sums = new Float64Array(values.length - buckets + 1);
  let sum = 0;
  for (let t = 0; t < values.length; t++) {
    sum += values[t] - (t >= buckets ? values[t - buckets] : 0);
    if (t >= buckets - 1) sums[t - buckets + 1] = sum;
  }
  return sums.sort();
}

/** Order statistics ceil(p n) of sorted values. */
function ranks(sorted: Float64Array, levels: readonly number[]): Float64Array {
  const n = sorted.length;
  const found = new Float64Array(levels.length);
  for (let i = 0; i < found.length; i++)
    found[i] = sorted[Math.min(n - 1, Math.max(0, Math.ceil(levels[i] * n - 1e-9) - 1))];
  return found;
}

/**
 * Plain distributions of a history without negative values; null where there was none. The longest sample and the counts of
 * all begin where the record does: buckets before the first demand say how rare it is (a refinery's parts: quantile loss
 * -5 %, other panels within .5 %), and the panel decides what they weigh. The shorter ones begin with the first demand.
 */
export function ownDistributions(history: Float64Array, bucket: Bucket): OwnDistributions | null {
  const first = history.findIndex((value) => value > 0);
  if (first < 0) return null;
  const values = history.subarray(Math.max(first, history.length - longest));
  const unit = unitOf(values);
  const [long, short] = spans[bucket];
  const whole = history.subarray(Math.max(0, history.length - longest));
  const samples = [whole, values.slice(-long), values.slice(-short)];
  const all = momentsOf(whole);
  const smoothed = Math.max(0, smoothedMean(values));
  const counts = [
    all,
    { mean: smoothed, variance: Math.max(momentsOf(samples[1]).variance, smoothed * unit) },
  ];
  return {
    ofSum: (member, buckets, levels) => {
      const sample = samples[member - 1];
      if (sample !== undefined) return ranks(windowSums(sample, buckets), levels);
      const { mean, variance } = counts[member - 1 - samples.length];
      const counted = countLadder((buckets * mean) / unit, (buckets * variance) / unit ** 2, levels);
      const found = new Float64Array(counted.length);
      for (let i = 0; i < found.length; i++) found[i] = counted[i] * unit;
      return found;
    },
  };
}
