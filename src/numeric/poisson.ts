import { countQuantile } from "./count-quantile.ts";
import { gammaP, gammaQ, logGamma } from "./gamma.ts";

/** P(X = k) of a Poisson distribution. */
export function poissonDensity(k: number, mean: number): number {
  if (mean <= 0) return k === 0 ? 1 : 0;
  return Math.exp(k * Math.log(mean) - mean - logGamma(k + 1));
}

/** P(X <= k) of a Poisson distribution. @example poissonCdf(12, 8); // => 0.9362028 */
export function poissonCdf(k: number, mean: number): number {
  if (k < 0) return 0;
  return mean <= 0 ? 1 : gammaQ(Math.floor(k) + 1, mean);
}

/** Smallest k with P(X <= k) >= probability. @example poissonQuantile(0.95, 8); // => 13 */
export function poissonQuantile(probability: number, mean: number): number {
  return countQuantile(probability, mean, mean, (k) => poissonCdf(k, mean));
}

/** Expected excess E(X - x)+. @example poissonLoss(12, 8); // => 0.1298256 */
export function poissonLoss(x: number, mean: number): number {
  if (x <= 0) return mean - x;
  const k = Math.floor(x);
  // sum over j > x of (j - x) P(j) = mean P(X >= k) - x P(X >= k + 1)
  return mean * gammaP(k, mean) - x * gammaP(k + 1, mean);
}
