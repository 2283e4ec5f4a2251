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
): Float64Array | null {
  if (days === undefined || days.length < total || values.length < enough) return null;
  let mean = 0;
  for (let k = 0; k < values.length; k++) mean += days[k]! / values.length;
  if (!(mean > 0)) return null;
  const slope = slopeOf(values, days);
  if (slope === null || slope.value < 0.5 || slope.value < 2 * slope.error) return null;
  return Float64Array.from({ length: total }, (_, k) => Math.max(days[k]!, 0) / mean);
}

/** Least squares slope through the origin, with its standard error. */
function slopeOf(values: Float64Array, days: Float64Array): { value: number; error: number } | null {
  let xx = 0;
  let xy = 0;
  let yy = 0;
  let count = 0;
  for (let t = 1; t + 1 < values.length; t++) {
    const around = (values[t - 1]! + values[t + 1]!) / 2;
    const daysAround = (days[t - 1]! + days[t + 1]!) / 2;
    if (!(around > 0) || !(daysAround > 0) || Number.isNaN(values[t]!)) continue;
    const x = days[t]! / daysAround - 1;
    const y = Math.max(-1, Math.min(1, values[t]! / around - 1));
    xx += x * x;
    xy += x * y;
    yy += y * y;
    count++;
  }
  if (count < enough - 2 || !(xx > 0)) return null;
  const value = xy / xx;
  return { value, error: Math.sqrt(Math.max(0, yy - value * xy) / (count - 1) / xx) };
}
