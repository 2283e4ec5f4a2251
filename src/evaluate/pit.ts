/**
 * Position of a value in a distribution given by ascending quantiles (probability integral transform), 0 to 1, linear
 * between them; half the outermost share beyond them. Where the value ties with several quantiles, as counts do, the
 * middle of their levels. O(quantiles).
 * Source: T. Gneiting, F. Balabdaoui, A. Raftery, "Probabilistic forecasts, calibration and sharpness", Journal of the
 * Royal Statistical Society B 69 (2007).
 *
 * @example pitOf(3, [1, 3, 5], [0.1, 0.5, 0.9]); // => 0.5
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

/**
 * Counts of positions in ten equal bins: flat for a calibrated distribution.
 *
 * @example pitHistogram([0, 0.55, 1]); // => [1, 0, 0, 0, 0, 1, 0, 0, 0, 1]
 */
export function pitHistogram(positions: readonly number[]): number[] {
  const bins = new Array<number>(10).fill(0);
  for (const p of positions) bins[Math.min(9, Math.floor(10 * p))]++;
  return bins;
}
