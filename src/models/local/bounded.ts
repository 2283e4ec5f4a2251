/**
 * A forecast held within bounds that no sensible one leaves: two spans of what was seen beyond its extremes. One
 * exploding model must not carry an average away.
 * @example bounded(Float64Array.of(900, 15), Float64Array.of(10, 20)) // [60, 15]
 */
export function bounded(mean: Float64Array, values: Float64Array): Float64Array {
  let low = Number.POSITIVE_INFINITY;
  let high = Number.NEGATIVE_INFINITY;
  for (const value of values) {
    if (value < low) low = value;
    if (value > high) high = value;
  }
  const span = Math.max(high - low, Math.abs(high), Math.abs(low));
  return mean.map((value) => Math.min(Math.max(value, low - 2 * span), high + 2 * span));
}
