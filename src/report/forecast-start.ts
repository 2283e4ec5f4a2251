import { bucketIndex, bucketStart } from "../calendar/bucket.ts";
import { dayOf } from "../calendar/date.ts";
import type { PlanItem } from "../result.ts";
import type { Bucket } from "../series.ts";

/** Running number of an item's first forecast bucket: its own start, else the bucket behind its history. */
export function forecastBucket({ forecast, history }: PlanItem, bucket: Bucket): number {
  return forecast.start === undefined
    ? bucketIndex(dayOf(history.start), bucket) + history.values.length
    : bucketIndex(dayOf(forecast.start), bucket);
}

/** Day number of the first day of an item's forecast. */
export const forecastDay = (of: PlanItem, bucket: Bucket): number =>
  bucketStart(forecastBucket(of, bucket), bucket);
