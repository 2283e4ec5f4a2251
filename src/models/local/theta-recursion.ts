/** Running mean, and intercept and slope of the line through the values so far (Fiorucci et al. 2016, eq. 11-13). */
interface RunningLine {
  readonly intercept: Float64Array;
  readonly slope: Float64Array;
}

/** A_t and B_t of every prefix of `y`. O(n). */
export function runningLine(y: Float64Array): RunningLine {
  const n = y.length;
  const intercept = new Float64Array(n);
  const slope = new Float64Array(n);
  let mean = y[0];
  intercept[0] = mean;
  for (let i = 1; i < n; i++) {
    const t = i + 1;
    mean = ((t - 1) * mean + y[i]) / t;
    slope[i] = ((t - 2) * slope[i - 1] + (6 * (y[i] - mean)) / t) / (t + 1);
    intercept[i] = mean - (slope[i] * (t + 1)) / 2;
  }
  return { intercept, slope };
}

/** Best first level and weight of the line for one smoothing parameter, with the squared error they leave. */
interface ThetaFit {
  error: number;
  level: number;
  /** 1 - 1 / theta, within [0, 1]. */
  weight: number;
}

/**
 * For a given alpha the one-step forecast is linear in the first level and in w = 1 - 1/theta:
 * mu_t = E_{t-1} + level q^{t-1} + w D_t with q = 1 - alpha, E the smoothed data and D the line of the past.
 * Both are solved for here in one pass, so that only alpha needs a search. O(n).
 */
export function solveTheta(y: Float64Array, line: RunningLine, alpha: number, first: number): ThetaFit {
  const q = 1 - alpha;
  let smoothed = alpha * y[0];
  let power = q;
  let rr = 0;
  let rp = 0;
  let rd = 0;
  let pp = 0;
  let pd = 0;
  let dd = 0;
  for (let t = 1; t < y.length; t++) {
    const drift = power * line.intercept[t - 1] + ((1 - power * q) / alpha) * line.slope[t - 1];
    const rest = y[t] - smoothed;
    if (t >= first) {
      rr += rest * rest;
      rp += rest * power;
      rd += rest * drift;
      pp += power * power;
      pd += power * drift;
      dd += drift * drift;
    }
    smoothed = alpha * y[t] + q * smoothed;
    power *= q;
  }
  const determinant = pp * dd - pd * pd;
  let weight = determinant > 1e-14 * pp * dd ? (pp * rd - pd * rp) / determinant : 0;
  weight = weight < 0 ? 0 : weight > 1 ? 1 : weight;
  const level = pp > 1e-30 ? (rp - weight * pd) / pp : 0;
  const left =
    rr -
    2 * level * rp -
    2 * weight * rd +
    level * level * pp +
    2 * level * weight * pd +
    weight * weight * dd;
  // three values are met exactly with any alpha: rounding must not choose between them
  const error = Math.max(left, 1e-12 * rr);
  return { error, level, weight };
}

/** One-step forecasts of `y`, then `horizon` values ahead in which each forecast is taken for the value. O(n + horizon). */
export function thetaPath(
  y: Float64Array,
  alpha: number,
  { level: start, weight }: ThetaFit,
  horizon: number,
): Float64Array {
  const n = y.length;
  const path = new Float64Array(n + horizon);
  const q = 1 - alpha;
  path[0] = y[0];
  let level = alpha * y[0] + q * start;
  let mean = y[0];
  let slope = 0;
  let intercept = mean;
  let power = q;
  for (let i = 1; i < n + horizon; i++) {
    const t = i + 1;
    const forecast = level + weight * (power * intercept + ((1 - power * q) / alpha) * slope);
    path[i] = forecast;
    const value = i < n ? y[i] : forecast;
    level = alpha * value + q * level;
    mean = ((t - 1) * mean + value) / t;
    slope = ((t - 2) * slope + (6 * (value - mean)) / t) / (t + 1);
    intercept = mean - (slope * (t + 1)) / 2;
    power *= q;
  }
  return path;
}
