import { fromFirstDemand, squaredScale } from "./naive-scale.ts";
import { meanOfPairs, type Values } from "./pairs.ts";

/**
 * Root mean squared scaled error of the M5 competition; the training part starts at its first demand. NaN where it
 * never changes.
 *
 * @example rmsse([7, 9, 6], [6, 8, 8], [3, 5, 4, 6, 5, 7, 8, 6]); // => 0.8583950753
 */
export function rmsse(actual: Values, forecast: Values, training: Values): number {
  const scale = squaredScale(fromFirstDemand(training));
  return scale > 0 ? Math.sqrt(meanOfPairs(actual, forecast, (y, f) => (y - f) ** 2) / scale) : Number.NaN;
}
