import { bucketsPerYear } from "../calendar/bucket.ts";
import type { Bucket } from "../series.ts";
import { sizeVariation } from "./intermittency.ts";

/** Share of a history that may be zero for its zeros to look like missing stock. */
const zeroShare = 0.1;
/** Buckets without demand between normal ones that look like missing stock where nothing else is known. */
export const usualRun = 3;
const leastBuckets = 12;
const highestVariation = 0.5;

/**
 * Positions where a regular item suddenly shows nothing between two normal buckets: probably it was out of stock,
 * not out of demand. `quiet[k]` is the share of regular items without demand in the same bucket: where many are
 * silent the firm was closed, and nothing is suspected. `longest`: buckets that such a silence may take, by the position
 * at which demand returned. `closed[k]`: what comes every year is no missing stock either.
 */
export function suspectedStockouts(
  values: Float64Array,
  quiet: (position: number) => number,
  longest: (end: number) => number = () => usualRun,
  closed: (position: number) => boolean = () => false,
): number[] {
  if (!isRegular(values)) return [];
  const found: number[] = [];
  for (let k = 1; k < values.length - 1; k++) {
    if (values[k] !== 0) continue;
    let end = k;
    while (end < values.length && values[end] === 0) end += 1;
    if (end < values.length && end - k <= longest(end) && values[k - 1] > 0) {
      for (let j = k; j < end; j++) if (quiet(j) < 0.2 && !closed(j)) found.push(j);
    }
    k = end;
  }
  return found;
}

/** True for an item that nearly always has demand, of steady size. */
export function isRegular(values: Float64Array): boolean {
  const observed = values.filter((value) => !Number.isNaN(value));
  const zeros = observed.filter((value) => value === 0).length;
  if (observed.length < leastBuckets || zeros > zeroShare * observed.length) return false;
  return sizeVariation(values) < highestVariation ** 2;
}

/** Buckets by which the same holidays lie apart from year to year. */
const wandering: Partial<Record<Bucket, number>> = { month: 0, week: 1 };

/** Other years that have to agree: two silences a year apart may be chance. */
const leastOthers = 2;

/** True where the same part of every other year that is known was without demand too: a season, or works holidays. */
export function isYearly(values: Float64Array, bucket: Bucket): (position: number) => boolean {
  const apart = wandering[bucket];
  if (apart === undefined) return () => false;
  const year = bucketsPerYear[bucket];
  const isKnown = (at: number) => at >= apart && at + apart < values.length && !Number.isNaN(values[at]);
  return (position) => {
    const others: number[] = [];
    for (let years = 1; years * year < values.length; years++) {
      const shift = Math.round(years * year);
      others.push(...[position - shift, position + shift].filter(isKnown));
    }
    return (
      others.length >= leastOthers &&
      others.every((at) => values.subarray(at - apart, at + apart + 1).includes(0))
    );
  };
}
