import { daysOf } from "../../calendar/bucket.ts";
import type { Bucket } from "../../series.ts";

/** Mean number of buckets in a year. */
export const bucketsPerYear: Readonly<Record<Bucket, number>> = {
  day: 365.2425 / daysOf.day,
  week: 365.2425 / daysOf.week,
  month: 12,
  quarter: 4,
  year: 1,
};
