import { type Minimum, minimiseResiduals } from "../../../numeric/minimise-residuals.ts";
import { additiveErrors, relativeErrors } from "./ets-errors.ts";
import { type EtsSeason, extrapolate, type Smoothing, smooth } from "./ets-recursion.ts";
import type { EndStates } from "./ets-start.ts";

/** One form of exponential smoothing in the notation of Hyndman et al. (2008): error, trend, season. */
export interface EtsForm {
  readonly error: "A" | "M";
  readonly trend: "N" | "A" | "Ad";
  readonly season: EtsSeason;
}

export interface FittedForm {
  readonly form: EtsForm;
  readonly parameters: Smoothing;
  /** Corrected Akaike criterion up to a constant of the data; comparable between forms of the same series. */
  readonly aicc: number;
  /** Level, growth and season after the last value. */
  readonly state: Float64Array;
  /** One-step forecasts. */
  readonly fitted: Float64Array;
}

/** Limits of alpha, beta / alpha, gamma / (1 - alpha) and phi. */
const lower = [0.05, 0.001, 0.001, 0.8];
const upper = [0.995, 0.3, 0.5, 0.98];
const starts: readonly (readonly number[])[] = [
  [0.1, 0.05, 0.05, 0.95],
  [0.3, 0.1, 0.1, 0.95],
  [0.6, 0.1, 0.1, 0.95],
  [0.9, 0.05, 0.1, 0.95],
];

export const formName = (form: EtsForm): string => `ets(${form.error},${form.trend},${form.season})`;

/**
 * Fits one form: smoothing parameters in a box, first states by smoothing the series backwards (so that they cost no
 * search), likelihood of Hyndman et al. (2008), section 5.1. `y` should be near 1 in size; `observed` counts its
 * values that are not NaN.
 */
export function fitForm(
  form: EtsForm,
  y: Float64Array,
  period: number,
  ends: EndStates,
  observed: number,
): FittedForm {
  const n = y.length;
  const free = freeParameters(form);
  const parameters: Smoothing = { alpha: 0, beta: 0, gamma: 0, phi: 1 };
  const state = new Float64Array(form.season === "N" ? 2 : 2 + period);
  const predicted = new Float64Array(n);
  const run = (x: ArrayLike<number>) => {
    setParameters(form, free, x, parameters);
    state[0] = form.trend === "N" ? ends.flat : ends.level;
    state[1] = form.trend === "N" ? 0 : -ends.growth;
    if (form.season !== "N") state.set(ends.figure!, 2);
    smooth(y, form.season, period, parameters, state, predicted, true);
    state[1] = -state[1];
    smooth(y, form.season, period, parameters, state, predicted);
  };
  const residuals = (x: Float64Array, out: Float64Array) => {
    run(x);
    return form.error === "A"
      ? additiveErrors(y, predicted, out)
      : relativeErrors(y, predicted, out, observed);
  };
  // growth may turn round within a season, not within a bucket: beta / alpha up to .3 a season
  const highest = free.map((i) => (i === 1 ? upper[i] / period : upper[i]));
  const best = search(free, highest, residuals, n);
  run(best.x);
  // level and growth at the start are not searched for, so they cost nothing; the season is taken from the data
  const k = free.length + (form.season === "N" ? 0 : period - 1) + 1;
  const likelihood = observed * Math.log(Math.max(best.value, 1e-24 * observed));
  return {
    form,
    parameters,
    aicc: likelihood + 2 * k + (2 * k * (k + 1)) / Math.max(observed - k - 1, 1e-3),
    state,
    fitted: predicted,
  };
}

export function forecastForm(fitted: FittedForm, period: number, horizon: number): Float64Array {
  const { state, form, parameters } = fitted;
  return extrapolate(state, form.season, period, parameters.phi, fitted.fitted.length, horizon);
}

/** Which of alpha, beta, gamma, phi the form has. */
function freeParameters(form: EtsForm): number[] {
  const free = [0];
  if (form.trend !== "N") free.push(1);
  if (form.season !== "N") free.push(2);
  if (form.trend === "Ad") free.push(3);
  return free;
}

function setParameters(
  form: EtsForm,
  free: readonly number[],
  x: ArrayLike<number>,
  parameters: Smoothing,
): void {
  parameters.alpha = x[0];
  if (form.trend !== "N") parameters.beta = x[1] * x[0];
  if (form.season !== "N") parameters.gamma = x[free.indexOf(2)] * (1 - x[0]);
  if (form.trend === "Ad") parameters.phi = x[free.length - 1];
}

function search(
  free: readonly number[],
  highest: readonly number[],
  residuals: (x: Float64Array, out: Float64Array) => number,
  n: number,
): Minimum {
  const scratch = new Float64Array(n);
  let start = new Float64Array(free.length);
  let least = Number.POSITIVE_INFINITY;
  for (const all of starts) {
    const x = Float64Array.from(free, (i, j) => Math.min(all[i], highest[j]));
    const value = residuals(x, scratch);
    if (value < least) {
      least = value;
      start = x;
    }
  }
  return minimiseResiduals(
    residuals,
    n,
    start,
    free.map((i) => lower[i]),
    highest,
    { iterations: 8, tolerance: 1e-3 },
  );
}
