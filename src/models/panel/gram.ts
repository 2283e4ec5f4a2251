import { UsageError } from "../../errors.ts";

/** Rows gathered before they are multiplied out. */
const block = 64;

/** Rows are rounded to multiples of 1/4096, so that sums of their products are exact in any order. */
const grid = 4096;

/** Products lie on a grid of 1 / 4096 squared: sums of them are exact below this, and no longer beyond it. */
const exactBelow = 2 ** 53 / grid ** 2;

/** X'X (lower triangle, row by row) and X'Y of a regression: all that ridge regression needs, a sum over rows. */
export interface Gram {
  readonly inputs: number;
  readonly targets: number;
  rows: number;
  readonly squares: Float64Array;
  readonly products: Float64Array;
}

export const emptyGram = (inputs: number, targets: number): Gram => ({
  inputs,
  targets,
  rows: 0,
  squares: new Float64Array((inputs * (inputs + 1)) / 2),
  products: new Float64Array(inputs * targets),
});

/** Sum of two accumulations, the same to the last bit in any order (see `grid`). */
export function addedGram(a: Gram, b: Gram): Gram {
  if (a.inputs !== b.inputs || a.targets !== b.targets) throw new UsageError({ code: "pools-differ" });
  return exactly({
    inputs: a.inputs,
    targets: a.targets,
    rows: a.rows + b.rows,
    squares: a.squares.map((value, k) => value + b.squares[k]),
    products: a.products.map((value, k) => value + b.products[k]),
  });
}

/** The same sums. @throws RangeError where one is so large that the order of its terms would show in it */
function exactly(gram: Gram): Gram {
  for (const sums of [gram.squares, gram.products])
    for (const sum of sums)
      if (!(Math.abs(sum) < exactBelow))
        throw new RangeError(`a sum of ${gram.rows} rows is ${sum}, exact only below ${exactBelow}`);
  return gram;
}

/**
 * Takes rows one by one into `gram`, 64 at a time. Kernel: columns of the block lie side by side in memory, and
 * 2 x 4 sums are kept in registers.
 */
export function gramWriter(gram: Gram) {
  const { inputs, targets } = gram;
  const x = new Float64Array((inputs + 8) * block);
  const y = new Float64Array(targets * block);
  let held = 0;

  function flush(): void {
    if (held === 0) return;
    for (let b = held; b < block; b++) {
      for (let i = 0; i < inputs; i++) x[i * block + b] = 0;
      for (let t = 0; t < targets; t++) y[t * block + b] = 0;
    }
    addSquares(gram.squares, x, inputs);
    addProducts(gram.products, x, y, inputs, targets);
    gram.rows += held;
    held = 0;
  }

  return {
    /** Adds one row of inputs and targets, both multiplied by `weight`. */
    add(row: Float64Array, target: Float64Array, weight: number): void {
      for (let i = 0; i < inputs; i++) x[i * block + held] = Math.round(row[i] * weight * grid) / grid;
      for (let t = 0; t < targets; t++) y[t * block + held] = Math.round(target[t] * weight * grid) / grid;
      held++;
      if (held === block) flush();
    },
    /** Takes in what is held; the sums are complete then. */
    flush(): void {
      flush();
      exactly(gram);
    },
  };
}

function addSquares(squares: Float64Array, x: Float64Array, inputs: number): void {
  for (let i = 0; i < inputs; i += 2) {
    const a = i * block;
    const b = a + block;
    for (let j = 0; j <= i + 1; j += 4) {
      const p = j * block;
      let s00 = 0;
      let s01 = 0;
      let s02 = 0;
      let s03 = 0;
      let s10 = 0;
      let s11 = 0;
      let s12 = 0;
      let s13 = 0;
      for (let k = 0; k < block; k++) {
        const u = x[a + k];
        const v = x[b + k];
        const q0 = x[p + k];
        const q1 = x[p + block + k];
        const q2 = x[p + 2 * block + k];
        const q3 = x[p + 3 * block + k];
        s00 += u * q0;
        s01 += u * q1;
        s02 += u * q2;
        s03 += u * q3;
        s10 += v * q0;
        s11 += v * q1;
        s12 += v * q2;
        s13 += v * q3;
      }
      const upper = (i * (i + 1)) / 2 + j;
      squares[upper] = squares[upper] + s00;
      if (j + 1 <= i) squares[upper + 1] = squares[upper + 1] + s01;
      if (j + 2 <= i) squares[upper + 2] = squares[upper + 2] + s02;
      if (j + 3 <= i) squares[upper + 3] = squares[upper + 3] + s03;
      if (i + 1 >= inputs) continue;
      const lower = ((i + 1) * (i + 2)) / 2 + j;
      squares[lower] = squares[lower] + s10;
      if (j + 1 <= i + 1) squares[lower + 1] = squares[lower + 1] + s11;
      if (j + 2 <= i + 1) squares[lower + 2] = squares[lower + 2] + s12;
      if (j + 3 <= i + 1) squares[lower + 3] = squares[lower + 3] + s13;
    }
  }
}

function addProducts(
  products: Float64Array,
  x: Float64Array,
  y: Float64Array,
  inputs: number,
  targets: number,
): void {
  for (let i = 0; i < inputs; i++) {
    const a = i * block;
    for (let t = 0; t < targets; t++) {
      const p = t * block;
      let sum = 0;
      for (let k = 0; k < block; k++) sum += x[a + k] * y[p + k];
      products[i * targets + t] = products[i * targets + t] + sum;
    }
  }
}
