import { countObserved } from "../numeric/sum.ts";
import { meanOfPairs, type Values } from "./pairs.ts";

/**
 * Symmetric mean absolute percentage error of the M competitions, 0 to 200: mean of 200 |y - f| / (|y| + |f|), 0/0
 * counts as 0. For reports only: it rewards forecasting low and must not choose a model. NaN where nothing is observed.
 * Source: S. Makridakis, M. Hibon, "The M3-Competition", International Journal of Forecasting 16 (2000).
 *
 * @throws RangeError where the lengths differ.
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

/**
 * Both averages in use: over all points (published M3 totals), and over the means of the series (M4). Series of which
 * nothing is observed are left out; NaN where none is left.
 *
 * @throws RangeError where the lengths differ.
 * @example smapeOfPanel([{ actual: [1, 1, 1], forecast: [3, 3, 3] }, { actual: [5], forecast: [5] }]);
 *   // => { perPoint: 75, perSeries: 50 }
 */
export function smapeOfPanel(panel: readonly Scored[]): { perPoint: number; perSeries: number } {
  let total = 0;
  let points = 0;
  let means = 0;
  let series = 0;
  for (const { actual, forecast } of panel) {
    const mean = smape(actual, forecast);
    if (Number.isNaN(mean)) continue;
    const observed = countObserved(actual);
    total += mean * observed;
    points += observed;
    means += mean;
    series++;
  }
  return { perPoint: total / points, perSeries: means / series };
}
