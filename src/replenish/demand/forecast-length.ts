import type { Forecast } from "../../forecast.ts";
import { normalQuantile } from "../../numeric/normal.ts";
import { type Distribution, distribution, quantile } from "./distribution.ts";

/**
 * Demand of the first `length` buckets of a forecast, `length` being any positive number: quantiles of the sum,
 * between whole buckets by straight lines, inside the first bucket with the spread growing as the square root of
 * the length, beyond the horizon with mean and spread carried on.
 */
export function demandOfLength(
  forecast: Forecast,
  length: number,
  scale = 1,
  known = 0,
  burst = 0,
): Distribution {
  const { levels } = forecast.cumulative;
  const values = new Float64Array(levels.length);
  quantilesOfLength(forecast, length, scale, known, burst, values);
  return distribution(levels, values);
}

/**
 * Variance that an interval of `length` buckets gets from cutting buckets, per sum of squared demands of a bucket: a
 * demand of a bucket falls into a part f of it with variance f (1 - f), averaged over where the interval begins.
 */
function cutShare(length: number): number {
  if (length >= 1) return 1 / 3;
  return (1 - length) * length * (1 - length) + length * (length - (2 * length * length) / 3);
}

/** A quantile moved away from the centre by a second, independent deviation of the same level. */
function withDeviation(value: number, centre: number, deviation: number): number {
  const own = value - centre;
  if (own * deviation <= 0) return centre + own + deviation;
  return centre + Math.sign(own) * Math.sqrt(own * own + deviation * deviation);
}

const normals = new WeakMap<readonly number[], Float64Array>();

/** Standard normal quantiles of some levels. */
function normalLevels(levels: readonly number[]): Float64Array {
  const known = normals.get(levels) ?? Float64Array.from(levels, normalQuantile);
  normals.set(levels, known);
  return known;
}

/**
 * Quantiles of {@link demandOfLength} into `values`.
 * @param burst sum of the squared demands of a bucket's days: how unevenly demand falls inside a bucket; 0: evenly
 */
export function quantilesOfLength(
  forecast: Forecast,
  length: number,
  scale: number,
  known: number,
  burst: number,
  values: Float64Array,
): void {
  const { mean, quantiles, levels } = forecast.cumulative;
  const horizon = mean.length;
  if (!(length > 0) || horizon === 0 || scale <= 0) {
    values.fill(known);
    return;
  }
  const whole = Math.floor(length);
  const part = length - whole;
  const last = horizon - 1;
  const spread = burst > 0 ? Math.sqrt(burst * cutShare(length)) : 0;
  const centre = meanOfLength(forecast, length);
  const z = normalLevels(levels);
  const root = Math.sqrt(whole === 0 ? part : length / horizon);
  for (let i = 0; i < values.length; i++) {
    const q = quantiles[i];
    let value: number;
    if (whole === 0) value = part * mean[0] + root * (q[0] - mean[0]);
    else if (whole >= horizon) value = (mean[last] * length) / horizon + root * (q[last] - mean[last]);
    else value = part === 0 ? q[whole - 1] : q[whole - 1] + part * (q[whole] - q[whole - 1]);
    if (spread > 0) value = withDeviation(value, centre, spread * z[i]);
    value = known + scale * Math.max(0, value);
    values[i] = i > 0 && value < values[i - 1] ? values[i - 1] : value;
  }
}

/** Expected demand of the first `length` buckets. */
export function meanOfLength(forecast: Forecast, length: number): number {
  const { mean } = forecast.cumulative;
  const horizon = mean.length;
  if (!(length > 0) || horizon === 0) return 0;
  const whole = Math.floor(length);
  if (whole >= horizon) return (mean[horizon - 1] * length) / horizon;
  const before = whole === 0 ? 0 : mean[whole - 1];
  return before + (length - whole) * (mean[whole] - before);
}

/** Least probability of demand that is told apart from none. */
const leastActive = 0.01;

/** Probability that bucket `k` of a forecast brings nothing: the share of its quantiles that are 0. */
function emptyAt({ levels, quantiles }: Forecast["demand"], k: number): number {
  let i = 0;
  while (i < levels.length && quantiles[i][k] <= 0) i++;
  return i === 0 ? 0 : i === levels.length ? 1 : (levels[i - 1] + levels[i]) / 2;
}

/** Probability that `length` buckets bring any demand, where each bucket of the forecast counts its weight. */
function activeOf({ demand }: Forecast, length: number, weights: Float64Array): number {
  let none = 0;
  let all = 0;
  for (const [k, weight] of weights.entries()) {
    none += weight * emptyAt(demand, k);
    all += weight;
  }
  return Math.min(1, Math.max(leastActive, 1 - (all > 0 ? none / all : 0) ** length));
}

/** Probability that `length` buckets bring any demand, whenever they lie. */
export const activeShare = (forecast: Forecast, length: number): number =>
  activeOf(forecast, length, new Float64Array(forecast.demand.mean.length).fill(1));

/**
 * The same for buckets in which demand is expected: each counts by what it is expected to bring, so that the months
 * without a season do not make the demand within it look rare.
 */
export function activeInSeason(forecast: Forecast, length: number): number {
  const weights = forecast.demand.mean.map((mean) => Math.max(0, mean));
  return weights.some((weight) => weight > 0)
    ? activeOf(forecast, length, weights)
    : activeShare(forecast, length);
}

/** Places inside the demands of a bucket at which their size is looked at. */
const sizePlaces = [0.1, 0.3, 0.5, 0.7, 0.9];

/** Sizes that the demand of a bucket may have where there is any, all as likely, relative to their mean. */
export function sizesOf({ demand }: Forecast): readonly number[] {
  const { levels, quantiles } = demand;
  if (quantiles.length === 0 || demand.mean.length === 0) return [1];
  const of = distribution(
    levels,
    quantiles.map((row) => row[0]),
  );
  let none = 0;
  while (none < levels.length && quantiles[none][0] <= 0) none++;
  const start = none === 0 ? 0 : none === levels.length ? 1 : (levels[none - 1] + levels[none]) / 2;
  const sizes = sizePlaces.map((place) => quantile(of, start + (1 - start) * place));
  const mean = sizes.reduce((sum, size) => sum + size, 0) / sizes.length;
  return mean > 0 ? sizes.map((size) => size / mean) : [1];
}
