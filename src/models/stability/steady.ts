import type { Forecast } from "../../forecast.ts";
import type { Bucket, Series } from "../../series.ts";
import type { Total } from "../../total.ts";
import {
  addToTally,
  beforeChange,
  bucketsLater,
  type EarlierForecast,
  mergeTallies,
  stabilise,
  tolerances,
  type WeightTally,
  weightOf,
  weightTally,
} from "./stabilise.ts";

/** An item of the run: its new forecast, its history, class, and the bucket from which a new level holds. */
interface SteadyItem {
  readonly forecast: Forecast;
  readonly series: Series;
  readonly class: string;
  readonly resetAt?: number;
}

/**
 * How far forecasts are drawn towards those of the last run: per demand class the largest weight that would have cost
 * at most the tolerated accuracy at earlier origins of the same file, none across a confirmed level shift. What follows
 * draws the forecast of any item; `earlier` gives the last run's forecast of an item.
 */
export const steadyForecasts = (
  earlier: (item: string) => EarlierForecast | undefined,
  bucket: Bucket,
  setting: Exclude<keyof typeof tolerances, "off">,
): Total<SteadyItem, Map<string, WeightTally>, (item: SteadyItem) => Forecast> => ({
  empty: () => new Map(),
  add(tallies, { forecast, series, class: of }) {
    addToTally(tallyOf(tallies, of), forecast.backtest ?? [], series.values, series.period);
  },
  merge(tallies, others) {
    for (const [of, tally] of others) mergeTallies(tallyOf(tallies, of), tally);
  },
  finish(tallies) {
    const weights = new Map([...tallies].map(([of, tally]) => [of, weightOf(tally, tolerances[setting])]));
    return ({ forecast, series, class: of, resetAt }) => {
      const previous = earlier(forecast.item);
      const weight = weights.get(of);
      if (previous === undefined || weight === undefined) return forecast;
      const later = bucketsLater(forecast, previous, bucket);
      return beforeChange(series.values.length - later, resetAt)
        ? forecast
        : stabilise(forecast, previous, bucket, weight);
    };
  },
});

function tallyOf(tallies: Map<string, WeightTally>, of: string): WeightTally {
  const known = tallies.get(of) ?? weightTally();
  tallies.set(of, known);
  return known;
}
