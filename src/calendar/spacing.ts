import type { Bucket } from "../series.ts";

/** Least days between two dates of a list that has one date a bucket. */
const leastDays: readonly (readonly [Bucket, number])[] = [
  ["year", 360],
  ["quarter", 80],
  ["month", 28],
  ["week", 7],
];

/**
 * The bucket of a list with one date a bucket, by the smallest distance of its dates (day numbers, in any order,
 * repeated ones count once): day where two follow each other sooner than a week apart, month where there is but one.
 * @example bucketOfSpacing([0, 31, 59]) // => "month"
 */
export function bucketOfSpacing(days: Iterable<number>): Bucket {
  const sorted = [...new Set(days)].sort((a, b) => a - b);
  let gap = Number.POSITIVE_INFINITY;
  for (let k = 1; k < sorted.length; k++) gap = Math.min(gap, sorted[k] - sorted[k - 1]);
  if (!Number.isFinite(gap)) return "month";
  return leastDays.find(([, least]) => gap >= least)?.[0] ?? "day";
}
