import type { Bucket } from "../../series.ts";

/** Means of the last buckets that are compared, in buckets. */
const spans: Readonly<Record<Bucket, readonly [number, number, number]>> = {
  day: [28, 56, 112],
  week: [13, 26, 52],
  month: [6, 12, 36],
  quarter: [2, 4, 12],
  year: [1, 2, 5],
};
/** Weight of the newest value in the smoothed level, and first values whose mean it starts from. */
const speed = 0.1;
const firstValues = 12;

/** Names of the plain means, in the order of their weights; the first one is what the models say by themselves. */
export const meanMembers = [
  "models",
  "mean-short",
  "mean-middle",
  "mean-long",
  "mean-all",
  "smoothed",
  "last-season",
] as const;

/** Mean of values, 0 of none. */
export const meanOf = (values: Float64Array): number =>
  values.reduce((sum, value) => sum + value, 0) / Math.max(1, values.length);

/** Level smoothed from the mean of the first values. */
export function smoothedMean(values: Float64Array): number {
  let level = meanOf(values.subarray(0, firstValues));
  for (const value of values) level += speed * (value - level);
  return level;
}

/** Plain forecasts of a history from its first demand on, in the order of `meanMembers` without the models. */
export function plainMeans(
  history: Float64Array,
  bucket: Bucket,
  period: number,
  horizon: number,
): Float64Array[] {
  const first = history.findIndex((value) => value > 0);
  const values = history.subarray(Math.max(0, first));
  const levels = [...spans[bucket].map((span) => meanOf(values.subarray(-span))), meanOf(values)];
  const lag = period > 1 && history.length >= period ? period : 1;
  return [
    ...[...levels, smoothedMean(values)].map((level) => new Float64Array(horizon).fill(level)),
    Float64Array.from({ length: horizon }, (_, k) => history[history.length - lag + (k % lag)] ?? 0),
  ];
}
