import { type Bucket, bucketIndex, bucketStart, dayOf, type Series, workCalendar } from "../../src/index.ts";

const nationwide = workCalendar("DE");

/**
 * A series with the working days (nationwide holidays) of its buckets and of the `horizon` next ones; as it is where
 * its buckets are none of `counted`, or have no dates.
 */
export function withWorkingDays(
  series: Series,
  horizon: number,
  counted: readonly Bucket[] = ["month"],
): Series {
  const { bucket, start, values } = series;
  if (start === undefined || !counted.includes(bucket)) return series;
  const first = bucketIndex(dayOf(start), bucket);
  const workingDays = Float64Array.from({ length: values.length + horizon }, (_, k) =>
    nationwide.count(bucketStart(first + k, bucket), bucketStart(first + k + 1, bucket) - 1),
  );
  return { ...series, workingDays };
}
