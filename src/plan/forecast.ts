import { daysOf } from "../calendar/bucket.ts";
import { type Forecast, planningLevels } from "../forecast.ts";
import type { Pool } from "../models/index.ts";
import { steadyForecasts } from "../models/stability/steady.ts";
import type { Bucket } from "../series.ts";
import { totalOf } from "../total.ts";
import type { FlaggedItem } from "./flag.ts";
import type { Workers } from "./input.ts";
import { coverDays, type Run } from "./run.ts";

/** An item with its forecast. */
export interface ForecastItem extends FlaggedItem {
  readonly forecast: Forecast;
}

/** Past origins that accuracy, stability and stabilisation are measured on. */
const origins = 6;

/** Mean and quantiles per bucket and cumulative, drawn towards the last run where that costs little. */
export async function forecastItems(
  run: Run,
  items: readonly FlaggedItem[],
  workers: Workers,
): Promise<{ items: ForecastItem[]; pool: Pool | null }> {
  const { input, options } = run;
  const { forecasts: fresh, pool } = await workers.forecastAll(
    items.map(({ history }) => history.series),
    {
      horizon: horizonOf(run, items),
      levels: planningLevels,
      origins,
      ...(input.pool === undefined ? {} : { pool: input.pool }),
      ...(options.model === null ? {} : { model: options.model }),
    },
  );
  return {
    items: steadied(
      run,
      items.map((one, k) => ({ ...one, forecast: fresh[k] })),
    ),
    pool,
  };
}

/** Forecasts drawn towards those of the last run, where there was one. */
function steadied(
  { options, demand, previous, before }: Run,
  items: readonly ForecastItem[],
): ForecastItem[] {
  const { stabilise } = options;
  if (stabilise === "off" || previous === undefined || previous.items.length === 0) return [...items];
  const each = items.map((one) => ({ ...one.history, class: one.demand.class, forecast: one.forecast }));
  const drawn = totalOf(
    steadyForecasts((item) => before(item)?.forecast, demand.bucket, stabilise),
    each,
  );
  return items.map((one, k) => ({ ...one, forecast: drawn(each[k]) }));
}

/** A year of buckets (half a year of weeks, two months of days), and at least what the longest item must cover. */
function horizonOf({ options, demand }: Run, items: readonly FlaggedItem[]): number {
  if (options.horizon !== null) return options.horizon;
  const usual: Record<Bucket, number> = { day: 60, week: 26, month: 12, quarter: 4, year: 2 };
  const longest = items.reduce((most, { item }) => Math.max(most, coverDays(item, options)), 0);
  return Math.min(Math.max(usual[demand.bucket], Math.ceil(longest / daysOf[demand.bucket]) + 3), 104);
}
