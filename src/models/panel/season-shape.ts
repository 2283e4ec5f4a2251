/**
 * Ratios of each value to the centred moving average over one season; NaN where the average does not reach or is not
 * positive. Means of these ratios are seasonal indices ("ratio to moving average", Macaulay 1931).
 */
export function seasonRatios(y: Float64Array, period: number): Float64Array {
  const n = y.length;
  const ratios = new Float64Array(n).fill(Number.NaN);
  if (period < 2) return ratios;
  const half = period >> 1;
  const even = period % 2 === 0;
  for (let t = half; t + half < n; t++) {
    let sum = even ? (y[t - half] + y[t + half]) / 2 : y[t - half] + y[t + half];
    for (let k = 1 - half; k < half; k++) sum += y[t + k];
    if (sum > 0) ratios[t] = (y[t] * period) / sum;
  }
  return ratios;
}

/** Seasons looked back at, and seasons' worth of belief in "no season". */
const seasons = 6;
const shrinkage = 1;

/**
 * Seasonal indices known at origin `t` (values before `t` only): for each position in the season (t mod period = 0 is
 * the position of the first value) the median ratio of up to six seasons, shrunk towards 1 by n / (n + 1); mean 1.
 */
export function seasonIndices(ratios: Float64Array, period: number, t: number, out: Float64Array): void {
  if (period < 2) {
    out[0] = 1;
    return;
  }
  const last = t - 1 - (period >> 1);
  const found = new Float64Array(seasons);
  let total = 0;
  for (let j = 0; j < period; j++) {
    let n = 0;
    for (let u = last - ((((last - j) % period) + period) % period); u >= 0 && n < seasons; u -= period) {
      if (!Number.isNaN(ratios[u])) found[n++] = ratios[u];
    }
    const index = n === 0 ? 1 : 1 + (medianOf(found, n) - 1) * (n / (n + shrinkage));
    out[j] = Math.max(index, 0.05);
    total += out[j];
  }
  for (let j = 0; j < period; j++) out[j] = (out[j] * period) / total;
}

/** Median of the first `n` numbers, which are sorted in place (n is at most six). */
function medianOf(x: Float64Array, n: number): number {
  for (let i = 1; i < n; i++) {
    const value = x[i];
    let j = i - 1;
    for (; j >= 0 && x[j] > value; j--) x[j + 1] = x[j];
    x[j + 1] = value;
  }
  return n % 2 === 1 ? x[n >> 1] : (x[n / 2 - 1] + x[n / 2]) / 2;
}
