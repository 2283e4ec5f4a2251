import { dayOf } from "../../src/calendar/date.ts";
import { workCalendar } from "../../src/calendar/work-calendar.ts";
import { type Forecast, planningLevels } from "../../src/forecast.ts";
import type { Item } from "../../src/item.ts";
import { normalQuantile } from "../../src/numeric/normal.ts";
import { type ReplenishContext, type ReplenishItem, replenishOptions } from "../../src/replenish/index.ts";
import type { Bucket } from "../../src/series.ts";

/** A forecast with independent normal buckets: mean and sd a bucket, cut at 0. */
export function normalForecast(start: string, means: readonly number[], sds: readonly number[]): Forecast {
  const bands = (mean: Float64Array, sd: readonly number[]) => ({
    mean,
    levels: planningLevels,
    quantiles: planningLevels.map((p) => mean.map((m, k) => Math.max(0, m + normalQuantile(p) * sd[k]))),
  });
  const sums = Float64Array.from(means);
  const variances = sds.map((sd) => sd * sd);
  for (let k = 1; k < sums.length; k++) {
    sums[k] += sums[k - 1];
    variances[k] += variances[k - 1];
  }
  return {
    item: "A1",
    model: "normal",
    start,
    demand: bands(Float64Array.from(means), sds),
    cumulative: bands(sums, variances.map(Math.sqrt)),
  };
}

export const steady = (start: string, mean: number, sd: number, buckets = 26): Forecast =>
  normalForecast(start, new Array(buckets).fill(mean), new Array(buckets).fill(sd));

export const plant = workCalendar("DE");

export function shopContext(today: string, changes: Partial<ReplenishContext> = {}): ReplenishContext {
  return {
    asOf: dayOf(today),
    stockDate: dayOf(today),
    plant,
    supplierCalendars: () => plant,
    suppliers: new Map(),
    options: replenishOptions,
    ...changes,
  };
}

export function shopItem(
  item: Partial<Item>,
  forecast: Forecast,
  bucket: Bucket = "week",
  changes: Partial<ReplenishItem> = {},
): ReplenishItem {
  return {
    item: { item: "A1", onHand: 0, leadTimeDays: 14, ...item },
    forecast,
    bucket,
    openOrders: [],
    requirements: [],
    decisions: [],
    abc: "A",
    xyz: "X",
    class: "smooth",
    demandBasis: "sale",
    meanPerBucket: forecast.demand.mean[0],
    wholeUnits: true,
    ...changes,
  };
}
