import { eachPair, type Values } from "./pairs.ts";

/**
 * Weighted absolute percentage error as a share: sum |y - f| / sum |y|. NaN without demand.
 *
 * @example wape([7, 9, 6], [6, 8, 8]); // => 0.1818181818
 */
export function wape(actual: Values, forecast: Values): number {
  let errors = 0;
  let size = 0;
  eachPair(actual, forecast, (y, f) => {
    errors += Math.abs(y - f);
    size += Math.abs(y);
  });
  return size > 0 ? errors / size : Number.NaN;
}

/**
 * Bias in percent of the demand: 100 sum (f - y) / sum y; plus is forecast too high. NaN without demand.
 *
 * @example biasPercent([7, 9, 6], [6, 8, 8]); // => 0
 */
export function biasPercent(actual: Values, forecast: Values): number {
  let difference = 0;
  let size = 0;
  eachPair(actual, forecast, (y, f) => {
    difference += f - y;
    size += y;
  });
  return size !== 0 ? (100 * difference) / size : Number.NaN;
}

/** Score of the VN1 competition: WAPE plus the size of the bias, as shares. */
export const vn1Score = (actual: Values, forecast: Values): number =>
  wape(actual, forecast) + Math.abs(biasPercent(actual, forecast)) / 100;
