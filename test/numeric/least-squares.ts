import { Matrix, QrDecomposition } from "ml-matrix";

/** Least squares with an intercept, by ml-matrix: what our kernels are held against. */
export function leastSquares(columns: readonly Float64Array[], y: Float64Array) {
  const rows = Array.from(y, (_, t) => [1, ...columns.map((column) => column[t])]);
  const [intercept, ...coefficients] = new QrDecomposition(new Matrix(rows))
    .solve(Matrix.columnVector(Array.from(y)))
    .to1DArray();
  return { intercept, coefficients };
}
