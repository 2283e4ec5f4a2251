import { sum } from "../numeric/sum.ts";

/** Shares between 0 and 1 of the variance around the trend (or season) that is season (or trend). */
export interface Strength {
  readonly season: number;
  readonly trend: number;
}

/**
 * Strength of season and trend: 1 - Var(remainder) / Var(part + remainder), not below 0; 0 for constants.
 * Source: X. Wang, K. Smith, R. Hyndman, "Characteristic-based clustering for time series data", Data Mining and
 * Knowledge Discovery 13 (2006).
 */
export function strength(parts: {
  readonly season: Float64Array;
  readonly trend: Float64Array;
  readonly remainder: Float64Array;
}): Strength {
  const rest = variance(parts.remainder);
  const share = (part: Float64Array) => {
    const whole = variance(part.map((value, t) => value + parts.remainder[t]));
    return whole > 0 ? Math.max(0, 1 - rest / whole) : 0;
  };
  return { season: share(parts.season), trend: share(parts.trend) };
}

function variance(values: Float64Array): number {
  const mean = sum(values) / values.length;
  return sum(values.map((value) => (value - mean) ** 2)) / (values.length - 1);
}
