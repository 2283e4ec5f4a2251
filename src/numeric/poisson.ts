import { gammaQ, logGamma } from "./gamma.ts";

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
