/** How often actual values lie in the interval between two levels, and where they lie in the distribution. */
export interface Calibration {
  readonly points: number;
  /** Share of actual values inside, in percent. */
  readonly coverage: number;
  /** Nominal share, in percent. */
  readonly nominal: number;
}

/** Counts hits of an interval. @example coverageOf([1, 5], [0, 0], [2, 2], 0.8).coverage // 50 */
export function coverageOf(
  actual: ArrayLike<number>,
  low: ArrayLike<number>,
  high: ArrayLike<number>,
  nominal: number,
): Calibration {
  let points = 0;
  let inside = 0;
  for (let k = 0; k < actual.length; k++) {
    const y = actual[k];
    if (Number.isNaN(y) || Number.isNaN(low[k]) || Number.isNaN(high[k])) continue;
    points++;
    if (y >= low[k] && y <= high[k]) inside++;
  }
  return { points, coverage: points > 0 ? (100 * inside) / points : Number.NaN, nominal: 100 * nominal };
}

/**
 * Position of a value in a distribution given by ascending quantiles (probability integral transform), linear between
 * them. Where the value ties with several quantiles, as counts do, the middle of their levels.
 * @example pitOf(3, [1, 3, 5], [0.1, 0.5, 0.9]) // 0.5
 */
export function pitOf(value: number, quantiles: readonly number[], levels: readonly number[]): number {
  const last = quantiles.length - 1;
  if (value < quantiles[0]) return levels[0] / 2;
  if (value > quantiles[last]) return (1 + levels[last]) / 2;
  let first = 0;
  while (quantiles[first] < value) first++;
  let end = first;
  while (end < last && quantiles[end + 1] === value) end++;
  if (quantiles[first] === value) return (levels[first] + levels[end]) / 2;
  const below = quantiles[first - 1];
  const share = (value - below) / (quantiles[first] - below);
  return levels[first - 1] + share * (levels[first] - levels[first - 1]);
}

/** Counts of positions in ten equal bins: flat for a calibrated distribution. */
export function pitHistogram(positions: readonly number[]): number[] {
  const bins = new Array<number>(10).fill(0);
  for (const p of positions) bins[Math.min(9, Math.floor(10 * p))]++;
  return bins;
}
