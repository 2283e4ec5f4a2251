import { naiveScale } from "./naive-scale.ts";
import { eachPair, meanOfPairs, type Values } from "./pairs.ts";

/** Lower and upper limits, one per actual. */
export interface Limits {
  readonly lower: Values;
  readonly upper: Values;
}

/**
 * Share of the actuals within the limits (both included), 0 to 1; pairs without a limit (NaN) do not count. NaN where
 * none is left.
 *
 * @throws RangeError where there are not as many lower limits as actuals.
 * @example coverage([1, 5], { lower: [0, 0], upper: [2, 2] }); // => 0.5
 */
export function coverage(actual: Values, { lower, upper }: Limits): number {
  let inside = 0;
  let count = 0;
  eachPair(actual, lower, (y, low, i) => {
    if (Number.isNaN(low) || Number.isNaN(upper[i])) return;
    count++;
    if (y >= low && y <= upper[i]) inside++;
  });
  return count === 0 ? Number.NaN : inside / count;
}

/**
 * Mean scaled interval score of the M4 competition: width plus 2/alpha times what lies outside, over the seasonal
 * naive scale. `alpha` is the share meant to lie outside. NaN where the scale is 0 or not known.
 * Source: T. Gneiting, A. Raftery, "Strictly proper scoring rules, prediction, and estimation", Journal of the American
 * Statistical Association 102 (2007).
 *
 * @throws RangeError where there are not as many lower limits as actuals.
 * @example msis([7, 9, 6], { lower: [4, 5, 5], upper: [8, 8.5, 11] }, 0.05, [3, 5, 4, 6, 5, 7, 8, 6]); // => 7.1060606061
 */
export function msis(
  actual: Values,
  { lower, upper }: Limits,
  alpha: number,
  history: Values,
  period = 1,
): number {
  const scale = naiveScale(history, period);
  if (!(scale > 0)) return Number.NaN;
  const score = meanOfPairs(actual, lower, (y, low, i) => {
    const outside = Math.max(0, low - y) + Math.max(0, y - upper[i]);
    return upper[i] - low + (2 / alpha) * outside;
  });
  return score / scale;
}
