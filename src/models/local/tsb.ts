import type { Fit, Model } from "../../model.ts";
import type { Series } from "../../series.ts";
import { flatFit, requireObserved } from "./flat-fit.ts";

const defaults = {
  /** Smoothing of the sizes, at demands only. */
  alpha: 0.1,
  /** Smoothing of the probability of a demand, in every period. */
  beta: 0.1,
  /** Whether the first period updates the mean size and occurrence it starts from ("before") or not ("first"). */
  start: "first" as "first" | "before",
};

/**
 * Method of Teunter, Syntetos and Babai: probability times size; without demand the forecast dies down, which shows
 * items at the end of their life.
 * Source: R. Teunter, A. Syntetos, M. Babai, "Intermittent demand: linking forecasting to inventory obsolescence",
 * European Journal of Operational Research 214 (2011).
 *
 * @example tsb().fit({ ...series, values: Float64Array.of(0,0,5,0,0,3,0,4,0,0,0,6) }).mean(1); // => [1.636672452]
 */
export function tsb(options: Partial<typeof defaults> = {}): Model {
  const settings = { ...defaults, ...options };
  return { name: "tsb", needs: 1, fit: (series) => fitTsb(series, settings) };
}

function fitTsb({ values }: Series, { alpha, beta, start }: typeof defaults): Fit {
  const observed = requireObserved("tsb", 1, values);
  let total = 0;
  let demands = 0;
  for (const value of values) {
    if (Number.isNaN(value) || value === 0) continue;
    total += value;
    demands++;
  }
  const state = { size: demands === 0 ? 0 : total / demands, probability: demands / observed };
  const fitted = new Float64Array(values.length);
  const first = start === "before" ? 0 : values.findIndex((value) => !Number.isNaN(value)) + 1;
  smoothTsb(values, { alpha, beta }, state, fitted, first);
  return flatFit("tsb", fitted, state.probability * state.size);
}

/**
 * One pass of TSB: moves size and probability of a demand on from `first`, a bucket that nobody observed (NaN) moves
 * neither; `fitted[t]` becomes the forecast before bucket t. O(n).
 */
export function smoothTsb(
  values: Float64Array,
  { alpha, beta }: { readonly alpha: number; readonly beta: number },
  state: { size: number; probability: number },
  fitted?: Float64Array,
  first = 0,
): void {
  let { size, probability } = state;
  for (let t = 0; t < values.length; t++) {
    if (fitted !== undefined) fitted[t] = probability * size;
    const value = values[t];
    if (t < first || Number.isNaN(value)) continue;
    probability += beta * ((value === 0 ? 0 : 1) - probability);
    if (value !== 0) size += alpha * (value - size);
  }
  state.size = size;
  state.probability = probability;
}
