/** Writes the residuals that belong to parameters `x` into `out` and returns the sum of their squares. */
type Residuals = (x: Float64Array, out: Float64Array) => number;

export interface Minimum {
  readonly x: Float64Array;
  readonly value: number;
}

const defaults = { iterations: 12, tolerance: 1e-6, step: 1e-4 };

/**
 * Smallest sum of squared residuals within a box: Gauss-Newton steps damped by Levenberg and Marquardt, slopes by
 * differences, parameters at a wall held there while the slope points outward. Start values are moved into the box.
 * A handful of steps where Nelder-Mead takes a hundred evaluations.
 * Source: K. Madsen, H. Nielsen, O. Tingleff, "Methods for non-linear least squares problems" (2004), section 3.2.
 */
export function minimiseResiduals(
  residuals: Residuals,
  count: number,
  start: ArrayLike<number>,
  lower: ArrayLike<number>,
  upper: ArrayLike<number>,
  options: Partial<typeof defaults> = {},
): Minimum {
  const { iterations, tolerance, step } = { ...defaults, ...options };
  const p = start.length;
  const x = Float64Array.from(start, (v, i) => clamp(v, lower[i], upper[i]));
  const trial = new Float64Array(p);
  const gradient = new Float64Array(p);
  const move = new Float64Array(p);
  const normal = new Float64Array(p * p);
  const factor = new Float64Array(p * p);
  const jacobian = Array.from(x, () => new Float64Array(count));
  let errors = new Float64Array(count);
  let other = new Float64Array(count);
  let value = residuals(x, errors);
  let damping = 1e-3;
  for (let iteration = 0; iteration < iterations && value > 0; iteration++) {
    for (let j = 0; j < p; j++) {
      const width = step * (upper[j] - lower[j]);
      const delta = x[j] + width > upper[j] ? -width : width;
      trial.set(x);
      trial[j] = x[j] + delta;
      const column = jacobian[j];
      residuals(trial, column);
      for (let t = 0; t < count; t++) column[t] = (column[t] - errors[t]) / delta;
    }
    crossProducts(jacobian, errors, normal, gradient);
    const before = value;
    for (let attempt = 0; attempt < 5; attempt++) {
      solveDamped(normal, gradient, x, lower, upper, damping, factor, move);
      for (let j = 0; j < p; j++) trial[j] = clamp(x[j] + move[j], lower[j], upper[j]);
      const found = residuals(trial, other);
      if (found < value) {
        value = found;
        x.set(trial);
        [errors, other] = [other, errors];
        damping = Math.max(damping / 8, 1e-9);
        break;
      }
      damping = Math.max(damping * 10, 1e-2);
    }
    if (!(before - value > tolerance * before)) break;
  }
  return { x, value };
}

function clamp(value: number, low: number, high: number): number {
  return value < low ? low : value > high ? high : value;
}

function crossProducts(
  jacobian: readonly Float64Array[],
  errors: Float64Array,
  normal: Float64Array,
  gradient: Float64Array,
): void {
  const p = jacobian.length;
  for (let i = 0; i < p; i++) {
    const a = jacobian[i];
    let slope = 0;
    for (let t = 0; t < errors.length; t++) slope += a[t] * errors[t];
    gradient[i] = slope;
    for (let j = 0; j <= i; j++) {
      const b = jacobian[j];
      let total = 0;
      for (let t = 0; t < errors.length; t++) total += a[t] * b[t];
      normal[i * p + j] = total;
      normal[j * p + i] = total;
    }
  }
}

/** Solves (N + damping diag N) move = -gradient by Cholesky, over the parameters that are free to move. */
function solveDamped(
  normal: Float64Array,
  gradient: Float64Array,
  x: Float64Array,
  lower: ArrayLike<number>,
  upper: ArrayLike<number>,
  damping: number,
  factor: Float64Array,
  move: Float64Array,
): void {
  const p = x.length;
  const held = (i: number) => (x[i] <= lower[i] && gradient[i] > 0) || (x[i] >= upper[i] && gradient[i] < 0);
  for (let i = 0; i < p; i++) {
    for (let j = 0; j <= i; j++) {
      const fixed = i !== j && (held(i) || held(j));
      let total = fixed ? 0 : normal[i * p + j];
      if (i === j) total += damping * total + 1e-300;
      for (let k = 0; k < j; k++) total -= factor[i * p + k] * factor[j * p + k];
      factor[i * p + j] = i === j ? Math.sqrt(total > 1e-300 ? total : 1e-300) : total / factor[j * p + j];
    }
  }
  for (let i = 0; i < p; i++) {
    let total = held(i) ? 0 : -gradient[i];
    for (let k = 0; k < i; k++) total -= factor[i * p + k] * move[k];
    move[i] = total / factor[i * p + i];
  }
  for (let i = p - 1; i >= 0; i--) {
    let total = move[i];
    for (let k = i + 1; k < p; k++) total -= factor[k * p + i] * move[k];
    move[i] = total / factor[i * p + i];
  }
}
