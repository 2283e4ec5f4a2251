import { daysOf } from "../../calendar/bucket.ts";
import type { DemandedItem } from "./demand-ahead.ts";

/** A reorder point beyond this many times the largest demand ever seen in its window is no forecast but an accident. */
const mostTimes = 3;

/**
 * Largest demand of `length` buckets in a row; of a history that is shorter, as much more as it lacks. 0 where nothing
 * was ever asked for.
 */
function largestDemand(values: Float64Array, length: number): number {
  const width = Math.min(length, values.length);
  let sum = 0;
  let largest = 0;
  for (let k = 0; k < values.length; k++) {
    sum += values[k] || 0;
    if (k >= width) sum -= values[k - width] || 0;
    largest = Math.max(largest, sum);
  }
  return width === 0 ? 0 : (largest * length) / width;
}

/** The most that a reorder point may be, and the demand that it comes from. */
interface MostLevel {
  readonly level: number;
  /** Largest demand ever seen in `days`. */
  readonly largest: number;
  readonly days: number;
}

/** The most that a reorder point may be; undefined where no history says anything. */
export function mostLevel({ request, curve, coverDays, today }: DemandedItem): MostLevel | undefined {
  const { history, bucket, wholeUnits } = request;
  if (history === undefined) return undefined;
  const largest = largestDemand(history, Math.max(1, Math.ceil(coverDays / daysOf[bucket])));
  if (!(largest > 0)) return undefined;
  const level = mostTimes * largest + curve.known(today + coverDays);
  return { level: wholeUnits ? Math.ceil(level) : level, largest, days: coverDays };
}
