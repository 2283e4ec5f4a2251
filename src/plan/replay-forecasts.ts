import { bucketIndex, bucketStart, daysOf, seasonOf } from "../calendar/bucket.ts";
import { isoDate } from "../calendar/date.ts";
import { type Forecast, planningLevels } from "../forecast.ts";
import { forecastItem, learnPool, type Pool } from "../models/index.ts";
import type { ReplayInput } from "../replenish/index.ts";
import type { Bucket, Series } from "../series.ts";

interface ReplayForecastOptions {
  /** Buckets. */
  readonly horizon: number;
  readonly levels: readonly number[];
}

/** Makes the forecasts of a replay, on this thread or on others. Forecasts come in the order of the series. */
export interface ReplayForecaster {
  /** What the forecasts from now on have in common. */
  share(pool: Pool | null): void | Promise<void>;
  forecast(
    series: readonly Series[],
    options: ReplayForecastOptions,
  ): readonly Forecast[] | Promise<readonly Forecast[]>;
}

/** The calling thread alone: what a replay uses when nothing else is given. */
export function sameThreadForecaster(): ReplayForecaster {
  let shared: Pool | null = null;
  return {
    share(pool) {
      shared = pool;
    },
    forecast: (series, options) => series.map((one) => forecastItem(one, { ...options, pool: shared })),
  };
}

/** Days after which what the items share is learned anew: half a year. */
const relearnDays = 183;

/**
 * Forecasts from what was known before a step; what the items share is learned anew twice a year. The items of the
 * master data were there from the file's first day: no demand before their first line is a fact.
 * @param horizon buckets
 * @param report told the step that is forecast from
 */
export function knownForecasts(
  known: Pick<ReplayInput, "items" | "bucket" | "daily" | "first">,
  horizon: number,
  forecaster: ReplayForecaster,
  report: (step: number) => void,
): ReplayInput["forecastAt"] {
  const { items, bucket, daily } = known;
  const relearnSteps = Math.round((daily ? 1 : 1 / daysOf[bucket]) * relearnDays);
  const seriesAt = seriesOf(known);
  let learned = Number.NEGATIVE_INFINITY;
  return async (step, asked) => {
    report(step);
    if (asked.length === 0) return [];
    if (step - learned >= relearnSteps) {
      const panel = items.map((_, k) => seriesAt(k, step)).filter(({ values }) => values.some((x) => x > 0));
      await forecaster.share(learnPool(panel, { horizon }));
      learned = step;
    }
    return forecaster.forecast(
      asked.map((k) => seriesAt(k, step)),
      { horizon, levels: planningLevels },
    );
  };
}

/** Series of an item up to a step, in buckets of the forecasts; buckets that a step has not completed are left out. */
function seriesOf({
  items,
  bucket,
  daily,
  first,
}: Pick<ReplayInput, "items" | "bucket" | "daily" | "first">): (k: number, step: number) => Series {
  const firstBucket = daily ? firstWhole(first, bucket) : first;
  const start = isoDate(bucketStart(firstBucket, bucket));
  const sums = daily ? items.map(({ demand }) => inBuckets(demand, first, firstBucket, bucket)) : [];
  return (k, step) => {
    const length = daily ? bucketIndex(first + step, bucket) - firstBucket : step;
    const values = (daily ? sums[k] : items[k].demand).slice(0, length);
    return { item: items[k].item, bucket, start, period: seasonOf[bucket], values };
  };
}

/** Number of the first bucket that begins on day `first` or later. */
function firstWhole(first: number, bucket: Bucket): number {
  const index = bucketIndex(first, bucket);
  return bucketStart(index, bucket) === first ? index : index + 1;
}

/** Daily demand from day `first` on as buckets from `firstBucket` on. */
function inBuckets(demand: Float64Array, first: number, firstBucket: number, bucket: Bucket): Float64Array {
  const last = bucketIndex(first + demand.length - 1, bucket);
  const sums = new Float64Array(Math.max(0, last - firstBucket + 1));
  for (const [k, value] of demand.entries()) {
    const at = bucketIndex(first + k, bucket) - firstBucket;
    if (value > 0 && at >= 0) sums[at] += value;
  }
  return sums;
}
