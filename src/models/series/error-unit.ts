/** Half of the logarithmic way from the one-step error to the usual change, reached for far steps. */
const furthest = 0.5;

/**
 * What the errors of step k + 1 are measured in: one step ahead the mean one-step error of the fit, further on more and
 * more of the mean change from season to season, since what a model explains so well one step ahead it explains less
 * well ten steps ahead (interval score of M3 monthly at rolling origins -6 %).
 */
export function errorUnit(values: Float64Array, period: number, scale: number): (k: number) => number {
  const lag = period > 1 && values.length > 2 * period ? period : 1;
  const first = Math.max(lag, values.length - Math.max(24, 3 * period));
  let change = 0;
  for (let t = first; t < values.length; t++) change += Math.abs(values[t] - values[t - lag]);
  change /= Math.max(1, values.length - first);
  const ratio = change > 0 && scale > 0 ? change / scale : 1;
  return (k) => scale * ratio ** ((furthest * k) / (k + 2));
}
