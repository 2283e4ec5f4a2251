import type { Series } from "../series.ts";
import type { Candidate } from "./candidate.ts";

/** Buckets that hold an order each, on average: 1 for frequent orders, 6 at most. */
export function lotWidth(values: Float64Array): number {
  let hits = 0;
  let count = 0;
  let begun = false;
  for (const value of values) {
    if (value > 0) begun = true;
    if (!begun || !Number.isFinite(value)) continue;
    count++;
    if (value > 0) hits++;
  }
  return hits > 0 ? Math.min(6, Math.ceil(count / hits - 0.1)) : 1;
}

/** The series in buckets `width` times as wide, counted from its end; an unobserved part counts as the others. */
export function widened(series: Series, width: number): Series {
  const length = Math.floor(series.values.length / width);
  const offset = series.values.length - length * width;
  const values = new Float64Array(length);
  for (let i = 0; i < length; i++) {
    let sum = 0;
    let known = 0;
    for (let j = 0; j < width; j++) {
      const value = series.values[offset + i * width + j];
      if (Number.isFinite(value)) {
        sum += value;
        known++;
      }
    }
    values[i] = known > 0 ? (sum * width) / known : Number.NaN;
  }
  const period = series.period % width === 0 ? series.period / width : 1;
  return { item: series.item, bucket: series.bucket, period, values };
}

/** A candidate found in wide buckets, told in the narrow ones. */
export const narrowed = (found: Candidate, width: number, offset: number): Candidate => ({
  ...found,
  at: offset + found.at * width,
  pAsOf: found.pAsOf.flatMap((p, i) => [...new Array(width - 1).fill(found.pAsOf[i - 1] ?? 1), p]),
});
