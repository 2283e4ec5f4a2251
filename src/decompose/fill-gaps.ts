import { bridgeGaps } from "../numeric/bridge-gaps.ts";
import { classical } from "./classical.ts";

/**
 * Unobserved values (NaN) filled by straight lines through the series without its season, with the season put back.
 * Returns the same array where nothing is missing. O(n).
 */
export function fillGaps(values: Float64Array, period: number): Float64Array {
  if (values.every((value) => !Number.isNaN(value))) return values;
  if (period < 2 || values.length < 2 * period) return bridgeGaps(values);
  const { figure } = classical(values, period, "additive");
  const bridged = bridgeGaps(values.map((value, t) => value - figure[t % period]));
  return bridged.map((value, t) => value + figure[t % period]);
}
