import type { Gram } from "./gram.ts";

/**
 * Ridge regression in closed form: solves (X'X + P) W = X'Y by Cholesky. The penalty of each input is `penalty`
 * times the mean square of all inputs but the first, which is the constant and is left nearly free.
 * Returns W, inputs x targets, row by row; null where the sums hold nothing.
 */
export function ridgeWeights(gram: Gram, penalty: number): Float64Array | null {
  const { inputs: n, targets: h } = gram;
  let trace = 0;
  for (let i = 1; i < n; i++) trace += gram.squares[(i * (i + 3)) / 2];
  const unit = n > 1 ? trace / (n - 1) : 0;
  if (!(unit > 0)) return null;
  const factor = gram.squares.slice();
  for (let i = 0; i < n; i++) {
    const row = (i * (i + 1)) / 2;
    factor[row + i] = factor[row + i] + unit * (i === 0 ? 1e-6 : penalty);
    for (let j = 0; j <= i; j++) {
      const other = (j * (j + 1)) / 2;
      let sum = factor[row + j];
      for (let k = 0; k < j; k++) sum -= factor[row + k] * factor[other + k];
      factor[row + j] = i === j ? Math.sqrt(Math.max(sum, 1e-12 * unit)) : sum / factor[other + j];
    }
  }
  return backSubstituted(factor, gram.products.slice(), n, h);
}

/** Solves L L' W = B in place. */
function backSubstituted(factor: Float64Array, w: Float64Array, n: number, h: number): Float64Array {
  for (let i = 0; i < n; i++) {
    const row = (i * (i + 1)) / 2;
    for (let k = 0; k < i; k++) subtract(w, i * h, k * h, factor[row + k], h);
    divide(w, i * h, factor[row + i], h);
  }
  for (let i = n - 1; i >= 0; i--) {
    for (let k = i + 1; k < n; k++) subtract(w, i * h, k * h, factor[(k * (k + 1)) / 2 + i], h);
    divide(w, i * h, factor[(i * (i + 3)) / 2], h);
  }
  return w;
}

function subtract(w: Float64Array, to: number, from: number, factor: number, h: number): void {
  for (let t = 0; t < h; t++) w[to + t] = w[to + t] - factor * w[from + t];
}

function divide(w: Float64Array, at: number, by: number, h: number): void {
  for (let t = 0; t < h; t++) w[at + t] = w[at + t] / by;
}
