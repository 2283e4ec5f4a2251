import { eachPair, type Values } from "./pairs.ts";

/**
 * Errors against the running mean demand, for intermittent items: sums of |f_t - mean of y up to t| and of its square.
 * `hold` is the share of periods at the start (0 to 1) during which the mean stays at its value at the end of them.
 * Source: N. Kourentzes, "On intermittent demand model optimisation and selection", International Journal of
 * Production Economics 156 (2014).
 *
 * @throws RangeError where the lengths differ.
 * @example rateErrors([7, 9, 6], [6, 8, 8]); // => { absolute: 1.6666666667, squared: 1.4444444444 }
 */
export function rateErrors(
  actual: Values,
  forecast: Values,
  hold = 0,
): { absolute: number; squared: number } {
  const means: number[] = [];
  const forecasts: number[] = [];
  let total = 0;
  eachPair(actual, forecast, (y, f) => {
    total += y;
    forecasts.push(f);
    means.push(total / forecasts.length);
  });
  const held = Math.ceil(hold * means.length);
  let absolute = 0;
  let squared = 0;
  forecasts.forEach((f, t) => {
    const error = f - means[Math.max(t, held - 1)];
    absolute += Math.abs(error);
    squared += error * error;
  });
  return { absolute, squared };
}
