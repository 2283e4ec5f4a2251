import type { Fit, Model } from "../model.ts";
import { type RidgeFit, ridge } from "../numeric/ridge.ts";
import { robustRegression } from "../numeric/robust-regression.ts";
import { divided, multiplied, powerOfTwoScale } from "../numeric/scale.ts";
import type { Series } from "../series.ts";
import { requireObserved } from "./flat-fit.ts";
import { type Design, design } from "./regression-design.ts";

const defaults = {
  /** Pairs of seasonal waves to choose from by leave-one-out error; those above half the season are left out. */
  waves: [0, 1, 2, 3, 4, 6] as readonly number[],
  /** Penalties to choose from, per observation. */
  penalties: [1e-4, 1e-3, 1e-2, 3e-2, 0.1, 0.3, 1] as readonly number[],
  /** Share of the growth kept over one season (over one bucket where there is none, its square root). */
  damping: 0.8,
  /** Outliers get less weight (Huber). */
  robust: false,
};

/**
 * Regression on time, seasonal waves, working days and events, by ridge; number of waves, penalty and logarithm or not
 * are chosen by leave-one-out error in closed form. Its last error fades out over the first buckets (AR(1)). Buckets
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
  /** Mean squared leave-one-out error in units of the series. */
  readonly error: number;
}

function fitRegression(series: Series, settings: typeof defaults, name: string): Fit {
  const observed = requireObserved(name, 4, series.values);
  const scale = powerOfTwoScale(series.values);
  const y = divided(series.values, scale);
  const period = Math.max(1, series.period);
  const damping = settings.damping ** (1 / Math.max(2, period));
  const layout = (waves: number, ahead: number) => design({ ...series, period }, { waves, damping, ahead });
  const candidates: Candidate[] = [];
  const positive = y.every((value) => !(value <= 1e-3));
  for (const waves of wavesFor(settings.waves, period, observed)) {
    const plan = layout(waves, 0);
    candidates.push(candidate(plan, y, waves, false, settings, observed));
    if (positive) candidates.push(candidate(plan, y, waves, true, settings, observed));
  }
  const best = candidates.reduce((a, b) => (b.error < a.error ? b : a));
  const { intercept, coefficients } = settings.robust ? robustFit(layout(best.waves, 0), y, best) : best.fit;
  const line = (ahead: number) => {
    const { columns } = layout(best.waves, ahead);
    return Float64Array.from({ length: y.length + ahead }, (_, t) => {
      let value = intercept;
      for (let j = 0; j < columns.length; j++) value += coefficients[j]! * columns[j]![t]!;
      return value;
    });
  };
  const target = best.logarithm ? y.map(Math.log) : y;
  const past = line(0);
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
      const ahead = line(horizon).slice(y.length);
      const last = errors[y.length - 1]!;
      return multiplied(
        ahead.map((value, h) => back(value + last * persistence ** (h + 1))),
        scale,
      );
    },
  };
}

/** No season below two cycles; never more waves than half the season, nor columns than a third of the values. */
function wavesFor(list: readonly number[], period: number, observed: number): number[] {
  const most = observed < 2 * period ? 0 : Math.min(Math.floor(period / 2), Math.floor(observed / 6));
  return [...new Set(list.map((waves) => Math.min(waves, most)))];
}

function candidate(
  plan: Design,
  y: Float64Array,
  waves: number,
  logarithm: boolean,
  settings: typeof defaults,
  observed: number,
): Candidate {
  const target = logarithm ? y.map(Math.log) : y;
  const fit = ridge(plan.columns, target, {
    lambdas: settings.penalties.map((penalty) => penalty * observed),
    penalties: plan.penalties,
    weights: rowWeights(plan, y),
  });
  let squares = 0;
  let count = 0;
  fit.leaveOneOut.forEach((error, t) => {
    if (Number.isNaN(error)) return;
    squares += (logarithm ? y[t]! - Math.exp(Math.min(target[t]! - error, 20)) : error) ** 2;
    count++;
  });
  return { waves, logarithm, fit, error: squares / count };
}

/** Unobserved buckets weigh nothing, those out of stock as much as they were in stock. */
function rowWeights(plan: Design, y: Float64Array): Float64Array {
  const weights = y.map((value, t) => (Number.isNaN(value) ? 0 : Math.max(0, 1 - plan.censored[t]!)));
  return weights.some((w) => w > 0) ? weights : y.map((value) => (Number.isNaN(value) ? 0 : 1));
}

function robustFit(plan: Design, y: Float64Array, best: Candidate) {
  return robustRegression(plan.columns, best.logarithm ? y.map(Math.log) : y, "huber", {
    lambdas: [best.fit.lambda],
    penalties: plan.penalties,
    weights: rowWeights(plan, y),
  });
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
