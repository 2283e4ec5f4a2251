import type { Values } from "./pairs.ts";

/**
 * Mean absolute change over one season within the training part, 1/(n - m) sum |y_t - y_{t-m}|: the unit of MASE.
 * Pairs with an unobserved value are left out. NaN where there is no pair.
 *
 * @example naiveScale([3, 5, 4, 6, 5, 7, 8, 6], 1); // => 1.5714285714
 */
export function naiveScale(training: Values, period: number): number {
  return meanOfChanges(training, period, Math.abs);
}

/** Mean squared change from one value to the next within the training part: the unit of RMSSE. */
export function squaredScale(training: Values): number {
  return meanOfChanges(training, 1, (change) => change * change);
}

function meanOfChanges(training: Values, lag: number, part: (change: number) => number): number {
  let total = 0;
  let count = 0;
  for (let t = lag; t < training.length; t++) {
    const change = training[t] - training[t - lag];
    if (Number.isNaN(change)) continue;
    total += part(change);
    count++;
  }
  return count === 0 ? Number.NaN : total / count;
}

/** The training part from its first demand on, as RMSSE of the M5 competition wants it. */
export function fromFirstDemand(training: Values): Float64Array {
  let first = 0;
  while (first < training.length && !(Math.abs(training[first]) > 0)) first++;
  return Float64Array.from({ length: training.length - first }, (_, i) => training[first + i]);
}
