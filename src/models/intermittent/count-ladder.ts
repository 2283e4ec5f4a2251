import { normalQuantile } from "../../numeric/normal.ts";

/** Mean above which the count is as good as continuous and a gamma quantile serves. */
const large = 400;

/**
 * Quantiles of a negative binomial count (Poisson where the variance does not exceed the mean) at ascending levels, in
 * one sweep over the probabilities. Large means: gamma of the same moments by Wilson & Hilferty (1931).
 * @example countLadder(8, 20, [0.95, 0.98]) // [16, 19]
 */
export function countLadder(mean: number, variance: number, levels: readonly number[]): number[] {
  if (!(mean > 0)) return levels.map(() => 0);
  const spread = Math.max(variance, mean * 1.000001);
  const size = (mean * mean) / (spread - mean);
  const success = mean / spread;
  let probability = Math.exp(size * Math.log(success));
  if (mean > large || !(probability > 1e-280)) {
    const shape = (mean * mean) / spread;
    return levels.map((p) => gammaQuantile(mean, shape, p));
  }
  const counts: number[] = [];
  let sum = probability;
  let k = 0;
  // a loop: what a function took from around it would be an object of the heap at every step
  for (let i = 0; i < levels.length; i++) {
    while (sum < levels[i] && k < 1e5) {
      k++;
      probability *= ((k - 1 + size) / k) * (1 - success);
      sum += probability;
    }
    counts.push(k);
  }
  return counts;
}

function gammaQuantile(mean: number, shape: number, level: number): number {
  const root = 1 - 1 / (9 * shape) + normalQuantile(level) / (3 * Math.sqrt(shape));
  return mean * Math.max(0, root) ** 3;
}
