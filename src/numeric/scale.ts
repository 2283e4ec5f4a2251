/**
 * Power of two next below the largest absolute value: dividing by it brings values near 1 without rounding.
 * 1 where nothing is observed or everything is zero. O(n).
 *
 * @example powerOfTwoScale(Float64Array.of(3, -9)); // => 8
 */
export function powerOfTwoScale(values: Float64Array): number {
  let largest = 0;
  for (const value of values) {
    const size = Math.abs(value);
    if (size > largest && size < Number.POSITIVE_INFINITY) largest = size;
  }
  if (largest === 0) return 1;
  const exponent = Math.floor(Math.log2(largest));
  return 2 ** Math.max(-1022, Math.min(1023, exponent));
}

/** Each value divided by `scale`, as a new array. */
export function divided(values: Float64Array, scale: number): Float64Array {
  const result = new Float64Array(values.length);
  for (let t = 0; t < values.length; t++) result[t] = values[t] / scale;
  return result;
}

/** Multiplies every value by `scale` in place and returns the same array. */
export function multiplied(values: Float64Array, scale: number): Float64Array {
  for (let t = 0; t < values.length; t++) values[t] = values[t] * scale;
  return values;
}

/**
 * Whether every observed value is above this share of the largest one, so that ratios and logarithms make sense. The
 * answer does not depend on the unit.
 *
 * @example isWellAboveZero(Float64Array.of(1, 2000), 1e-3); // => false
 */
export function isWellAboveZero(values: Float64Array, share: number): boolean {
  let most = Number.NEGATIVE_INFINITY;
  let least = Number.POSITIVE_INFINITY;
  for (const value of values) {
    if (value > most) most = value;
    if (value < least) least = value;
  }
  return most > 0 && least > share * most;
}
