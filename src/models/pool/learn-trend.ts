import { bentTrend } from "../combine/bent-trend.ts";
import { combined } from "../combine/combination.ts";
import { type HeldOutForecast, provedWay } from "./earned-shares.ts";

/** Times the trend of the combination that are compared. */
const factors = [1, 0.5, 0.75, 1.25, 1.5] as const;
/** Series below which a panel tells nothing of its trends. */
const enough = 40;
/** Scaled errors beyond this count as this. */
const largestError = 10;

function lossOf(
  { forecast, actual }: HeldOutForecast,
  shares: Readonly<Record<string, number>>,
  medianShare: number,
  factor: number,
): number {
  const mean = bentTrend(combined(forecast.members, shares, forecast.horizon, medianShare).mean, factor);
  let sum = 0;
  for (let k = 0; k < actual.length; k++)
    sum += Math.min(largestError, Math.abs(actual[k] - mean[k]) / forecast.scale) / actual.length;
  return sum;
}

const total = (losses: Float64Array): number => losses.reduce((sum, loss) => sum + loss, 0);

/**
 * What the trend of the combination is multiplied by, as far as the origins prove it: means of members and damped trends
 * fall short where all series of a panel climb on, and overshoot where they rest.
 */
export function learnTrend(
  rows: readonly HeldOutForecast[],
  shares: Readonly<Record<string, number>>,
  medianShare: number,
): number {
  if (rows.length < enough) return 1;
  const losses = factors.map((factor) =>
    Float64Array.from(rows, (row) => lossOf(row, shares, medianShare, factor)),
  );
  const best = losses.reduce((least, of, c) => (total(of) < total(losses[least]) ? c : least), 0);
  return 1 + (factors[best] - 1) * provedWay(rows, [losses[0], losses[best]]);
}
