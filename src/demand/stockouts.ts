/** Share of a history that may be zero for its zeros to look like missing stock. */
const zeroShare = 0.1;
const longestRun = 3;
const leastBuckets = 12;
const highestVariation = 0.5;

/**
 * Positions where a regular item suddenly shows nothing between two normal buckets: probably it was out of stock,
 * not out of demand. `quiet[k]` is the share of regular items without demand in the same bucket: where many are
 * silent the firm was closed, and nothing is suspected.
 */
export function suspectedStockouts(values: Float64Array, quiet: (position: number) => number): number[] {
  if (!isRegular(values)) return [];
  const found: number[] = [];
  for (let k = 1; k < values.length - 1; k++) {
    if (values[k] !== 0) continue;
    let end = k;
    while (end < values.length && values[end] === 0) end += 1;
    if (end < values.length && end - k <= longestRun && values[k - 1] > 0) {
      for (let j = k; j < end; j++) if (quiet(j) < 0.2) found.push(j);
    }
    k = end;
  }
  return found;
}

/** True for an item that nearly always has demand, of steady size. */
export function isRegular(values: Float64Array): boolean {
  let observed = 0;
  let zeros = 0;
  let sum = 0;
  let squares = 0;
  for (const value of values) {
    if (Number.isNaN(value)) continue;
    observed += 1;
    if (value === 0) zeros += 1;
    sum += value;
    squares += value * value;
  }
  const demands = observed - zeros;
  if (observed < leastBuckets || zeros > zeroShare * observed) return false;
  const mean = sum / demands;
  const variance = Math.max(0, squares / demands - mean * mean);
  return variance < (highestVariation * mean) ** 2;
}
