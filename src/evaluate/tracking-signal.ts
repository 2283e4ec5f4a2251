import { normalTail } from "../numeric/normal.ts";

/**
 * Trigg's tracking signal after each error: smoothed error over smoothed absolute error, from -1 to 1; 0 where all
 * errors are 0. Errors are actual - forecast, one step ahead, oldest first: plus means that forecasts are too low.
 * Starts with a smoothed error of 0 and a smoothed absolute error of |e_1|. O(n).
 * Source: D. Trigg, "Monitoring a forecasting system", Operational Research Quarterly 15 (1964).
 *
 * @example trackingSignals([-5, 5]); // => [-0.1, 0.01]
 */
export function trackingSignals(errors: ArrayLike<number>, smoothing = 0.1): Float64Array {
  const signals = new Float64Array(errors.length);
  let error = 0;
  let size = errors.length > 0 ? Math.abs(errors[0]) : 0;
  for (let t = 0; t < errors.length; t++) {
    error = smoothing * errors[t] + (1 - smoothing) * error;
    size = smoothing * Math.abs(errors[t]) + (1 - smoothing) * size;
    signals[t] = size > 0 ? error / size : 0;
  }
  return signals;
}

/**
 * Trigg's tracking signal after the last error; 0 where there is none.
 *
 * @example trackingSignal([-5, 5]); // => 0.01
 */
export const trackingSignal = (errors: ArrayLike<number>, smoothing = 0.1): number =>
  trackingSignals(errors, smoothing).at(-1) ?? 0;

/** 5 % limit of |T| after many unbiased, independent normal errors at smoothing .1. */
const limit = 0.538;

/**
 * 5 % limit of |trackingSignal| after n unbiased, independent normal errors at smoothing .1: a curve through 400,000
 * simulated paths (.625 after 4 errors, .602 after 6, .561 after 12, .546 after 18, .538 from 30 on). 1 below 4 errors,
 * where nothing can alarm.
 *
 * @example trackingLimit(12); // => 0.563
 */
export const trackingLimit = (n: number): number => (n < 4 ? 1 : limit + 0.165 * 0.854 ** n);

/**
 * P(|T| >= t) of the tracking signal after n such errors, two-sided; 5 % at {@link trackingLimit}. A curve through
 * 400,000 simulated paths of 60 errors (5 % at .538, 1 % at .668, .1 % at .786, .01 % at .855), stretched to the limit
 * of fewer errors.
 *
 * @example trackingTail(0.668, 60); // => 0.01
 */
export function trackingTail(signal: number, n: number): number {
  const size = (Math.min(1, Math.abs(signal)) * limit) / trackingLimit(n);
  return normalTail(size * (3.36 + 0.7 * size ** 2 + size ** 4));
}
