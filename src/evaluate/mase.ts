import { naiveScale } from "./naive-scale.ts";
import { meanOfPairs, type Values } from "./pairs.ts";

/** Mean absolute error. */
export const mae = (actual: Values, forecast: Values): number =>
  meanOfPairs(actual, forecast, (y, f) => Math.abs(y - f));

/**
 * Mean absolute scaled error: MAE over the mean absolute seasonal change of the training part. NaN where that is 0:
 * such a series is excluded and counted, never rescued by an epsilon.
 * Source: R. Hyndman, A. Koehler, "Another look at measures of forecast accuracy" (2006).
 *
 * @example mase([7, 9, 6], [6, 8, 8], [3, 5, 4, 6, 5, 7, 8, 6], 1); // => 0.8484848485
 */
export function mase(actual: Values, forecast: Values, training: Values, period: number): number {
  const scale = naiveScale(training, period);
  return scale > 0 ? mae(actual, forecast) / scale : Number.NaN;
}
