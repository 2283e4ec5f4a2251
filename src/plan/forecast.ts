import { daysOf } from "../calendar/bucket.ts";
import { type Forecast, planningLevels } from "../forecast.ts";
import { type Pool, sharedPool } from "../models/index.ts";
import { steadyForecasts } from "../models/stability/steady.ts";
import { tunedOrigins } from "../replenish/index.ts";
import type { Bucket, Series } from "../series.ts";
import type { FlaggedItem } from "./flag.ts";
import { handoversOf } from "./handovers.ts";
import type { Workers } from "./input.ts";
import type { Run } from "./run.ts";

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
  const { options } = run;
  const panel = items.map(({ history }) => history.series);
  const horizon = horizonOf(run);
  const pool = poolOf(run, panel, horizon);
  const fresh = await workers.forecastAll(panel, {
    horizon,
    levels: planningLevels,
    origins: options.tune === "auto" ? tunedOrigins : origins,
    pool,
    ...(options.model === null ? {} : { model: options.model }),
  });
  return {
    items: steadied(
      run,
      items.map((one, k) => ({ ...one, forecast: fresh[k] })),
    ),
    pool,
  };
}

/** What is learned of all items, unless it is given. */
function poolOf({ input, adder, isLearned }: Run, panel: readonly Series[], horizon: number): Pool | null {
  const learned =
    input.pool === undefined
      ? adder.addUp(
          "pool",
          sharedPool({ horizon }),
          panel.filter(({ item }) => isLearned(item)),
        )
      : undefined;
  adder.reached("learn");
  return learned === undefined ? (input.pool ?? null) : learned();
}

/** Forecasts drawn towards those of the last run, where there was one. */
function steadied(run: Run, items: readonly ForecastItem[]): ForecastItem[] {
  const { options, demand, previous, before, adder } = run;
  const { stabilise } = options;
  if (stabilise === "off" || previous === undefined) return [...items];
  const each = items.map((one) => ({ ...one.history, class: one.demand.class, forecast: one.forecast }));
  // what one item takes over from another was shown with the item that had it
  const handovers = handoversOf(run);
  const last = (item: string) => (handovers.has(item) ? undefined : before(item)?.forecast);
  const drawn = adder.addUp("steady", steadyForecasts(last, demand.bucket, stabilise), each);
  return items.map((one, k) => ({ ...one, forecast: drawn(each[k]) }));
}

/** A year of buckets (half a year of weeks, two months of days), and at least what the longest item must cover. */
function horizonOf({ options, demand, longestCover }: Run): number {
  if (options.horizon !== null) return options.horizon;
  const usual: Record<Bucket, number> = { day: 60, week: 26, month: 12, quarter: 4, year: 2 };
  return Math.min(Math.max(usual[demand.bucket], Math.ceil(longestCover / daysOf[demand.bucket]) + 3), 104);
}
