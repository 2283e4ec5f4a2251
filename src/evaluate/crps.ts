/**
 * Continuous ranked probability score of a sample of forecasts: mean |x - y| less half the mean distance within the
 * sample, in the unit of the demand. `sample` need not be sorted; NaN for an empty one. O(n log n).
 * Source: T. Gneiting, A. Raftery, "Strictly proper scoring rules, prediction, and estimation", Journal of the American
 * Statistical Association 102 (2007).
 *
 * @example crpsOfSample([1, 2, 4, 7], 3); // => 0.75
 */
export function crpsOfSample(sample: ArrayLike<number>, actual: number): number {
  const sorted = Float64Array.from(sample).sort();
  const n = sorted.length;
  let distance = 0;
  let within = 0;
  for (let i = 0; i < n; i++) {
    distance += Math.abs(sorted[i] - actual);
    within += (2 * (i + 1) - n - 1) * sorted[i];
  }
  return distance / n - within / (n * n);
}

/**
 * The same score of a distribution of counts: sum over k of (F(k) - 1{y <= k})^2, until F is 1 to 1e-15 beyond y, or k
 * is `most`. `cdf(k)` is P(demand <= k).
 * Source: S. Kolassa, "Evaluating predictive count data distributions in retail sales forecasting", International
 * Journal of Forecasting 32 (2016).
 *
 * @example crpsOfCounts((k) => poissonCdf(k, 3), 5); // => 1.3131144367
 */
export function crpsOfCounts(cdf: (k: number) => number, actual: number, most = 1e6): number {
  let total = 0;
  for (let k = 0; k < most; k++) {
    const below = cdf(k);
    total += (below - (actual <= k ? 1 : 0)) ** 2;
    if (k >= actual && 1 - below < 1e-15) break;
  }
  return total;
}
