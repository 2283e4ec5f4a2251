import { attempt } from "../attempt.ts";
import type { Bands, Forecast } from "../forecast.ts";
import type { Series } from "../series.ts";
import { type ForecastOptions, forecastSeries, startOf } from "./forecast-series.ts";
import { rowsOf } from "./series/rows.ts";

/** Bands of nothing. */
const none = (horizon: number, levels: readonly number[]): Bands => ({
  mean: new Float64Array(horizon),
  levels,
  quantiles: rowsOf(levels.length, horizon),
});

/** The answer for a series that no forecast can be made of. */
function failed(series: Series, { horizon, levels }: ForecastOptions): Forecast {
  return {
    item: series.item,
    model: "none",
    ...startOf(series),
    demand: none(horizon, levels),
    cumulative: none(horizon, levels),
    fallback: { code: "failed" },
  };
}

const isAllFinite = ({ mean, quantiles }: Bands): boolean =>
  [mean, ...quantiles].every((values) => values.every(Number.isFinite));

/** Forecast of one item among many: where it fails, or gives no finite numbers, the answer says so and no more. */
export const forecastItem = (series: Series, options: ForecastOptions): Forecast =>
  attempt(
    () => {
      const made = forecastSeries(series, options);
      return isAllFinite(made.demand) && isAllFinite(made.cumulative) ? made : failed(series, options);
    },
    () => failed(series, options),
  );

/** True for the answer of a forecast that failed. */
export const hasFailed = ({ fallback }: Forecast): boolean => fallback?.code === "failed";
