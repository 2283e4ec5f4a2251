import { minimiseOnInterval } from "./minimise-on-interval.ts";

/**
 * Box-Cox transform of positive values: log at 0, (y^lambda - 1) / lambda elsewhere.
 *
 * @example boxCox(Float64Array.of(1, Math.E), 0); // => [0, 1]
 */
export function boxCox(values: Float64Array, lambda: number): Float64Array {
  if (Math.abs(lambda) < 1e-6) return values.map(Math.log);
  return values.map((value) => (value ** lambda - 1) / lambda);
}

/** Inverse of {@link boxCox}; arguments beyond its range give the end of the range (0, or the largest number kept). */
export function inverseBoxCox(values: Float64Array, lambda: number): Float64Array {
  if (Math.abs(lambda) < 1e-6) return values.map((value) => Math.exp(Math.min(value, 300)));
  return values.map((value) => {
    const base = lambda * value + 1;
    if (base <= 0) return lambda > 0 ? 0 : 1e100;
    return Math.min(base ** (1 / lambda), 1e100);
  });
}

/**
 * Lambda for which spread and level of the seasons (blocks of `period`, 2 at least) vary least together: smallest
 * coefficient of variation of sd / mean^(1 - lambda).
 * Source: V. Guerrero, "Time-series analysis supported by power transformations", Journal of Forecasting 12 (1993).
 */
export function guerreroLambda(values: Float64Array, period: number, low = -1, high = 2): number {
  const size = Math.max(2, period);
  const blocks = Math.floor(values.length / size);
  if (blocks < 2) return 1;
  const from = values.length - blocks * size;
  const means = new Float64Array(blocks);
  const deviations = new Float64Array(blocks);
  for (let b = 0; b < blocks; b++) {
    const block = values.subarray(from + b * size, from + (b + 1) * size);
    let total = 0;
    for (const value of block) total += value;
    means[b] = total / size;
    let squares = 0;
    for (const value of block) squares += (value - means[b]) ** 2;
    deviations[b] = Math.sqrt(squares / (size - 1));
  }
  const spread = (lambda: number) => {
    const ratios = deviations.map((deviation, b) => deviation / means[b] ** (1 - lambda));
    let total = 0;
    for (const ratio of ratios) total += ratio;
    const mean = total / blocks;
    let squares = 0;
    for (const ratio of ratios) squares += (ratio - mean) ** 2;
    return mean > 0 ? Math.sqrt(squares / (blocks - 1)) / mean : 0;
  };
  return minimiseOnInterval(spread, low, high, 12, 40);
}
