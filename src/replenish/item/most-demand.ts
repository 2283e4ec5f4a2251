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

/**
 * The only demand of a history that had time for a second one; undefined where there are several, or where all that is
 * known is the bucket in which it came. One demand shows no repetition: it is kept once at most.
 */
function onlyDemand(values: Float64Array): number | undefined {
  let only: number | undefined;
  for (const value of values) {
    if (!(value > 0)) continue;
    if (only !== undefined) return undefined;
    only = value;
  }
  return values.length > 1 ? only : undefined;
}

/** The most that a reorder point may be, and the demand that it comes from. */
interface MostLevel {
  readonly level: number;
  /** Largest demand ever seen in `days`. */
  readonly largest: number;
  readonly days: number;
  /** True where it is the only demand there ever was. */
  readonly once?: true;
}

/** The most that a reorder point may be; undefined where no history says anything. */
export function mostLevel({ request, curve, coverDays, today }: DemandedItem): MostLevel | undefined {
  const { history, bucket, wholeUnits } = request;
  if (history === undefined) return undefined;
  const largest = largestDemand(history, Math.max(1, Math.ceil(coverDays / daysOf[bucket])));
  if (!(largest > 0)) return undefined;
  const known = curve.known(today + coverDays);
  const only = onlyDemand(history);
  if (only !== undefined && known === 0) {
    // the level at which an order is placed, so that what it lifts the stock to is that one demand
    return {
      level: wholeUnits ? Math.max(0, Math.ceil(only) - 1) : only,
      largest: only,
      days: coverDays,
      once: true,
    };
  }
  const level = mostTimes * largest + known;
  return { level: wholeUnits ? Math.ceil(level) : level, largest, days: coverDays };
}
