import { choleskyFactor, choleskySolve, forwardSolve } from "./cholesky.ts";

export interface RidgeFit {
  readonly intercept: number;
  /** One per column, in the units the columns came in. */
  readonly coefficients: Float64Array;
  readonly lambda: number;
  /** Residual of each row when the fit is made without it; NaN where the weight is 0. */
  readonly leaveOneOut: Float64Array;
  /** Weighted mean square of `leaveOneOut`. */
  readonly error: number;
}

export interface RidgeOptions {
  /** Penalties to choose from by leave-one-out error, in units of a row on scaled columns. */
  readonly lambdas: readonly number[];
  /** Relative penalty of each column: 0 leaves it free. Default 1 for all. */
  readonly penalties?: readonly number[];
  /** Weight of each row; a row of weight 0 takes no part. Default 1 for all. */
  readonly weights?: Float64Array;
}

/**
 * Ridge regression with a free intercept on columns centred and scaled to mean square 1; the penalty with the least
 * leave-one-out error wins, in closed form: e_i / (1 - h_i). Sum of weights * lambda is added to the diagonal once per
 * lambda given as a share of a row; `lambda` 0.01 on MASS's lm.ridge is `lambda` 0.01 here.
 * O(n p^2 + lambdas (p^3 + n p^2)).
 */
export function ridge(columns: readonly Float64Array[], y: Float64Array, options: RidgeOptions): RidgeFit {
  const design = scaledDesign(columns, y, options.weights);
  let best: RidgeFit | undefined;
  for (const lambda of options.lambdas) {
    const fit = solve(design, lambda, options.penalties);
    if (best === undefined || fit.error < best.error) best = fit;
  }
  if (best === undefined) throw new RangeError("ridge requires at least one lambda, got none");
  return best;
}

interface Design {
  readonly n: number;
  readonly p: number;
  readonly means: Float64Array;
  readonly scales: Float64Array;
  /** Row-major, centred and scaled. */
  readonly rows: Float64Array;
  readonly y: Float64Array;
  readonly yMean: number;
  readonly weights: Float64Array;
  readonly total: number;
  readonly cross: Float64Array;
  readonly right: Float64Array;
}

function scaledDesign(columns: readonly Float64Array[], y: Float64Array, given?: Float64Array): Design {
  const n = y.length;
  const p = columns.length;
  const weights = given ?? new Float64Array(n).fill(1);
  let total = 0;
  for (const weight of weights) total += weight;
  const mean = (values: Float64Array) => {
    let sum = 0;
    for (let t = 0; t < n; t++) if (weights[t]! > 0) sum += weights[t]! * values[t]!;
    return sum / total;
  };
  const means = Float64Array.from(columns, mean);
  const yMean = mean(y);
  const scales = new Float64Array(p);
  const rows = new Float64Array(n * p);
  for (let j = 0; j < p; j++) {
    const squares = mean(columns[j]!.map((v) => (v - means[j]!) ** 2));
    const size = Math.sqrt(squares);
    scales[j] = size > 1e-12 * Math.abs(means[j]!) ? size : Number.POSITIVE_INFINITY;
    for (let t = 0; t < n; t++) rows[t * p + j] = (columns[j]![t]! - means[j]!) / scales[j]!;
  }
  const cross = new Float64Array(p * p);
  const right = new Float64Array(p);
  for (let t = 0; t < n; t++) {
    const weight = weights[t]!;
    if (!(weight > 0)) continue;
    for (let i = 0; i < p; i++) {
      const x = weight * rows[t * p + i]!;
      right[i] = right[i]! + x * (y[t]! - yMean);
      for (let j = 0; j <= i; j++) cross[i * p + j] = cross[i * p + j]! + x * rows[t * p + j]!;
    }
  }
  return { n, p, means, scales, rows, y, yMean, weights, total, cross, right };
}

function solve(design: Design, lambda: number, penalties?: readonly number[]): RidgeFit {
  const { n, p, rows, y, yMean, weights, total } = design;
  const factor = Float64Array.from(design.cross);
  for (let j = 0; j < p; j++) {
    const own = lambda * (penalties?.[j] ?? 1);
    // a column without spread has an empty diagonal: it is held at 0
    factor[j * p + j] = factor[j * p + j]! + own + (design.scales[j] === Number.POSITIVE_INFINITY ? 1 : 0);
  }
  if (!choleskyFactor(factor, p)) {
    // columns that others explain: a trace of a penalty on every one decides between them
    factor.set(design.cross);
    for (let j = 0; j < p; j++) factor[j * p + j] = factor[j * p + j]! + lambda + 1e-8 * total;
    if (!choleskyFactor(factor, p)) throw new RangeError("ridge requires finite columns and values");
  }
  const scaled = choleskySolve(factor, p, Float64Array.from(design.right));
  const leaveOneOut = new Float64Array(n).fill(Number.NaN);
  const row = new Float64Array(p);
  let squares = 0;
  for (let t = 0; t < n; t++) {
    if (!(weights[t]! > 0)) continue;
    let residual = y[t]! - yMean;
    for (let j = 0; j < p; j++) {
      row[j] = rows[t * p + j]!;
      residual -= row[j]! * scaled[j]!;
    }
    forwardSolve(factor, p, row);
    let leverage = 1 / total;
    for (let j = 0; j < p; j++) leverage += row[j]! * row[j]!;
    leaveOneOut[t] = residual / Math.max(1 - weights[t]! * leverage, 1e-6);
    squares += weights[t]! * leaveOneOut[t]! * leaveOneOut[t]!;
  }
  const coefficients = scaled.map((v, j) => v / design.scales[j]!);
  let intercept = yMean;
  for (let j = 0; j < p; j++) intercept -= coefficients[j]! * design.means[j]!;
  return { intercept, coefficients, lambda, leaveOneOut, error: squares / total };
}
