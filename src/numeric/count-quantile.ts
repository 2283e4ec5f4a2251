import { normalQuantile } from "./normal.ts";

/**
 * Smallest whole number k >= 0 with cdf(k) >= probability, searched from the normal approximation by doubling steps
 * and bisection. O(log of the distance).
 */
export function countQuantile(
  probability: number,
  mean: number,
  variance: number,
  cdf: (k: number) => number,
): number {
  if (Number.isNaN(probability) || probability < 0 || probability > 1) return Number.NaN;
  if (probability === 1) return mean > 0 ? Number.POSITIVE_INFINITY : 0;
  const guess = mean + Math.sqrt(variance) * normalQuantile(Math.max(probability, 1e-300));
  let high = Math.max(0, Math.ceil(guess));
  let low = high;
  let step = 1;
  while (cdf(high) < probability && high < 2 ** 52) {
    low = high + 1;
    high += step;
    step *= 2;
  }
  step = 1;
  while (low > 0 && cdf(low - 1) >= probability) {
    high = low - 1;
    low = Math.max(0, low - step);
    step *= 2;
  }
  while (low < high) {
    const middle = Math.floor((low + high) / 2);
    if (cdf(middle) >= probability) high = middle;
    else low = middle + 1;
  }
  return low;
}
