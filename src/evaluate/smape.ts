import { meanOfPairs, type Values } from "./pairs.ts";

/**
 * Symmetric mean absolute percentage error of the M competitions, 0 to 200: mean of 200 |y - f| / (|y| + |f|), 0/0
 * counts as 0. For reports only: it rewards forecasting low and must not choose a model.
 *
 * @example smape([7, 9, 6], [6, 8, 8]); // => 18.5735832795
 */
export function smape(actual: Values, forecast: Values): number {
  return meanOfPairs(actual, forecast, (y, f) => {
    const size = Math.abs(y) + Math.abs(f);
    return size === 0 ? 0 : (200 * Math.abs(y - f)) / size;
  });
}

/** Forecasts of one series beside what came. */
export interface Scored {
  readonly actual: Values;
  readonly forecast: Values;
}

/** Both averages in use: over all points (published M3 totals), and over the means of the series (M4, Mcomp). */
export function smapeOfPanel(panel: readonly Scored[]): { perPoint: number; perSeries: number } {
  let total = 0;
  let points = 0;
  let means = 0;
  let series = 0;
  for (const { actual, forecast } of panel) {
    const one = smape(actual, forecast);
    if (Number.isNaN(one)) continue;
    let observed = 0;
    for (let i = 0; i < actual.length; i++) if (!Number.isNaN(actual[i])) observed++;
    total += one * observed;
    points += observed;
    means += one;
    series++;
  }
  return { perPoint: total / points, perSeries: means / series };
}
