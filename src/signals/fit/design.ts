/**
 * What may move a level: one bucket, a few of them in a row, a lasting change, a change of slope, and two that are no
 * news: a steady slope from the start, and one phase of the season that is always off.
 */
export type EffectShape = "spike" | "pulse" | "step" | "hinge" | "trend" | "phase";

/** An effect that starts at position `at` of the observed values; for a phase `at` is its number. */
export interface Effect {
  readonly shape: EffectShape;
  readonly at: number;
  /** Buckets of a pulse. */
  readonly length?: number;
}

/**
 * A least-squares fit that can take one more regressor cheaply: orthonormal columns, what they leave of the
 * values, and its sum of squares. Values and columns are whitened for errors of the form e_t = rho e_(t-1) + a_t
 * (Prais-Winsten), so that a wandering series does not look like one with many shifts.
 */
export interface Design {
  readonly rho: number;
  /** Weight of each value: the inverse of its error's standard deviation, up to a common factor. */
  readonly weight: Float64Array;
  readonly columns: Float64Array[];
  readonly residual: Float64Array;
  squares: number;
  /** Squares below this are rounding: nothing stands out from them, and t statistics end there. */
  readonly floor: number;
}

/** Part of the values' squares that counts as rounding. */
const rounding = 1e-10;

/** Weighted values of a vector without what their predecessors explain. */
function whitened(values: Float64Array, rho: number, weight: Float64Array): Float64Array {
  const n = values.length;
  const out = new Float64Array(n);
  if (rho === 0) for (let t = 0; t < n; t++) out[t] = weight[t] * values[t];
  else {
    out[0] = weight[0] * values[0] * Math.sqrt(1 - rho * rho);
    for (let t = 1; t < n; t++) out[t] = weight[t] * (values[t] - rho * values[t - 1]);
  }
  return out;
}

const dot = (a: Float64Array, b: Float64Array): number => {
  let sum = 0;
  for (let t = 0; t < a.length; t++) sum += a[t] * b[t];
  return sum;
};

/** Takes the part of every earlier column out of one (modified Gram-Schmidt); gives what is left of its square. */
function cleared(column: Float64Array, columns: readonly Float64Array[]): number {
  for (const other of columns) {
    const share = dot(other, column);
    if (share === 0) continue;
    for (let t = 0; t < column.length; t++) column[t] -= share * other[t];
  }
  return dot(column, column);
}

/** Adds a raw column; false when the others already hold it. */
export function addColumn(design: Design, raw: Float64Array): boolean {
  const column = whitened(raw, design.rho, design.weight);
  const size = dot(column, column);
  let left = cleared(column, design.columns);
  // a second pass restores what cancellation cost (W. Kahan: twice is enough)
  if (left < 0.01 * size && left > 1e-12 * size) left = cleared(column, design.columns);
  if (!(left > 1e-9 * size)) return false;
  const norm = 1 / Math.sqrt(left);
  const share = dot(column, design.residual) * norm;
  const { residual } = design;
  let squares = 0;
  for (let t = 0; t < column.length; t++) {
    column[t] *= norm;
    residual[t] -= share * column[t];
    squares += residual[t] * residual[t];
  }
  design.columns.push(column);
  design.squares = squares;
  return true;
}

/** A fit of the values on raw columns; equal weights unless given. */
export function designOf(
  values: Float64Array,
  raw: readonly Float64Array[],
  rho = 0,
  weight: Float64Array = new Float64Array(values.length).fill(1),
): Design {
  const residual = whitened(values, rho, weight);
  const squares = dot(residual, residual);
  const design: Design = { rho, weight, columns: [], residual, squares, floor: rounding * squares };
  for (const column of raw) addColumn(design, column);
  return design;
}

/** Degrees of freedom left for the error. */
export const freedom = (design: Design): number => design.residual.length - design.columns.length;

/** The regressor of an effect over `length` observed values, but for a phase (`phaseColumn`). */
export function effectColumn({ shape, at, length: own = 1 }: Effect, length: number): Float64Array {
  const column = new Float64Array(length);
  if (shape === "spike" || shape === "pulse") column.fill(1, at, at + own);
  else for (let t = at; t < length; t++) column[t] = shape === "step" ? 1 : t - at + 1;
  return column;
}

/** One in every bucket of a phase of the season. */
export function phaseColumn(phase: number, bucket: Int32Array, period: number): Float64Array {
  return Float64Array.from(bucket, (index) => (index % period === phase ? 1 : 0));
}

/** Share of the values' squares that one more column would explain, and its coefficient and t statistic. */
export function tested(design: Design, raw: Float64Array): { coefficient: number; t: number; df: number } {
  const column = whitened(raw, design.rho, design.weight);
  let own = dot(column, column);
  const size = own;
  for (const other of design.columns) own -= dot(other, column) ** 2;
  const df = freedom(design) - 1;
  if (!(own > 1e-9 * size) || df < 1 || !(design.squares > design.floor)) return { coefficient: 0, t: 0, df };
  const share = dot(column, design.residual);
  const gain = (share * share) / own;
  const left = Math.max(design.squares - gain, design.floor);
  return { coefficient: share / own, t: (Math.sign(share) * Math.sqrt(gain)) / Math.sqrt(left / df), df };
}
