import { median } from "./quantile.ts";
import { type RidgeOptions, ridge } from "./ridge.ts";

/** Weight of a residual of size u in scale units: Huber (k = 1.345) or Tukey's bisquare (4.685). */
type Psi = "huber" | "bisquare";

interface RobustFit {
  readonly intercept: number;
  readonly coefficients: Float64Array;
  /** Median absolute residual over .6745. */
  readonly scale: number;
  readonly weights: Float64Array;
}

const weightOf: Readonly<Record<Psi, (u: number) => number>> = {
  huber: (u) => (u <= 1.345 ? 1 : 1.345 / u),
  bisquare: (u) => (u < 4.685 ? (1 - (u / 4.685) ** 2) ** 2 : 0),
};

/**
 * Regression that outliers cannot bend: least squares repeated with weights from its own residuals (at most 200 times).
 * Bisquare starts where Huber ended. Rows of weight 0 take no part. A ridge penalty may be given; default none.
 * Source: P. Huber, "Robust statistics" (1981), section 7.8; converged values as MASS::rlm.
 */
export function robustRegression(
  columns: readonly Float64Array[],
  y: Float64Array,
  psi: Psi = "huber",
  options: RidgeOptions = { lambdas: [0] },
): RobustFit {
  const base = options.weights ?? new Float64Array(y.length).fill(1);
  let weights = psi === "bisquare" ? robustRegression(columns, y, "huber", options).weights : base;
  let fit = ridge(columns, y, { ...options, weights });
  let scale = 0;
  for (let round = 0; round < 200; round++) {
    const sizes = residuals(columns, y, fit.intercept, fit.coefficients).map(Math.abs);
    scale = median(sizes.filter((_, t) => base[t] > 0)) / 0.6745;
    if (!(scale > 1e-14)) break;
    const next = sizes.map((size, t) => (base[t] > 0 ? base[t] * weightOf[psi](size / scale) : 0));
    const change = next.reduce((most, w, t) => Math.max(most, Math.abs(w - weights[t])), 0);
    weights = next;
    fit = ridge(columns, y, { ...options, lambdas: [fit.lambda], weights });
    if (change < 1e-13) break;
  }
  return { intercept: fit.intercept, coefficients: fit.coefficients, scale, weights };
}

function residuals(
  columns: readonly Float64Array[],
  y: Float64Array,
  intercept: number,
  coefficients: Float64Array,
): Float64Array {
  return y.map((value, t) => {
    let rest = value - intercept;
    for (let j = 0; j < columns.length; j++) rest -= coefficients[j] * columns[j][t];
    return rest;
  });
}
