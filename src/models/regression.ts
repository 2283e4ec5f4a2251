import type { Fit, Model } from "../model.ts";
import { type RidgeFit, ridgeProblem, solveRidge } from "../numeric/ridge.ts";
import { robustRegression } from "../numeric/robust-regression.ts";
import { divided, multiplied, powerOfTwoScale } from "../numeric/scale.ts";
import type { Series } from "../series.ts";
import { requireObserved } from "./flat-fit.ts";
import { type Design, design, waveColumns } from "./regression-design.ts";

const defaults = {
  /** Pairs of seasonal waves to choose from by leave-one-out error; at most half the season. */
  waves: [0, 1, 2, 3, 6] as readonly number[],
  /** Penalties to choose from, per observation; the number of waves is chosen at the first one. */
  penalties: [1e-2, 1e-3, 1e-1] as readonly number[],
  /** Share of the growth kept over one season (over two buckets where there is none). */
  damping: 0.6,
  /** Seasons (of four buckets at least) after which a value counts half. */
  halfLife: 3,
  /** Outliers get less weight (Huber). */
  robust: false,
};

/**
 * Regression on time, seasonal waves, working days and events, by ridge, older values counting less; number of waves,
 * logarithm or not, and penalty are chosen one after the other by leave-one-out error in closed form. Its last error fades out over the first buckets (AR(1)). Buckets
 * marked as out of stock take no part.
 */
export function regression(options: Partial<typeof defaults> = {}): Model {
  const settings = { ...defaults, ...options };
  const name = settings.robust ? "robust-regression" : "regression";
  return { name, needs: 4, fit: (series) => fitRegression(series, settings, name) };
}

interface Candidate {
  readonly waves: number;
  readonly logarithm: boolean;
  readonly fit: RidgeFit;
  /** Weighted mean squared leave-one-out error in units of the series. */
  readonly error: number;
}

function fitRegression(series: Series, settings: typeof defaults, name: string): Fit {
  const observed = requireObserved(name, 4, series.values);
  const scale = powerOfTwoScale(series.values);
  const y = divided(series.values, scale);
  const n = y.length;
  const period = Math.max(1, series.period);
  const damping = settings.damping ** (1 / Math.max(2, period));
  const waves = wavesFor(settings.waves, period, observed);
  const layout = (ahead: number) =>
    design({ ...series, period }, { waves: Math.max(...waves), damping, ahead });
  const plan = layout(0);
  const weights = rowWeights(plan, y, settings.halfLife * Math.max(4, period));
  const best = choose(
    plan,
    y,
    weights,
    waves,
    period,
    settings.penalties.map((p) => p * observed),
  );
  const target = best.logarithm ? y.map(Math.log) : y;
  const used = plan.columns.slice(0, best.fit.coefficients.length);
  const { intercept, coefficients } = settings.robust
    ? robustRegression(used, target, "huber", {
        lambdas: [best.fit.lambda],
        penalties: plan.penalties,
        weights,
      })
    : best.fit;
  const line = (columns: readonly Float64Array[], from: number, length: number) => {
    const values = new Float64Array(length).fill(intercept);
    for (let j = 0; j < coefficients.length; j++) {
      for (let t = 0; t < length; t++) values[t] = values[t]! + coefficients[j]! * columns[j]![from + t]!;
    }
    return values;
  };
  const past = line(plan.columns, 0, n);
  const errors = target.map((value, t) => (Number.isNaN(value) ? 0 : value - past[t]!));
  const persistence = lagOneCorrelation(errors);
  const back = (value: number) => (best.logarithm ? Math.exp(Math.min(value, 20)) : value);
  return {
    name,
    fitted: multiplied(
      past.map((value, t) => back(value + persistence * (errors[t - 1] ?? 0))),
      scale,
    ),
    mean: (horizon) => {
      const ahead = line(layout(horizon).columns, n, horizon);
      return multiplied(
        ahead.map((value, h) => back(value + errors[n - 1]! * persistence ** (h + 1))),
        scale,
      );
    },
  };
}

/** Number of waves at the first penalty, then logarithm or not, then the penalty, each by leave-one-out error. */
function choose(
  plan: Design,
  y: Float64Array,
  weights: Float64Array,
  waves: readonly number[],
  period: number,
  [first = 0, ...others]: readonly number[],
): Candidate {
  const plain = ridgeProblem(plan.columns, y, weights);
  const logs = y.every((value) => !(value <= 1e-3))
    ? ridgeProblem(plan.columns, y.map(Math.log), weights)
    : undefined;
  const attempt = (waves: number, logarithm: boolean, lambda: number): Candidate => {
    const problem = logarithm && logs !== undefined ? logs : plain;
    const fit = solveRidge(problem, lambda, plan.penalties, plan.fixed + waveColumns(waves, period));
    return { waves, logarithm, fit, error: logarithm ? errorOfLogs(fit, y, weights) : fit.error };
  };
  let best = least(waves.map((k) => attempt(k, false, first)));
  if (logs !== undefined) best = least([best, attempt(best.waves, true, first)]);
  return least([best, ...others.map((lambda) => attempt(best.waves, best.logarithm, lambda))]);
}

const least = (candidates: readonly Candidate[]) => candidates.reduce((a, b) => (b.error < a.error ? b : a));

/** Leave-one-out error of a fit to logarithms, back in units of the series. */
function errorOfLogs(fit: RidgeFit, y: Float64Array, weights: Float64Array): number {
  let squares = 0;
  let total = 0;
  for (let t = 0; t < y.length; t++) {
    const error = fit.leaveOneOut[t]!;
    if (Number.isNaN(error)) continue;
    squares += weights[t]! * (y[t]! - Math.exp(Math.min(Math.log(y[t]!) - error, 20))) ** 2;
    total += weights[t]!;
  }
  return squares / total;
}

/** No season below two cycles; never more waves than half the season, nor columns than a third of the values. */
function wavesFor(list: readonly number[], period: number, observed: number): number[] {
  const most = observed < 2 * period ? 0 : Math.min(Math.floor(period / 2), Math.floor(observed / 6));
  return [...new Set(list.map((waves) => Math.min(waves, most)))];
}

/** Unobserved buckets weigh nothing, those out of stock as much as they were in stock, old ones less. */
function rowWeights(plan: Design, y: Float64Array, memory: number): Float64Array {
  const age = y.map((value, t) => (Number.isNaN(value) ? 0 : 0.5 ** ((y.length - 1 - t) / memory)));
  const weights = age.map((weight, t) => weight * Math.max(0, 1 - plan.censored[t]!));
  return weights.some((weight) => weight > 0) ? weights : age;
}

/** Correlation of neighbouring errors, within 0 and .9. */
function lagOneCorrelation(errors: Float64Array): number {
  let cross = 0;
  let squares = 0;
  for (let t = 1; t < errors.length; t++) {
    cross += errors[t]! * errors[t - 1]!;
    squares += errors[t - 1]! * errors[t - 1]!;
  }
  return squares > 1e-20 ? Math.min(0.9, Math.max(0, cross / squares)) : 0;
}
