import type { Values } from "./pairs.ts";

/**
 * Naive forecast of the value at position `at` by somebody who knows the first `known` values: the last observed value
 * of the same place in the season (`period` of 1: of any place), or the last observed value at all where that place was
 * not seen yet. NaN while nothing is observed. O(1) without gaps, else O(known).
 *
 * @example naiveAt([4, 9, 5, 8], 4, 4, 2); // => 5
 */
export function naiveAt(values: Values, known: number, at: number, period = 1): number {
  const season = Math.max(1, period);
  for (let t = at - season * Math.ceil((at - known + 1) / season); t >= 0; t -= season) {
    if (!Number.isNaN(values[t])) return values[t];
  }
  for (let t = known - 1; t >= 0; t--) if (!Number.isNaN(values[t])) return values[t];
  return Number.NaN;
}

/** {@link naiveAt} for demand: 0 while nothing is observed, since nobody has asked for anything yet. */
export const naiveDemandAt = (values: Values, known: number, at: number, period = 1): number =>
  naiveAt(values, known, at, period) || 0;

/**
 * Naive forecast of the `horizon` values after the history, as {@link naiveAt} makes it.
 *
 * @example naiveForecast([4, 9, 5, 8], 3, 2); // => [5, 8, 5]
 */
export const naiveForecast = (history: Values, horizon: number, period = 1): Float64Array =>
  Float64Array.from({ length: horizon }, (_, h) =>
    naiveAt(history, history.length, history.length + h, period),
  );
