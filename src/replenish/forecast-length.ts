import type { Forecast } from "../forecast.ts";
import { type Distribution, distribution } from "./distribution.ts";

/**
 * Demand of the first `length` buckets of a forecast, `length` being any positive number: quantiles of the sum,
 * between whole buckets by straight lines, inside the first bucket with the spread growing as the square root of
 * the length, beyond the horizon with mean and spread carried on.
 */
export function demandOfLength(forecast: Forecast, length: number, scale = 1, known = 0): Distribution {
  const { levels } = forecast.cumulative;
  const values = new Float64Array(levels.length);
  quantilesOfLength(forecast, length, scale, known, values);
  return distribution(levels, values);
}

/** Quantiles of {@link demandOfLength} into `values`. */
export function quantilesOfLength(
  forecast: Forecast,
  length: number,
  scale: number,
  known: number,
  values: Float64Array,
): void {
  const { mean, quantiles } = forecast.cumulative;
  const horizon = mean.length;
  if (!(length > 0) || horizon === 0 || scale <= 0) {
    values.fill(known);
    return;
  }
  const whole = Math.floor(length);
  const part = length - whole;
  const last = horizon - 1;
  const root = Math.sqrt(whole === 0 ? part : length / horizon);
  for (let i = 0; i < values.length; i++) {
    const q = quantiles[i];
    let value: number;
    if (whole === 0) value = part * mean[0] + root * (q[0] - mean[0]);
    else if (whole >= horizon) value = (mean[last] * length) / horizon + root * (q[last] - mean[last]);
    else value = part === 0 ? q[whole - 1] : q[whole - 1] + part * (q[whole] - q[whole - 1]);
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

/** Probability that `length` buckets bring any demand: from the share of each bucket's quantiles that are 0. */
export function activeShare({ demand }: Forecast, length: number): number {
  const { levels, quantiles, mean } = demand;
  let none = 0;
  for (let k = 0; k < mean.length; k++) {
    let i = 0;
    while (i < levels.length && quantiles[i][k] <= 0) i++;
    none += i === 0 ? 0 : i === levels.length ? 1 : (levels[i - 1] + levels[i]) / 2;
  }
  const empty = mean.length === 0 ? 0 : none / mean.length;
  return Math.min(1, Math.max(leastActive, 1 - empty ** length));
}
