import { betaI } from "./beta.ts";
import { countQuantile } from "./count-quantile.ts";
import { logGamma } from "./gamma.ts";
import { poissonCdf, poissonDensity } from "./poisson.ts";

/** Counts with variance above the mean; at or below it they are taken for Poisson. */
interface CountMoments {
  readonly mean: number;
  readonly variance: number;
}

const isPoisson = ({ mean, variance }: CountMoments) => !(variance > mean * (1 + 1e-9));
/** Size r and success probability p of a negative binomial distribution with these moments. */
const shape = ({ mean, variance }: CountMoments) => ({
  r: (mean * mean) / (variance - mean),
  p: mean / variance,
});

/** P(X = k). */
export function negativeBinomialDensity(k: number, moments: CountMoments): number {
  if (isPoisson(moments)) return poissonDensity(k, moments.mean);
  const { r, p } = shape(moments);
  return Math.exp(logGamma(k + r) - logGamma(r) - logGamma(k + 1) + r * Math.log(p) + k * Math.log1p(-p));
}

/** P(X <= k). @example negativeBinomialCdf(15, { mean: 8, variance: 20 }); // => 0.936098614 */
export function negativeBinomialCdf(k: number, moments: CountMoments): number {
  if (k < 0) return 0;
  if (isPoisson(moments)) return poissonCdf(k, moments.mean);
  const { r, p } = shape(moments);
  return betaI(p, r, Math.floor(k) + 1);
}

/** Smallest k with P(X <= k) >= probability. @example negativeBinomialQuantile(0.95, { mean: 8, variance: 20 }); // => 16 */
export function negativeBinomialQuantile(probability: number, moments: CountMoments): number {
  return countQuantile(probability, moments.mean, Math.max(moments.variance, moments.mean), (k) =>
    negativeBinomialCdf(k, moments),
  );
}
