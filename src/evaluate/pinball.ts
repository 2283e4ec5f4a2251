import { naiveScale } from "./naive-scale.ts";
import { eachPair, meanOfPairs, type Values } from "./pairs.ts";

/** Loss of one quantile: (y - q) level above it, (q - y)(1 - level) below. */
const loss = (y: number, q: number, level: number): number =>
  y >= q ? (y - q) * level : (q - y) * (1 - level);

/**
 * Mean pinball loss of a quantile forecast, in the unit of the demand; `level` is its probability, 0 to 1. NaN where
 * nothing is observed.
 * Source: R. Koenker, G. Bassett, "Regression quantiles", Econometrica 46 (1978).
 *
 * @throws RangeError where the lengths differ.
 * @example pinball([7, 9, 6], [8, 8.5, 11], 0.9); // => 0.35
 */
export function pinball(actual: Values, quantile: Values, level: number): number {
  return meanOfPairs(actual, quantile, (y, q) => loss(y, q, level));
}

/**
 * Scaled pinball loss of the M5 competition: pinball over the mean absolute change of the history. NaN where it never
 * changes.
 *
 * @throws RangeError where the lengths differ.
 * @example scaledPinball([7, 9, 6], [8, 8.5, 11], 0.9, [3, 5, 4, 6, 5, 7, 8, 6]); // => 0.2227272727
 */
export function scaledPinball(actual: Values, quantile: Values, level: number, history: Values): number {
  const scale = naiveScale(history);
  return scale > 0 ? pinball(actual, quantile, level) / scale : Number.NaN;
}

/**
 * Weighted quantile loss at one level: 2 sum of pinball / sum |y|. NaN without demand.
 *
 * @throws RangeError where the lengths differ.
 * @example weightedQuantileLoss([7, 9, 6], [8, 8.5, 11], 0.9); // => 0.0954545455
 */
export function weightedQuantileLoss(actual: Values, quantile: Values, level: number): number {
  let total = 0;
  let size = 0;
  eachPair(actual, quantile, (y, q) => {
    total += loss(y, q, level);
    size += Math.abs(y);
  });
  return size > 0 ? (2 * total) / size : Number.NaN;
}

/**
 * Scaled quantile loss: twice the mean pinball over all levels, over the seasonal naive scale. `quantiles[i]` belongs to
 * `levels[i]`. NaN where the scale is 0 or not known.
 * Source: O. Shchur et al., "fev-bench: a realistic benchmark for time series forecasting" (2025), arXiv:2509.26468.
 *
 * @throws RangeError where the lengths differ.
 * @example scaledQuantileLoss([7, 9, 6], [[6, 8, 8]], [0.5], [3, 5, 4, 6, 5, 7, 8, 6]); // => 0.8484848485
 */
export function scaledQuantileLoss(
  actual: Values,
  quantiles: readonly Values[],
  levels: readonly number[],
  history: Values,
  period = 1,
): number {
  const scale = naiveScale(history, period);
  if (!(scale > 0)) return Number.NaN;
  const losses = levels.map((level, i) => pinball(actual, quantiles[i], level));
  return (2 * losses.reduce((a, b) => a + b, 0)) / levels.length / scale;
}
