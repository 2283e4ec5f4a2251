import type { SplitSeries } from "../sets.ts";

const smoothing = 0.3;

/**
 * Exponential smoothing of ERPNext's report: smoothing constant .3, started from the mean of the periods that had
 * demand, the last smoothed value for every period to come. Re-implemented from what its users and source describe
 * (exponential_smoothing_forecasting.py, erpnext#31640); where the report goes on smoothing with empty future periods
 * the forecast would shrink by .7 a period, which is left out in its favour.
 */
export function erpnext({ train, horizon }: SplitSeries): Float64Array {
  const demands = train.filter((value) => value > 0);
  let level = demands.length > 0 ? demands.reduce((sum, value) => sum + value, 0) / demands.length : 0;
  for (const value of train) level += smoothing * (value - level);
  return new Float64Array(horizon).fill(level);
}
