/** Definitions of the sample quantile by R. Hyndman and Y. Fan, "Sample quantiles in statistical packages" (1996). */
type QuantileType = 1 | 6 | 7 | 8;

/**
 * Quantile of a sorted sample. Type 1 is the inverse of the empirical distribution (always a sample value), 7 the
 * default of R and spreadsheets, 6 reaches the ends sooner, 8 is nearly median-unbiased. NaN for an empty sample. O(1).
 *
 * @example quantileSorted([1, 2, 3, 4], 0.5); // => 2.5
 */
export function quantileSorted(
  sorted: ArrayLike<number>,
  probability: number,
  type: QuantileType = 7,
): number {
  const n = sorted.length;
  if (n === 0 || !(probability >= 0 && probability <= 1)) return Number.NaN;
  if (type === 1) return sorted[Math.max(0, Math.ceil(n * probability - 1e-12) - 1)];
  const position =
    type === 7
      ? (n - 1) * probability
      : type === 6
        ? (n + 1) * probability - 1
        : (n + 1 / 3) * probability - 2 / 3;
  const clamped = Math.min(n - 1, Math.max(0, position));
  const below = Math.floor(clamped);
  const above = Math.min(n - 1, below + 1);
  const share = clamped - below;
  return sorted[below] + share * (sorted[above] - sorted[below]);
}

/** Values up to which putting each in its place costs less than a block of memory and a sort. */
const fewValues = 24;

/** Puts a number in its place among ascending ones: -0 before 0, as a Float64Array sorts. */
function insert(sorted: number[], value: number): void {
  let at = sorted.length;
  sorted.push(value);
  while (
    at > 0 &&
    (sorted[at - 1] > value || (value === 0 && Object.is(value, -0) && sorted[at - 1] === 0))
  ) {
    sorted[at] = sorted[at - 1];
    at--;
  }
  sorted[at] = value;
}

/** Quantile of a sample in any order; NaN values are left out. O(n log n). */
export function quantile(values: ArrayLike<number>, probability: number, type: QuantileType = 7): number {
  if (values.length > fewValues) {
    const kept = Float64Array.from(values).filter((value) => !Number.isNaN(value));
    return quantileSorted(kept.sort(), probability, type);
  }
  const sorted: number[] = [];
  for (let k = 0; k < values.length; k++) if (!Number.isNaN(values[k])) insert(sorted, values[k]);
  return quantileSorted(sorted, probability, type);
}

/** Middle value (mean of the two middle ones); NaN values are left out. */
export const median = (values: ArrayLike<number>): number => quantile(values, 0.5);
