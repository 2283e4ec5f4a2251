import { autocorrelation } from "../numeric/autocorrelation.ts";

/**
 * Whether the autocorrelation at one season is above its 90 % limit 1.645 sqrt((1 + 2 sum r_i^2) / n), the rule of
 * the M4 benchmark Naive2. False below three seasons. O(n period).
 *
 * @example isSeasonal(Float64Array.of(1, 5, 1, 5, 1, 5, 1, 5), 2); // => true
 */
export function isSeasonal(values: Float64Array, period: number, limit = 1.645): boolean {
  const n = values.length;
  if (period < 2 || n < 3 * period) return false;
  const r = autocorrelation(values, period);
  let squares = 0;
  for (let lag = 1; lag < period; lag++) squares += r[lag] * r[lag];
  return Math.abs(r[period]) > limit * Math.sqrt((1 + 2 * squares) / n);
}
