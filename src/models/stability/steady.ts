import type { Forecast } from "../../forecast.ts";
import type { IsoDate } from "../../order.ts";
import type { Bucket, Series } from "../../series.ts";
import {
  addToTally,
  beforeChange,
  bucketsLater,
  stabilise,
  tolerances,
  type WeightTally,
  weightOf,
  weightTally,
} from "./stabilise.ts";

/** An item of the run: its history, class, and the bucket from which a new level holds. */
interface SteadyItem {
  readonly series: Series;
  readonly class: string;
  readonly resetAt?: number;
}

/** The last run's forecast by item. */
type EarlierForecasts = ReadonlyMap<string, { readonly start: IsoDate; readonly mean: ArrayLike<number> }>;

/**
 * Forecasts of a run drawn towards those of the last run: per demand class the largest weight that would have cost
 * at most the tolerated accuracy at earlier origins of the same file, none across a confirmed level shift.
 */
export function steadyForecasts(
  fresh: readonly Forecast[],
  items: readonly SteadyItem[],
  earlier: EarlierForecasts,
  bucket: Bucket,
  setting: keyof typeof tolerances,
): Forecast[] {
  if (setting === "off" || earlier.size === 0) return [...fresh];
  const tallies = new Map<string, WeightTally>();
  items.forEach((item, k) => {
    const tally = tallies.get(item.class) ?? weightTally();
    tallies.set(item.class, tally);
    addToTally(tally, fresh[k]?.backtest ?? [], item.series.values, item.series.period);
  });
  return fresh.map((forecast, k) => {
    const item = items[k];
    const previous = earlier.get(forecast.item);
    if (previous === undefined) return forecast;
    const later = bucketsLater(forecast, previous, bucket);
    if (beforeChange(item.series.values.length - later, item.resetAt)) return forecast;
    const weight = weightOf(tallies.get(item.class) ?? weightTally(), tolerances[setting]);
    return stabilise(forecast, previous, bucket, weight);
  });
}
