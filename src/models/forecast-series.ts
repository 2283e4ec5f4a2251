import type { Bands, Forecast } from "../forecast.ts";
import type { Series } from "../series.ts";
import { ascending, runningSum, tidyBands } from "./bands.ts";
import { demandClass, historyOf } from "./history.ts";
import type { Pool } from "./pool.ts";
import { simpleLevel } from "./simple-level.ts";

export interface ForecastOptions {
  /** Buckets ahead. */
  readonly horizon: number;
  /** Quantile levels in (0, 1), in any order. */
  readonly levels: readonly number[];
  readonly pool: Pool | null;
  /** Name of a model card; absent: the combination. */
  readonly model?: string;
  /** auto: no negative forecast when no value is negative. */
  readonly nonnegative?: "auto" | "yes" | "no";
  /** Past origins to give back in `Forecast.backtest`. */
  readonly origins?: number;
  readonly paths?: number;
}

/** Forecast of one series: a pure function of series, pool and options. */
export function forecastSeries(series: Series, options: ForecastOptions): Forecast {
  const { horizon } = options;
  const order = ascending(options.levels);
  const levels = order.map((i) => options.levels[i] as number);
  const history = historyOf(series.values, series.period);
  const y = history.values;
  const kind = demandClass(series.values, series.bucket);
  const { level, error } = simpleLevel(y);
  const mean = new Float64Array(horizon).fill(kind === "dead" ? 0 : level);
  const nonnegative = options.nonnegative === "yes" || (options.nonnegative !== "no" && !history.negative);
  const spread = kind === "dead" ? 0 : error;
  const band = (centre: Float64Array): Bands => ({
    mean: centre,
    levels,
    // logistic quantiles: mean absolute deviation of the logistic is 2 ln 2 times its scale
    quantiles: levels.map((p) =>
      centre.map((m, k) => m + (spread / (2 * Math.LN2)) * Math.sqrt(k + 1) * Math.log(p / (1 - p))),
    ),
  });
  const demand = tidyBands(band(mean), nonnegative);
  const cumulative = tidyBands(band(runningSum(demand.mean)), nonnegative);
  const asAsked = (bands: Bands): Bands => ({
    mean: bands.mean,
    levels: options.levels,
    quantiles: options.levels.map((_, i) => bands.quantiles[order.indexOf(i)] as Float64Array),
  });
  return {
    item: series.item,
    model: kind === "dead" ? "zero" : "ses",
    demand: asAsked(demand),
    cumulative: asAsked(cumulative),
    ...(kind === "dead" ? { fallback: "no demand for a long time" } : {}),
    components: kind === "dead" ? { zero: 1 } : { ses: 1 },
  };
}
