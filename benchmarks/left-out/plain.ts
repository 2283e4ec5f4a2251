import { negativeBinomialQuantile } from "../../src/index.ts";
import type { SplitSeries } from "../sets.ts";
import { type Answer, levelsOfLoss } from "./losses.ts";

/** History from the first demand on, gaps as nothing. */
export function known({ train }: SplitSeries): Float64Array {
  const values = train.map((value) => (Number.isNaN(value) ? 0 : value));
  return values.subarray(
    Math.max(
      0,
      values.findIndex((value) => value !== 0),
    ),
  );
}

const meanOf = (values: Float64Array): number =>
  values.reduce((sum, value) => sum + value, 0) / Math.max(1, values.length);

export const level = (one: SplitSeries, value: number) => new Float64Array(one.horizon).fill(value);

/** Quantiles of the last `span` buckets and of the windows in them: what a buyer can read off the history. */
export function own(one: SplitSeries, span: number): Answer {
  const values = known(one).slice(-span);
  const ranked = (count: number) => {
    const sums = Array.from({ length: Math.max(1, values.length - count + 1) }, (_, t) =>
      values.slice(t, t + count).reduce((sum, value) => sum + value, 0),
    ).sort((a, b) => a - b);
    return levelsOfLoss.map((p) => sums[Math.max(0, Math.ceil(p * sums.length) - 1)]);
  };
  const bucket = ranked(1);
  const totals = Array.from({ length: one.horizon }, (_, k) => ranked(k + 1));
  return {
    mean: level(one, meanOf(values)),
    demand: bucket.map((quantile) => level(one, quantile)),
    cumulative: levelsOfLoss.map((_, i) => totals.map((row) => row[i])),
  };
}

/** Negative binomial of a mean and the variance of the whole history. */
function counts(one: SplitSeries, mean: number): Answer {
  const values = known(one);
  const average = meanOf(values);
  const variance = Math.max(mean, meanOf(values.map((value) => (value - average) ** 2)));
  const at = (count: number) =>
    levelsOfLoss.map((p) =>
      mean > 0 ? negativeBinomialQuantile(p, { mean: count * mean, variance: count * variance }) : 0,
    );
  const bucket = at(1);
  const totals = Array.from({ length: one.horizon }, (_, k) => at(k + 1));
  return {
    mean: level(one, mean),
    demand: bucket.map((quantile) => level(one, quantile)),
    cumulative: levelsOfLoss.map((_, i) => totals.map((row) => row[i])),
  };
}

/** Simple exponential smoothing at .1 from the mean of the first year of months. */
function smoothed(one: SplitSeries): number {
  const values = known(one);
  return values.reduce((sum, value) => sum + 0.1 * (value - sum), meanOf(values.subarray(0, 12)));
}

/** Plain methods computed here from their definitions. */
export const plainAnswers: Readonly<Record<string, (one: SplitSeries) => Answer>> = {
  "own quantiles, all": (one) => own(one, one.train.length),
  "own quantiles, last 36": (one) => own(one, 36),
  "own quantiles, last 24": (one) => own(one, 24),
  "negative binomial, all": (one) => counts(one, meanOf(known(one))),
  "negative binomial, smoothed": (one) => counts(one, smoothed(one)),
  "mean of 6": (one) => ({ mean: level(one, meanOf(known(one).slice(-6))) }),
  "mean of 12": (one) => ({ mean: level(one, meanOf(known(one).slice(-12))) }),
  "mean of 26": (one) => ({ mean: level(one, meanOf(known(one).slice(-26))) }),
};
