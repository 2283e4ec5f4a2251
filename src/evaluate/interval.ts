import { naiveScale } from "./naive-scale.ts";
import { meanOfPairs, type Values } from "./pairs.ts";

/** Lower and upper limits, one per actual. */
export interface Limits {
  readonly lower: Values;
  readonly upper: Values;
}

/** Share of the actuals within the limits (both included). */
export function coverage(actual: Values, { lower, upper }: Limits): number {
  return meanOfPairs(actual, indices(actual), (y, i) => (y >= lower[i] && y <= upper[i] ? 1 : 0));
}

/**
 * Mean scaled interval score of the M4 competition: width plus 2/alpha times what lies outside, over the seasonal
 * naive scale. NaN where that is 0.
 *
 * @example msis([7, 9, 6], { lower: [4, 5, 5], upper: [8, 8.5, 11] }, 0.05, [3, 5, 4, 6, 5, 7, 8, 6], 1); // => 7.1060606061
 */
export function msis(
  actual: Values,
  { lower, upper }: Limits,
  alpha: number,
  training: Values,
  period: number,
): number {
  const scale = naiveScale(training, period);
  if (!(scale > 0)) return Number.NaN;
  const score = meanOfPairs(actual, indices(actual), (y, i) => {
    const below = Math.max(0, lower[i] - y);
    const above = Math.max(0, y - upper[i]);
    return upper[i] - lower[i] + (2 / alpha) * (below + above);
  });
  return score / scale;
}

const indices = (values: Values) => Float64Array.from({ length: values.length }, (_, i) => i);
