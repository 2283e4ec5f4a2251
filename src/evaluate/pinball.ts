import { naiveScale } from "./naive-scale.ts";
import { eachPair, meanOfPairs, type Values } from "./pairs.ts";

/**
 * Mean pinball loss of a quantile forecast: (y - q) level above it, (q - y)(1 - level) below.
 *
 * @example pinball([7, 9, 6], [8, 8.5, 11], 0.9); // => 0.35
 */
export function pinball(actual: Values, quantile: Values, level: number): number {
  return meanOfPairs(actual, quantile, (y, q) => (y >= q ? (y - q) * level : (q - y) * (1 - level)));
}

/**
 * Scaled pinball loss of the M5 competition: pinball over the mean absolute change of the training part. NaN where it
 * never changes.
 */
export function scaledPinball(actual: Values, quantile: Values, level: number, training: Values): number {
  const scale = naiveScale(training, 1);
  return scale > 0 ? pinball(actual, quantile, level) / scale : Number.NaN;
}

/** Weighted quantile loss at one level: 2 sum of pinball / sum |y|. NaN without demand. */
export function weightedQuantileLoss(actual: Values, quantile: Values, level: number): number {
  let loss = 0;
  let size = 0;
  eachPair(actual, quantile, (y, q) => {
    loss += y >= q ? (y - q) * level : (q - y) * (1 - level);
    size += Math.abs(y);
  });
  return size > 0 ? (2 * loss) / size : Number.NaN;
}

/**
 * Scaled quantile loss of fev: twice the mean pinball over all levels, over the seasonal naive scale. `quantiles[i]`
 * belongs to `levels[i]`.
 */
export function scaledQuantileLoss(
  actual: Values,
  quantiles: readonly Values[],
  levels: readonly number[],
  training: Values,
  period: number,
): number {
  const scale = naiveScale(training, period);
  if (!(scale > 0)) return Number.NaN;
  const losses = levels.map((level, i) => pinball(actual, quantiles[i], level));
  return (2 * losses.reduce((a, b) => a + b, 0)) / levels.length / scale;
}
