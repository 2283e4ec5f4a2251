import { fadingWeights, fitWaves, waveDefaults, wavesFor } from "../../decompose/wave-fit.ts";
import type { Fit, Model } from "../../model.ts";
import { robustRegression } from "../../numeric/robust-regression.ts";
import { divided, multiplied, powerOfTwoScale } from "../../numeric/scale.ts";
import type { Series } from "../../series.ts";
import { requireObserved } from "./flat-fit.ts";
import { type Design, design } from "./regression-design.ts";

const defaults = {
  ...waveDefaults,
  /** Share of the growth kept over one season (over two buckets where there is none). */
  damping: 0.6,
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
  const weights = rowWeights(plan, y, period, settings.halfLife);
  const best = fitWaves({ ...plan, period }, y, weights, waves, settings.penalties);
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
      for (let t = 0; t < length; t++) values[t] = values[t] + coefficients[j] * columns[j][from + t];
    }
    return values;
  };
  const past = line(plan.columns, 0, n);
  const errors = target.map((value, t) => (Number.isNaN(value) ? 0 : value - past[t]));
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
        ahead.map((value, h) => back(value + errors[n - 1] * persistence ** (h + 1))),
        scale,
      );
    },
  };
}

/** Old and unobserved buckets weigh less or nothing, those out of stock as much as they were in stock. */
function rowWeights(plan: Design, y: Float64Array, period: number, halfLife: number): Float64Array {
  const age = fadingWeights(y, period, halfLife);
  const weights = age.map((weight, t) => weight * Math.max(0, 1 - plan.censored[t]));
  return weights.some((weight) => weight > 0) ? weights : age;
}

/** Correlation of neighbouring errors, within 0 and .995. */
function lagOneCorrelation(errors: Float64Array): number {
  let cross = 0;
  let squares = 0;
  for (let t = 1; t < errors.length; t++) {
    cross += errors[t] * errors[t - 1];
    squares += errors[t - 1] * errors[t - 1];
  }
  return squares > 1e-20 ? Math.min(0.995, Math.max(0, cross / squares)) : 0;
}
