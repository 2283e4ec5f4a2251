/**
 * Akaike weights exp(-difference / 2) of fits of one series, summing to 1; weights below a thousandth become zero.
 * Source: S. Kolassa, "Combining exponential smoothing forecasts using Akaike weights", International Journal of
 * Forecasting 27 (2011).
 *
 * @example akaikeWeights([{ aicc: 1 }, { aicc: 1 }, { aicc: 90 }]); // => [0.5, 0.5, 0]
 */
export function akaikeWeights(fits: readonly { readonly aicc: number }[]): number[] {
  const least = fits.reduce((low, fit) => Math.min(low, fit.aicc), Number.POSITIVE_INFINITY);
  const raw = fits
    .map((fit) => Math.exp((least - fit.aicc) / 2))
    .map((weight) => (weight < 1e-3 ? 0 : weight));
  const total = raw.reduce((a, b) => a + b, 0);
  return raw.map((weight) => weight / total);
}

/** Weighted sum of one array of `length` values per fit; fits of weight 0 are not asked. */
export function weightedSum<T>(
  fits: readonly T[],
  weights: readonly number[],
  part: (fit: T) => Float64Array,
  length: number,
): Float64Array {
  const result = new Float64Array(length);
  fits.forEach((fit, i) => {
    const weight = weights[i];
    if (weight === 0) return;
    const values = part(fit);
    for (let t = 0; t < length; t++) result[t] = result[t] + weight * values[t];
  });
  return result;
}
