import { choleskyFactor, choleskySolve } from "./cholesky.ts";

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
  const problem = ridgeProblem(columns, y, options.weights);
  const fits = options.lambdas.map((lambda) => solveRidge(problem, lambda, options.penalties));
  if (fits.length === 0) throw new RangeError("ridge requires at least one lambda, got none");
  return fits.reduce((best, fit) => (fit.error < best.error ? fit : best));
}

/** Scaled columns and their products, from which fits with any penalty and any number of leading columns follow. */
interface RidgeProblem {
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

/** Centres, scales and multiplies the columns once. O(n p^2). */
export function ridgeProblem(
  columns: readonly Float64Array[],
  y: Float64Array,
  given?: Float64Array,
): RidgeProblem {
  const n = y.length;
  const p = columns.length;
  const weights = given ?? new Float64Array(n).fill(1);
  let total = 0;
  for (const weight of weights) total += weight;
  const means = new Float64Array(p);
  const scales = new Float64Array(p);
  const rows = new Float64Array(n * p);
  for (let j = 0; j < p; j++) {
    const column = columns[j];
    means[j] = weightedMean(column, weights, total);
    scales[j] = spread(column, weights, total, means[j]);
    for (let t = 0; t < n; t++) rows[t * p + j] = (column[t] - means[j]) / scales[j];
  }
  const cross = new Float64Array(p * p);
  for (let t = 0; t < n; t++) {
    const weight = weights[t];
    if (!(weight > 0)) continue;
    for (let i = 0; i < p; i++) {
      const x = weight * rows[t * p + i];
      for (let j = 0; j <= i; j++) cross[i * p + j] = cross[i * p + j] + x * rows[t * p + j];
    }
  }
  return withTarget({ n, p, means, scales, rows, weights, total, cross }, y);
}

/** The same columns and weights for other values: only the products with them are made anew. O(n p). */
export function withTarget(
  problem: Omit<RidgeProblem, "y" | "yMean" | "right">,
  y: Float64Array,
): RidgeProblem {
  const { n, p, rows, weights, total } = problem;
  const yMean = weightedMean(y, weights, total);
  const right = new Float64Array(p);
  for (let t = 0; t < n; t++) {
    const weight = weights[t];
    if (!(weight > 0)) continue;
    const pull = weight * (y[t] - yMean);
    for (let i = 0; i < p; i++) right[i] = right[i] + pull * rows[t * p + i];
  }
  return { ...problem, y, yMean, right };
}

function weightedMean(values: Float64Array, weights: Float64Array, total: number): number {
  let sum = 0;
  for (let t = 0; t < values.length; t++) if (weights[t] > 0) sum += weights[t] * values[t];
  return sum / total;
}

/** Root mean square around the mean; Infinity for a column that does not vary. */
function spread(values: Float64Array, weights: Float64Array, total: number, mean: number): number {
  let sum = 0;
  for (let t = 0; t < values.length; t++) {
    if (weights[t] > 0) sum += weights[t] * (values[t] - mean) * (values[t] - mean);
  }
  const size = Math.sqrt(sum / total);
  return size > 1e-12 * Math.abs(mean) ? size : Number.POSITIVE_INFINITY;
}

/** Fit with one penalty on the first `count` columns. O(count^3 + n count^2). */
export function solveRidge(
  problem: RidgeProblem,
  lambda: number,
  penalties?: readonly number[],
  count = problem.p,
): RidgeFit {
  const { n, p, rows, y, yMean, weights, total } = problem;
  const factor = normalMatrix(problem, count, (j) => lambda * (penalties?.[j] ?? 1));
  if (!choleskyFactor(factor, count)) {
    // columns that others explain: a trace of a penalty on every one decides between them
    factor.set(normalMatrix(problem, count, () => lambda + 1e-8 * total));
    if (!choleskyFactor(factor, count)) throw new RangeError("ridge requires finite columns and values");
  }
  const scaled = choleskySolve(factor, count, problem.right.slice(0, count));
  const leaveOneOut = new Float64Array(n).fill(Number.NaN);
  const row = new Float64Array(count);
  const reciprocal = Float64Array.from({ length: count }, (_, j) => 1 / factor[j * count + j]);
  let squares = 0;
  for (let t = 0; t < n; t++) {
    const weight = weights[t];
    if (!(weight > 0)) continue;
    let residual = y[t] - yMean;
    let leverage = 1 / total;
    // leverage = x' A^-1 x = |L^-1 x|^2, solved forwards
    for (let i = 0; i < count; i++) {
      const x = rows[t * p + i];
      residual -= x * scaled[i];
      let rest = x;
      for (let k = 0; k < i; k++) rest -= factor[i * count + k] * row[k];
      rest *= reciprocal[i];
      row[i] = rest;
      leverage += rest * rest;
    }
    const error = residual / Math.max(1 - weight * leverage, 1e-6);
    leaveOneOut[t] = error;
    squares += weight * error * error;
  }
  const coefficients = scaled.map((v, j) => v / problem.scales[j]);
  let intercept = yMean;
  for (let j = 0; j < count; j++) intercept -= coefficients[j] * problem.means[j];
  return { intercept, coefficients, lambda, leaveOneOut, error: squares / total };
}

/** The first `count` rows and columns of the products, with the penalties on the diagonal. */
function normalMatrix(
  { p, cross, scales }: RidgeProblem,
  count: number,
  penalty: (column: number) => number,
): Float64Array {
  const matrix = new Float64Array(count * count);
  for (let i = 0; i < count; i++) {
    for (let j = 0; j < i; j++) matrix[i * count + j] = cross[i * p + j];
    // a column without spread has an empty diagonal: it is held at 0
    const lift = scales[i] === Number.POSITIVE_INFINITY ? 1 : 0;
    matrix[i * count + i] = cross[i * p + i] + penalty(i) + lift;
  }
  return matrix;
}
