/** Local regression on equally spaced values: span in points, degree 0 or 1, evaluated at every `jump`-th point. */
interface LoessOptions {
  readonly span: number;
  readonly degree: 0 | 1;
  readonly jump: number;
}

/**
 * Local regression with tricube weights (times `robustness`, where given) at every point of `values`, between the
 * evaluated points by straight lines; the last point is always evaluated. A span above the length widens the window
 * by (span - n) div 2 as the Netlib code does. Writes n values into `out` from `offset` on. O(n span / jump).
 * Source: R. Cleveland, W. Cleveland, J. McRae, I. Terpenning, "STL", Journal of Official Statistics 6 (1990).
 */
export function loess(
  values: Float64Array,
  { span, degree, jump }: LoessOptions,
  robustness: Float64Array | undefined,
  out: Float64Array,
  offset = 0,
): void {
  const n = values.length;
  if (n < 2) {
    out[offset] = values[0];
    return;
  }
  const step = Math.min(jump, n - 1);
  const width = Math.min(span, n);
  const half = (span + 1) >> 1;
  const weights = new Float64Array(width);
  // inside the series, window and weights are the same around every point
  const inner = robustness === undefined && span % 2 === 1 && span < n ? innerKernel(span) : undefined;
  let left = 0;
  let last = 0;
  for (let i = 0; i < n; i += step) {
    left = Math.min(Math.max(0, i - half + 1), n - width);
    out[offset + i] =
      inner !== undefined && left === i - half + 1
        ? dot(values, left, inner)
        : loessAt(values, i, left, left + width, span, degree, robustness, weights);
    last = i;
  }
  if (last !== n - 1) {
    out[offset + n - 1] = loessAt(values, n - 1, left, left + width, span, degree, robustness, weights);
  }
  if (step > 1) interpolate(out, offset, n, step);
}

/**
 * Value at position `x` (which may lie outside) of a local fit to values[left..right), NaN-free even where all weights
 * vanish: then the value at x, or at the nearer end.
 */
export function loessAt(
  values: Float64Array,
  x: number,
  left: number,
  right: number,
  span: number,
  degree: 0 | 1,
  robustness: Float64Array | undefined,
  weights: Float64Array,
): number {
  const n = values.length;
  let h = Math.max(x - left, right - 1 - x);
  if (span > n) h += (span - n) >> 1;
  let total = 0;
  for (let j = left; j < right; j++) {
    const weight = tricube(Math.abs(j - x), h) * (robustness === undefined ? 1 : robustness[j]);
    weights[j - left] = weight;
    total += weight;
  }
  if (!(total > 0)) return values[Math.min(Math.max(x, 0), n - 1)];
  let centre = 0;
  if (degree === 1) for (let j = left; j < right; j++) centre += (weights[j - left] / total) * j;
  let spread = 0;
  if (degree === 1)
    for (let j = left; j < right; j++) spread += (weights[j - left] / total) * (j - centre) ** 2;
  const slope = Math.sqrt(spread) > 0.001 * (n - 1) ? (x - centre) / spread : 0;
  let value = 0;
  for (let j = left; j < right; j++) {
    value += (weights[j - left] / total) * (1 + slope * (j - centre)) * values[j];
  }
  return value;
}

function tricube(distance: number, h: number): number {
  if (distance > 0.999 * h) return 0;
  if (distance <= 0.001 * h) return 1;
  const ratio = distance / h;
  const rest = 1 - ratio * ratio * ratio;
  return rest * rest * rest;
}

/** Weights of an odd window around its middle, summing to 1. Symmetric, so a local line equals a local mean there. */
function innerKernel(span: number): Float64Array {
  const middle = (span - 1) / 2;
  const kernel = Float64Array.from({ length: span }, (_, j) => tricube(Math.abs(j - middle), middle));
  let total = 0;
  for (const weight of kernel) total += weight;
  return kernel.map((weight) => weight / total);
}

function dot(values: Float64Array, from: number, kernel: Float64Array): number {
  let total = 0;
  for (let j = 0; j < kernel.length; j++) total += values[from + j] * kernel[j];
  return total;
}

/** Straight lines between the evaluated points 0, step, 2 step, ... and the last one. */
function interpolate(out: Float64Array, offset: number, n: number, step: number): void {
  for (let from = 0; from < n - 1; from += step) {
    const to = Math.min(from + step, n - 1);
    const slope = (out[offset + to] - out[offset + from]) / (to - from);
    for (let i = from + 1; i < to; i++) out[offset + i] = out[offset + from] + slope * (i - from);
  }
}
