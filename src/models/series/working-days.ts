/** Observations below which working days are left alone. */
const enough = 12;

/**
 * Working days of each bucket relative to their mean, where demand follows them: the slope of the relative deviation of
 * demand from its neighbours on that of the working days must exceed one half and twice its standard error. Null where
 * it does not, or where nothing is known.
 */
export function workingDayFactors(
  values: Float64Array,
  days: Float64Array | undefined,
  total: number,
  period: number,
): Float64Array | null {
  if (days === undefined || days.length < total || values.length < enough) return null;
  let mean = 0;
  for (let k = 0; k < values.length; k++) mean += days[k] / values.length;
  if (!(mean > 0)) return null;
  const slope = slopeOf(values, days, period);
  if (slope === null || slope.value < 0.5 || slope.value < 2 * slope.error) return null;
  return Float64Array.from({ length: total }, (_, k) => Math.max(days[k], 0) / mean);
}

/**
 * Least squares slope with its standard error. From three seasons on the means of each phase are taken out first:
 * February is short every year, which says nothing of whether demand follows the days.
 */
function slopeOf(
  values: Float64Array,
  days: Float64Array,
  period: number,
): { value: number; error: number } | null {
  const x: number[] = [];
  const y: number[] = [];
  const phases: number[] = [];
  for (let t = 1; t + 1 < values.length; t++) {
    const around = (values[t - 1] + values[t + 1]) / 2;
    const daysAround = (days[t - 1] + days[t + 1]) / 2;
    if (!(around > 0) || !(daysAround > 0) || Number.isNaN(values[t])) continue;
    x.push(days[t] / daysAround - 1);
    y.push(Math.max(-1, Math.min(1, values[t] / around - 1)));
    phases.push(t % period);
  }
  const apart = withoutPhases(x, phases, period);
  // days that repeat with the season cannot be told from it
  const seasonal = period > 1 && x.length >= 3 * period && product(apart, apart) > 1e-6 * product(x, x);
  return fitted(
    seasonal ? apart : x,
    seasonal ? withoutPhases(y, phases, period) : y,
    x.length - 1 - (seasonal ? period : 0),
  );
}

function fitted(
  x: readonly number[],
  y: readonly number[],
  free: number,
): { value: number; error: number } | null {
  const xx = product(x, x);
  if (x.length < enough - 2 || free < 1 || !(xx > 0)) return null;
  const value = product(x, y) / xx;
  return { value, error: Math.sqrt(Math.max(0, product(y, y) - value * value * xx) / free / xx) };
}

const product = (a: readonly number[], b: readonly number[]): number =>
  a.reduce((sum, one, k) => sum + one * b[k], 0);

/** Each value less the mean of its phase. */
function withoutPhases(values: readonly number[], phases: readonly number[], period: number): number[] {
  const sums = new Float64Array(period);
  const counts = new Float64Array(period);
  for (let k = 0; k < values.length; k++) {
    sums[phases[k]] += values[k];
    counts[phases[k]] += 1;
  }
  return values.map((value, k) => value - sums[phases[k]] / counts[phases[k]]);
}
