/**
 * Cholesky factor of a symmetric positive definite matrix (row-major, n x n), in place: the lower triangle becomes L.
 * False where a pivot is not positive; the matrix is then spoilt. O(n^3 / 6).
 */
export function choleskyFactor(matrix: Float64Array, n: number): boolean {
  for (let i = 0; i < n; i++) {
    for (let j = 0; j <= i; j++) {
      let total = matrix[i * n + j];
      for (let k = 0; k < j; k++) total -= matrix[i * n + k] * matrix[j * n + k];
      if (i === j) {
        if (!(total > 0)) return false;
        matrix[i * n + i] = Math.sqrt(total);
      } else {
        matrix[i * n + j] = total / matrix[j * n + j];
      }
    }
  }
  return true;
}

/** Solves L L' x = right with the factor of {@link choleskyFactor}; `right` becomes x. O(n^2). */
export function choleskySolve(factor: Float64Array, n: number, right: Float64Array): Float64Array {
  forwardSolve(factor, n, right);
  for (let i = n - 1; i >= 0; i--) {
    let total = right[i];
    for (let k = i + 1; k < n; k++) total -= factor[k * n + i] * right[k];
    right[i] = total / factor[i * n + i];
  }
  return right;
}

/** Solves L x = right in place. */
function forwardSolve(factor: Float64Array, n: number, right: Float64Array): Float64Array {
  for (let i = 0; i < n; i++) {
    let total = right[i];
    for (let k = 0; k < i; k++) total -= factor[i * n + k] * right[k];
    right[i] = total / factor[i * n + i];
  }
  return right;
}
