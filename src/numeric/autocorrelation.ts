import { meanObserved } from "./sum.ts";

/**
 * Autocorrelations of lags 0 to `maxLag`, with the divisor n as in R's `acf`; pairs with a NaN are left out.
 * All zero for a constant series. O(n maxLag).
 *
 * @example autocorrelation(Float64Array.of(1, 2, 3, 4), 1); // => [1, 0.25]
 */
export function autocorrelation(values: Float64Array, maxLag: number): Float64Array {
  const n = values.length;
  const mean = meanObserved(values);
  const result = new Float64Array(maxLag + 1);
  const centred = new Float64Array(n);
  let variance = 0;
  for (let t = 0; t < n; t++) {
    const value = values[t];
    centred[t] = !Number.isNaN(value) ? value - mean : 0;
    variance += centred[t] * centred[t];
  }
  if (variance === 0) return result;
  for (let lag = 0; lag <= maxLag; lag++) {
    let total = 0;
    for (let t = lag; t < n; t++) total += centred[t] * centred[t - lag];
    result[lag] = total / variance;
  }
  return result;
}
