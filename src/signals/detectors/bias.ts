import type { Candidate } from "../candidate.ts";
import { normalTail } from "../fit/tail.ts";

/**
 * Trigg's tracking signal after each error: smoothed error over smoothed absolute error, in [-1, 1]; 0 where all
 * errors are 0. Starts with E = 0 and M = |e_1| (Trigg 1964).
 * @example trigg([-5, 5], 0.1) // [-0.1, 0.01]
 */
export function trigg(errors: ArrayLike<number>, smoothing = 0.1): Float64Array {
  const out = new Float64Array(errors.length);
  let error = 0;
  let size = errors.length > 0 ? Math.abs(errors[0]) : 0;
  for (let t = 0; t < errors.length; t++) {
    error = smoothing * errors[t] + (1 - smoothing) * error;
    size = smoothing * Math.abs(errors[t]) + (1 - smoothing) * size;
    out[t] = size > 0 ? error / size : 0;
  }
  return out;
}

/** 5 % limit of |trigg| at smoothing .1 for unbiased normal errors. */
export const triggLimit = 0.53;

/**
 * P(|T| >= t) of Trigg's signal at smoothing .1 for unbiased, independent normal errors: a curve through 400,000
 * simulated paths of 60 errors (5 % at .537, 1 % at .667, .1 % at .783, .01 % at .852).
 */
export function triggTail(t: number): number {
  const size = Math.min(1, Math.abs(t));
  return normalTail(size * (3.36 + 0.7 * size ** 2 + size ** 4));
}

/** Forecasts that have been too high or too low for long: Trigg's signal on the last one-step errors. */
export function bias(
  errors: Float64Array,
  bucket: Int32Array,
  level: number,
  tried: number,
): Candidate | undefined {
  if (errors.length < 18) return undefined;
  const signal = trigg(errors);
  const n = signal.length;
  const p = triggTail(signal[n - 1]);
  if (p > 0.02) return undefined;
  const sign = Math.sign(signal[n - 1]);
  let from = n - 1;
  while (from > 0 && signal[from - 1] * sign > 0) from--;
  let sum = 0;
  for (let t = from; t < n; t++) sum += errors[t];
  const offset = bucket.length - n;
  return {
    kind: "bias",
    at: bucket[from + offset],
    pAsOf: Array.from({ length: n - from }, (_, i) => (i < 3 ? 1 : triggTail(signal[from + i]))),
    p,
    weighted: Math.min(1, p * tried),
    direction: sign > 0 ? "up" : "down",
    size: level > 0 ? sum / (n - from) / level : 0,
    quantity: Math.abs(sum),
  };
}
