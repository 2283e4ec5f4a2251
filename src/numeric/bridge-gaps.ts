/**
 * Straight lines across unobserved values (NaN); the ends take the nearest observed value. Returns the same array
 * where nothing is missing. All zero where nothing is observed. O(n).
 *
 * @example bridgeGaps(Float64Array.of(1, NaN, 3)); // => [1, 2, 3]
 */
export function bridgeGaps(values: Float64Array): Float64Array {
  if (values.every((value) => !Number.isNaN(value))) return values;
  const result = Float64Array.from(values);
  let last = -1;
  for (let t = 0; t < result.length; t++) {
    if (Number.isNaN(result[t])) continue;
    for (let k = last + 1; k < t; k++) {
      const share = last < 0 ? 1 : (k - last) / (t - last);
      result[k] = last < 0 ? result[t] : result[last] + share * (result[t] - result[last]);
    }
    last = t;
  }
  return last < 0 ? result.fill(0) : result.fill(result[last], last + 1);
}
