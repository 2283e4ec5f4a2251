import { naiveScale } from "./naive-scale.ts";
import { meanOfPairs, type Values } from "./pairs.ts";

/**
 * Mean absolute error, in the unit of the demand. NaN where nothing is observed.
 *
 * @throws RangeError where the lengths differ.
 * @example mae([7, 9, 6], [6, 8, 8]); // => 1.3333333333
 */
export const mae = (actual: Values, forecast: Values): number =>
  meanOfPairs(actual, forecast, (y, f) => Math.abs(y - f));

/**
 * Mean squared error, in the squared unit of the demand. NaN where nothing is observed.
 *
 * @throws RangeError where the lengths differ.
 * @example mse([7, 9, 6], [6, 8, 8]); // => 2
 */
export const mse = (actual: Values, forecast: Values): number =>
  meanOfPairs(actual, forecast, (y, f) => (y - f) ** 2);

/**
 * Mean absolute scaled error: MAE over {@link naiveScale} of the history. NaN where that is 0 or not known: such a
 * series is left out and counted, never rescued by an epsilon.
 * Source: R. Hyndman, A. Koehler, "Another look at measures of forecast accuracy", International Journal of
 * Forecasting 22 (2006).
 *
 * @throws RangeError where the lengths differ.
 * @example mase([7, 9, 6], [6, 8, 8], [3, 5, 4, 6, 5, 7, 8, 6]); // => 0.8484848485
 */
export function mase(actual: Values, forecast: Values, history: Values, period = 1): number {
  const scale = naiveScale(history, period);
  return scale > 0 ? mae(actual, forecast) / scale : Number.NaN;
}
