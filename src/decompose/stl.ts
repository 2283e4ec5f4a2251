import { loess, loessAt } from "../numeric/loess.ts";
import { quantileSorted } from "../numeric/quantile.ts";
import type { StlOptions } from "./stl-options.ts";

/** Parts that add up to the series, and the robustness weights (1 where all loops were plain). */
export interface Decomposition {
  readonly season: Float64Array;
  readonly trend: Float64Array;
  readonly remainder: Float64Array;
  readonly weights: Float64Array;
}

/**
 * Seasonal-trend decomposition by local regression. Every value must be finite, and there must be two full seasons.
 * Robust fits use the exact median (R's median of an even number of values is at fault in about 1 call of 8).
 * Source: R. Cleveland, W. Cleveland, J. McRae, I. Terpenning, "STL", Journal of Official Statistics 6 (1990).
 */
export function stl(values: Float64Array, options: StlOptions): Decomposition {
  const n = values.length;
  const { period } = options;
  if (!(period >= 2)) throw new RangeError(`stl requires a period of at least 2, got ${period}`);
  if (n < 2 * period)
    throw new RangeError(`stl requires at least two seasons (${2 * period} values), got ${n}`);
  const season = new Float64Array(n);
  const trend = new Float64Array(n);
  const weights = new Float64Array(n).fill(1);
  const work = workspace(n, period);
  for (let outer = 0; outer <= options.outer; outer++) {
    const robustness = outer > 0 ? weights : undefined;
    for (let inner = 0; inner < options.inner; inner++) {
      innerLoop(values, options, robustness, season, trend, work);
    }
    if (outer < options.outer) setRobustness(values, season, trend, weights);
  }
  if (options.periodic) averageByPosition(season, period);
  const remainder = values.map((value, t) => value - season[t] - trend[t]);
  return { season, trend, remainder, weights };
}

interface Workspace {
  readonly cycles: Float64Array;
  readonly first: Float64Array;
  readonly second: Float64Array;
  readonly low: Float64Array;
  readonly adjusted: Float64Array;
}

function workspace(n: number, period: number): Workspace {
  const long = n + 2 * period;
  return {
    cycles: new Float64Array(long),
    first: new Float64Array(long),
    second: new Float64Array(long),
    low: new Float64Array(n),
    adjusted: new Float64Array(n),
  };
}

function innerLoop(
  values: Float64Array,
  options: StlOptions,
  robustness: Float64Array | undefined,
  season: Float64Array,
  trend: Float64Array,
  { cycles, first, second, low, adjusted }: Workspace,
): void {
  const n = values.length;
  const { period } = options;
  for (let t = 0; t < n; t++) adjusted[t] = values[t] - trend[t];
  smoothCycles(adjusted, options, robustness, cycles);
  movingMean(cycles, n + 2 * period, period, first);
  movingMean(first, n + period + 1, period, second);
  movingMean(second, n + 2, 3, first);
  const { lowPassWindow: span, lowPassDegree: degree, lowPassJump: jump } = options;
  loess(first.subarray(0, n), { span, degree, jump }, undefined, low);
  for (let t = 0; t < n; t++) {
    season[t] = cycles[t + period] - low[t];
    adjusted[t] = values[t] - season[t];
  }
  loess(
    adjusted,
    { span: options.trendWindow, degree: options.trendDegree, jump: options.trendJump },
    robustness,
    trend,
  );
}

/** Smooths the values of each position of the season and carries them one season on at both ends. */
function smoothCycles(
  detrended: Float64Array,
  { period, seasonWindow: span, seasonDegree: degree, seasonJump: jump }: StlOptions,
  robustness: Float64Array | undefined,
  cycles: Float64Array,
): void {
  const n = detrended.length;
  for (let s = 0; s < period; s++) {
    const count = Math.floor((n - 1 - s) / period) + 1;
    const values = Float64Array.from({ length: count }, (_, i) => detrended[s + i * period]);
    const own = robustness && Float64Array.from({ length: count }, (_, i) => robustness[s + i * period]);
    const smooth = new Float64Array(count + 2);
    loess(values, { span, degree, jump }, own, smooth, 1);
    const width = Math.min(span, count);
    const scratch = new Float64Array(width);
    smooth[0] = loessAt(values, -1, 0, width, span, degree, own, scratch);
    smooth[count + 1] = loessAt(values, count, count - width, count, span, degree, own, scratch);
    for (let i = 0; i < count + 2; i++) cycles[s + i * period] = smooth[i];
  }
}

/** Means of `width` neighbours of the first `length` values, into `out`. */
function movingMean(values: Float64Array, length: number, width: number, out: Float64Array): void {
  let total = 0;
  for (let t = 0; t < width; t++) total += values[t];
  out[0] = total / width;
  for (let t = width; t < length; t++) {
    total += values[t] - values[t - width];
    out[t - width + 1] = total / width;
  }
}

/** Bisquare weights of the remainders, with six times their median as the limit. */
function setRobustness(
  values: Float64Array,
  season: Float64Array,
  trend: Float64Array,
  weights: Float64Array,
): void {
  const sizes = values.map((value, t) => Math.abs(value - season[t] - trend[t]));
  const limit = 6 * quantileSorted(Float64Array.from(sizes).sort(), 0.5);
  for (let t = 0; t < sizes.length; t++) {
    const size = sizes[t];
    const ratio = size / limit;
    weights[t] = size <= 0.001 * limit ? 1 : size > 0.999 * limit ? 0 : (1 - ratio * ratio) ** 2;
  }
}

function averageByPosition(season: Float64Array, period: number): void {
  for (let s = 0; s < period; s++) {
    let total = 0;
    let count = 0;
    for (let t = s; t < season.length; t += period) {
      total += season[t];
      count++;
    }
    for (let t = s; t < season.length; t += period) season[t] = total / count;
  }
}
