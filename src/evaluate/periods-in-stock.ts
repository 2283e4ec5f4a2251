import { meanObserved } from "../numeric/sum.ts";
import { eachPair, type Values } from "./pairs.ts";

/**
 * Cumulative errors sum (y - f) up to each observed period, in the unit of the demand.
 *
 * @throws RangeError where the lengths differ.
 * @example cumulativeErrors([7, 9, 6], [6, 8, 8]); // => [1, 2, 0]
 */
export function cumulativeErrors(actual: Values, forecast: Values): number[] {
  let total = 0;
  const result: number[] = [];
  eachPair(actual, forecast, (y, f) => {
    total += y - f;
    result.push(total);
  });
  return result;
}

/**
 * Periods in stock: minus the sum of the cumulative errors, in units times periods; plus means too much stock. 0 where
 * nothing is observed.
 * Source: P. Wallström, A. Segerstedt, "Evaluation of forecasting error measurements and techniques for intermittent
 * demand", International Journal of Production Economics 128 (2010).
 *
 * @throws RangeError where the lengths differ.
 * @example periodsInStock([7, 9, 6], [6, 8, 8]); // => -3
 */
export function periodsInStock(actual: Values, forecast: Values): number {
  return 0 - cumulativeErrors(actual, forecast).reduce((a, b) => a + b, 0);
}

/**
 * Periods in stock over the mean demand of the history; its size is called sAPIS. NaN without demand.
 *
 * @throws RangeError where the lengths differ.
 * @example scaledPeriodsInStock([7, 9, 6], [6, 8, 8], [3, 5, 4, 6, 5, 7, 8, 6]); // => -0.5454545455
 */
export function scaledPeriodsInStock(actual: Values, forecast: Values, history: Values): number {
  const mean = meanObserved(history);
  return mean > 0 ? periodsInStock(actual, forecast) / mean : Number.NaN;
}
