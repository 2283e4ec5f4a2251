import type { Values } from "./pairs.ts";

/** Lag of the naive forecast: one season, or one step where the history is no longer than a season. */
const lagOf = (length: number, period: number): number => (length > period ? Math.max(1, period) : 1);

/**
 * Mean absolute change over one season within the history, 1/(n - m) sum |y_t - y_{t-m}|: what the seasonal naive
 * forecast misses in sample, and the unit of MASE. m is 1 where the history is no longer than a season; pairs with an
 * unobserved value (NaN) are left out. In the unit of the demand; NaN where there is no pair. O(n).
 * Source: R. Hyndman, A. Koehler, "Another look at measures of forecast accuracy", International Journal of
 * Forecasting 22 (2006).
 *
 * @example naiveScale([3, 5, 4, 6, 5, 7, 8, 6]); // => 1.5714285714
 */
export function naiveScale(history: Values, period = 1): number {
  return meanOfChanges(history, lagOf(history.length, period), Math.abs);
}

/**
 * Mean squared change over one season within the history: the unit of RMSSE, with the lag and the gaps of
 * {@link naiveScale}. NaN where there is no pair. O(n).
 *
 * @example squaredScale([3, 5, 4, 6, 5, 7, 8, 6]); // => 2.7142857143
 */
export function squaredScale(history: Values, period = 1): number {
  return meanOfChanges(history, lagOf(history.length, period), (change) => change * change);
}

function meanOfChanges(history: Values, lag: number, part: (change: number) => number): number {
  let total = 0;
  let count = 0;
  for (let t = lag; t < history.length; t++) {
    const change = history[t] - history[t - lag];
    if (Number.isNaN(change)) continue;
    total += part(change);
    count++;
  }
  return count === 0 ? Number.NaN : total / count;
}

/**
 * The history from its first demand on: what the M5 competition scales by. Empty where there was none.
 *
 * @example fromFirstDemand([0, 0, 3, 0]); // => [3, 0]
 */
export function fromFirstDemand(history: Values): Float64Array {
  let first = 0;
  while (first < history.length && !(Math.abs(history[first]) > 0)) first++;
  return Float64Array.from({ length: history.length - first }, (_, i) => history[first + i]);
}
