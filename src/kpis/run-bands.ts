import { daysOf } from "../calendar/bucket.ts";
import type { Bands } from "../forecast.ts";
import type { Bucket } from "../series.ts";

/**
 * Cumulative demand as far as lead time + review reach, in one list, because a run of 500,000 items has as many of them:
 * `length` means, then as many quantiles of each level. The value k belongs to the first k + 1 buckets.
 */
export interface RunBands {
  readonly length: number;
  readonly levels: readonly number[];
  readonly values: Float64Array;
}

/** Buckets of lead time + review (fractions too), a day at least. @param coverDays calendar days, absent where unknown */
export const coverIn = (coverDays: number | undefined, bucket: Bucket): number =>
  Math.max(coverDays ?? 0, 1) / daysOf[bucket];

/** What service over `cover` buckets asks of cumulative demand: nothing later than the bucket in which they end. */
export function runBands({ mean, levels, quantiles }: Bands, cover: number): RunBands {
  const length = Math.min(mean.length, Math.floor(cover) + 1);
  const values = new Float64Array(length * (1 + quantiles.length));
  [mean, ...quantiles].forEach((list, i) => {
    values.set(list.subarray(0, length), i * length);
  });
  return { length, levels, values };
}
