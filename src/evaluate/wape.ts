import { type ErrorSums, errorSums } from "./error-sums.ts";
import type { Values } from "./pairs.ts";

/**
 * Weighted absolute percentage error as a share: sum |y - f| / sum |y|. NaN without demand.
 *
 * @throws RangeError where the lengths differ.
 * @example wape([7, 9, 6], [6, 8, 8]); // => 0.1818181818
 */
export const wape = (actual: Values, forecast: Values): number => wapeOf(errorSums(actual, forecast));

/** {@link wape} of sums over many series. */
export const wapeOf = ({ absolute, size }: Pick<ErrorSums, "absolute" | "size">): number =>
  size > 0 ? absolute / size : Number.NaN;

/**
 * Bias in percent of the demand: 100 sum (f - y) / sum y; plus is forecast too high. NaN without demand.
 *
 * @throws RangeError where the lengths differ.
 * @example biasPercent([10], [12]); // => 20
 */
export const biasPercent = (actual: Values, forecast: Values): number =>
  biasPercentOf(errorSums(actual, forecast));

/** {@link biasPercent} of sums over many series. */
export const biasPercentOf = ({ signed, demand }: Pick<ErrorSums, "signed" | "demand">): number =>
  demand > 0 ? (100 * signed) / demand : Number.NaN;

/**
 * Score of the VN1 competition (2024): WAPE plus the size of the bias, as shares; 0 is best. NaN without demand.
 *
 * @throws RangeError where the lengths differ.
 * @example vn1Score([10], [12]); // => 0.4
 */
export function vn1Score(actual: Values, forecast: Values): number {
  const sums = errorSums(actual, forecast);
  return wapeOf(sums) + Math.abs(biasPercentOf(sums)) / 100;
}
