import { mse } from "./mase.ts";
import { squaredScale } from "./naive-scale.ts";
import type { Values } from "./pairs.ts";

/**
 * Root mean squared scaled error: root of MSE over {@link squaredScale} of the history. NaN where the history never
 * changes or is too short. The M5 competition takes the history {@link fromFirstDemand}.
 * Source: S. Makridakis, E. Spiliotis, V. Assimakopoulos, "M5 accuracy competition", International Journal of
 * Forecasting 38 (2022).
 *
 * @throws RangeError where the lengths differ.
 * @example rmsse([7, 9, 6], [6, 8, 8], [3, 5, 4, 6, 5, 7, 8, 6]); // => 0.8583950753
 */
export function rmsse(actual: Values, forecast: Values, history: Values, period = 1): number {
  const scale = squaredScale(history, period);
  return scale > 0 ? Math.sqrt(mse(actual, forecast) / scale) : Number.NaN;
}
