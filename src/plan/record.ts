import { bucketIndex, bucketStart } from "../calendar/bucket.ts";
import { dayOf, isoDate } from "../calendar/date.ts";
import { defined } from "../defined.ts";
import type { Demand, ItemDemand } from "../demand/index.ts";
import type { Forecast } from "../forecast.ts";
import { coverIn, type Recompute, type RunItem, type RunRecord, runBands } from "../kpis/index.ts";
import { forecastItem, type Pool } from "../models/index.ts";
import type { Plan, PlanHistory, PlanInputFile } from "../result.ts";
import type { Bucket, Series } from "../series.ts";
import { type Cleaned, cleaned } from "../signals/life/cleaned.ts";

/** The history of an item as the plan shows it: raw, and as it was cleaned for the forecast. */
export function historyOf(
  one: ItemDemand,
  demand: Demand,
  history: Cleaned,
  forecast: Forecast,
): PlanHistory {
  const { bucket, lastBucket } = demand;
  const first = (index: number) => isoDate(bucketStart(index, bucket));
  const adjusted = forecast.adjusted ?? (history.changed ? history.series.values : undefined);
  return {
    start: first(one.start),
    values: one.values,
    ...(one.partial === undefined ? {} : { partial: { start: first(lastBucket + 1), value: one.partial } }),
    ...(one.firstPartial ? { firstPartial: true } : {}),
    ...(one.censored.length === 0 ? {} : { censored: one.censored.map((k) => first(one.start + k)) }),
    ...(adjusted === undefined ? {} : { adjusted: aligned(adjusted, history.series, one, bucket) }),
  };
}

/** A cleaned history on the buckets of the shown one; NaN where it has none. */
function aligned(values: Float64Array, series: Series, one: ItemDemand, bucket: Bucket): Float64Array {
  const offset = series.start === undefined ? 0 : bucketIndex(dayOf(series.start), bucket) - one.start;
  return one.values.map((_, k) => values[k - offset] ?? Number.NaN);
}

/**
 * Forecasts an item again from what was known at the last run, under its method or this run's: what tells apart why a
 * forecast moved. Flags are those of the last run, as nothing else was known then.
 */
export function recomputed(
  last: RunRecord,
  demand: Demand,
  model: string | null,
  pool: Pool | null,
): Recompute {
  const flagged = new Map(
    last.items.map(({ item, signals = [] }) => [item, signals.filter(({ answer }) => answer !== "closed")]),
  );
  const known = new Map(demand.items.map((one) => [one.item, one.series]));
  const indexOf = (date: string) => bucketIndex(dayOf(date), last.bucket);
  return ({ item, history, period }: RunItem, values, which, horizon) => {
    const own = known.get(item);
    // a first bucket that the file begins inside is not used, as in the forecast itself
    const skipped = own?.start === undefined ? 0 : indexOf(own.start) - indexOf(history.start);
    const shared = skipped >= 0 ? { ...own } : {};
    const from = Math.max(0, skipped);
    const start = isoDate(bucketStart(indexOf(history.start) + from, last.bucket));
    const series = { ...shared, item, bucket: last.bucket, start, period, values: values.subarray(from) };
    const chosen = which === "last" ? last.model : model;
    return forecastItem(cleaned(series, flagged.get(item) ?? []).series, {
      horizon,
      levels: [0.5],
      pool,
      ...defined({ model: chosen ?? undefined }),
    }).demand.mean;
  };
}

/** The run as KPIs and later runs see it. */
export function recordOf(made: Omit<Plan, "kpis">): RunRecord {
  const sum = (of: (input: PlanInputFile) => number) =>
    made.inputs.reduce((total, input) => total + of(input), 0);
  return {
    version: made.version,
    asOf: made.asOf,
    bucket: made.bucket,
    configHash: made.configHash,
    items: made.items.map((one) => ({
      ...one,
      forecast: {
        start: one.forecast.start ?? made.asOf,
        model: one.forecast.model,
        mean: one.forecast.demand.mean,
        ...defined({ upper: one.forecast.demand.quantiles[one.forecast.demand.levels.indexOf(0.95)] }),
        cumulative: runBands(one.forecast.cumulative, coverIn(one.coverDays, made.bucket)),
      },
    })),
    rowsRead: sum(({ lines }) => lines),
    rowsUsed: sum(({ used }) => used),
    trends: {},
  };
}
