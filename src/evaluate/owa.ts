/** Averages over a set of series. */
export interface AverageErrors {
  readonly smape: number;
  readonly mase: number;
}

/**
 * What Naive2 reached in the M4 competition, by frequency: sMAPE from 0 to 200, MASE.
 * Source: repository Mcompetitions/M4-methods, "Evaluation and Ranks".
 */
export const naive2OfM4 = {
  yearly: { smape: 16.342, mase: 3.974 },
  quarterly: { smape: 11.012, mase: 1.371 },
  monthly: { smape: 14.427, mase: 1.063 },
  weekly: { smape: 9.161, mase: 2.777 },
  daily: { smape: 3.045, mase: 3.278 },
  hourly: { smape: 18.383, mase: 2.395 },
  total: { smape: 13.56407, mase: 1.912112 },
} as const satisfies Record<string, AverageErrors>;

/**
 * Overall weighted average of the M4 competition: mean of sMAPE and MASE, each averaged over all series and divided by
 * that of Naive2; below 1 is better than Naive2.
 * Source: S. Makridakis, E. Spiliotis, V. Assimakopoulos, "The M4 Competition: 100,000 time series and 61 forecasting
 * methods", International Journal of Forecasting 36 (2020).
 *
 * @example owa({ smape: 11.374402, mase: 1.535696 }, naive2OfM4.total); // => 0.82085
 */
export function owa(errors: AverageErrors, naive2: AverageErrors): number {
  return (errors.smape / naive2.smape + errors.mase / naive2.mase) / 2;
}
