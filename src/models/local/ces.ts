import type { Fit, Model } from "../../model.ts";
import { minimiseResiduals } from "../../numeric/minimise-residuals.ts";
import { divided, multiplied, powerOfTwoScale } from "../../numeric/scale.ts";
import type { Series } from "../../series.ts";
import {
  type CesKind,
  type CesParameters,
  type CesState,
  extrapolateComplex,
  isStable,
  smoothComplex,
} from "./ces-recursion.ts";
import { akaikeWeights, weightedSum } from "./ets/akaike.ts";
import { type EndStates, endStates } from "./ets/ets-start.ts";
import { requireObserved } from "./flat-fit.ts";

const defaults = {
  kinds: ["N", "S", "P", "F"] as readonly CesKind[],
  longestSeason: 24,
};

/** Start, lower and upper limit of a0, a1 and, where there is a season, b0, b1. */
const box = {
  N: { start: [1.3, 1], lower: [0.1, 0.5], upper: [1.9, 1.1] },
  S: { start: [1.3, 1], lower: [0.1, 0.5], upper: [1.9, 1.1] },
  P: { start: [1.3, 1, 0.1], lower: [0.1, 0.5, 0.01], upper: [1.9, 1.1, 0.9] },
  F: { start: [1.3, 1, 1.3, 1], lower: [0.1, 0.5, 0.1, 0.5], upper: [1.9, 1.1, 1.9, 1.1] },
} as const;

interface FittedKind {
  readonly kind: CesKind;
  readonly aicc: number;
  readonly parameters: CesParameters;
  readonly state: CesState;
  readonly fitted: Float64Array;
}

/**
 * Complex exponential smoothing: level and growth in one complex state; without season, seasonal, partial and full
 * forms weighted by their corrected Akaike criterion.
 * Source: I. Svetunkov, N. Kourentzes, J. Ord, "Complex exponential smoothing", Naval Research Logistics 69 (2022).
 */
export function ces(options: Partial<typeof defaults> = {}): Model {
  const settings = { ...defaults, ...options };
  return { name: "ces", needs: 4, fit: (series) => fitCes(series, settings) };
}

function fitCes(series: Series, settings: typeof defaults): Fit {
  const observed = requireObserved("ces", 4, series.values);
  const scale = powerOfTwoScale(series.values);
  const y = divided(series.values, scale);
  const period = Math.max(1, series.period);
  const seasonal = period > 1 && period <= settings.longestSeason && observed >= 2 * period + 3;
  const plain = endStates(y, period, "N");
  const withSeason = seasonal ? endStates(y, period, "A") : plain;
  const fits = settings.kinds
    .filter((kind) => seasonal || kind === "N")
    .map((kind) => fitKind(kind, y, kind === "N" ? plain : withSeason, observed));
  const weights = akaikeWeights(fits);
  const best = fits.reduce((a, b) => (b.aicc < a.aicc ? b : a));
  return {
    name: `ces(${best.kind})`,
    fitted: multiplied(
      weightedSum(fits, weights, (f) => f.fitted, y.length),
      scale,
    ),
    mean: (horizon) =>
      multiplied(
        weightedSum(
          fits,
          weights,
          (f) => extrapolateComplex(f.kind, f.parameters, f.state, y.length, horizon),
          horizon,
        ),
        scale,
      ),
  };
}

function fitKind(kind: CesKind, y: Float64Array, ends: EndStates, observed: number): FittedKind {
  const n = y.length;
  const period = ends.figure?.length ?? 1;
  const predicted = new Float64Array(n);
  const parameters: CesParameters = { a0: 0, a1: 0, b0: 0, b1: 0 };
  const state: CesState = {
    level: 0,
    hidden: 0,
    season: new Float64Array(period),
    hiddenSeason: new Float64Array(period),
  };
  const run = (x: ArrayLike<number>) => {
    setParameters(kind, x, parameters);
    startBackwards(kind, parameters, ends, state);
    smoothComplex(y, kind, parameters, state, predicted, true);
    smoothComplex(y, kind, parameters, state, predicted);
  };
  const residuals = (x: Float64Array, out: Float64Array) => {
    run(x);
    let total = 0;
    for (let t = 0; t < n; t++) {
      const error = y[t] - predicted[t];
      out[t] = Number.isNaN(error) ? 0 : error;
      total += out[t] * out[t];
    }
    return isStable(x[0], x[1]) ? total : Number.POSITIVE_INFINITY;
  };
  const { start, lower, upper } = box[kind];
  const best = minimiseResiduals(residuals, n, start, lower, upper, { iterations: 8, tolerance: 1e-3 });
  run(best.x);
  const k = start.length + 1 + (kind === "N" ? 0 : period - 1);
  const likelihood = observed * Math.log(Math.max(best.value, 1e-24 * observed));
  return {
    kind,
    aicc: likelihood + 2 * k + (2 * k * (k + 1)) / Math.max(observed - k - 1, 1e-3),
    parameters,
    state,
    fitted: predicted,
  };
}

function setParameters(kind: CesKind, x: ArrayLike<number>, parameters: CesParameters): void {
  const seasonOnly = kind === "S";
  parameters.a0 = seasonOnly ? 0 : x[0];
  parameters.a1 = seasonOnly ? 0 : x[1];
  parameters.b0 = seasonOnly ? x[0] : (x[2] ?? 0);
  parameters.b1 = seasonOnly ? x[1] : (x[3] ?? 0);
}

/** A state at rest at the end of the series: the complement of a level l that stays is l / a0. */
function startBackwards(kind: CesKind, { a0, b0 }: CesParameters, ends: EndStates, state: CesState): void {
  state.level = kind === "S" ? 0 : ends.level;
  state.hidden = kind === "S" ? 0 : state.level / a0;
  for (let s = 0; s < state.season.length; s++) {
    const value = kind === "N" ? 0 : ends.figure![s] + (kind === "S" ? ends.level : 0);
    state.season[s] = value;
    state.hiddenSeason[s] = kind === "P" || kind === "N" ? 0 : value / b0;
  }
}
