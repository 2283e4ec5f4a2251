import { fourierCount } from "../numeric/fourier.ts";
import { type RidgeFit, ridgeProblem, solveRidge, withTarget } from "../numeric/ridge.ts";
import { isWellAboveZero } from "../numeric/scale.ts";

/** What is chosen from, and how fast the past is forgotten. */
export const waveDefaults = {
  /** Pairs of seasonal waves to choose from by leave-one-out error; at most half the season. */
  waves: [0, 1, 2, 3, 6] as readonly number[],
  /** Penalties to choose from, per observation; the number of waves is chosen at the first one. */
  penalties: [1e-2, 1e-3, 1e-1] as readonly number[],
  /** Seasons (of four buckets at least) after which a value counts half. */
  halfLife: 3,
};

interface WaveFit {
  readonly waves: number;
  /** Whether the logarithm was fitted. */
  readonly logarithm: boolean;
  readonly fit: RidgeFit;
  /** Weighted mean squared leave-one-out error in units of the series. */
  readonly error: number;
}

/** Columns in their order: `fixed` ones always in the fit, then the waves, the slowest first. */
interface WaveColumns {
  readonly columns: readonly Float64Array[];
  readonly penalties: readonly number[];
  readonly fixed: number;
  readonly period: number;
}

/** No season below two cycles; never more waves than half the season, nor columns than a third of the values. */
export function wavesFor(list: readonly number[], period: number, observed: number): number[] {
  const most = observed < 2 * period ? 0 : Math.min(Math.floor(period / 2), Math.floor(observed / 6));
  return [...new Set(list.map((waves) => Math.min(waves, most)))];
}

/** Weight 0 for unobserved values, 1 for the last one, half of it after `halfLife` seasons. */
export function fadingWeights(y: Float64Array, period: number, halfLife: number): Float64Array {
  const memory = halfLife * Math.max(4, period);
  return y.map((value, t) => (Number.isNaN(value) ? 0 : 0.5 ** ((y.length - 1 - t) / memory)));
}

/**
 * Ridge regression with the number of waves, then logarithm or not (where all values are well above zero), then the
 * penalty chosen by leave-one-out error in closed form. O(n p^2) for p columns.
 */
export function fitWaves(
  plan: WaveColumns,
  y: Float64Array,
  weights: Float64Array,
  waves: readonly number[],
  penalties: readonly number[],
): WaveFit {
  const observed = weights.reduce((count, weight) => count + (weight > 0 ? 1 : 0), 0);
  const [first = 0, ...others] = penalties.map((penalty) => penalty * observed);
  const plain = ridgeProblem(plan.columns, y, weights);
  const positive = isWellAboveZero(y, 1e-3);
  const logs = positive ? withTarget(plain, y.map(Math.log)) : undefined;
  const attempt = (count: number, logarithm: boolean, lambda: number): WaveFit => {
    const problem = logarithm && logs !== undefined ? logs : plain;
    const used = plan.fixed + fourierCount(count, plan.period);
    const fit = solveRidge(problem, lambda, plan.penalties, used);
    return { waves: count, logarithm, fit, error: logarithm ? errorOfLogs(fit, y, weights) : fit.error };
  };
  let best = least(waves.map((count) => attempt(count, false, first)));
  if (positive) best = least([best, attempt(best.waves, true, first)]);
  return least([best, ...others.map((lambda) => attempt(best.waves, best.logarithm, lambda))]);
}

const least = (fits: readonly WaveFit[]) => fits.reduce((a, b) => (b.error < a.error ? b : a));

/** Leave-one-out error of a fit to logarithms, back in units of the series. */
function errorOfLogs(fit: RidgeFit, y: Float64Array, weights: Float64Array): number {
  let squares = 0;
  let total = 0;
  for (let t = 0; t < y.length; t++) {
    const error = fit.leaveOneOut[t];
    if (Number.isNaN(error)) continue;
    squares += weights[t] * (y[t] - Math.exp(Math.min(Math.log(y[t]) - error, 20))) ** 2;
    total += weights[t];
  }
  return squares / total;
}
