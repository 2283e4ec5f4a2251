import type { Forecast } from "../forecast.ts";
import type { Series } from "../series.ts";
import { forecastItem } from "./forecast-item.ts";
import type { ForecastOptions } from "./forecast-series.ts";
import { learnPool, type Pool } from "./pool/pool.ts";

export { forecastAtOrigin } from "./forecast-at-origin.ts";
export { forecastItem, hasFailed } from "./forecast-item.ts";
export { type ForecastOptions, forecastSeries } from "./forecast-series.ts";
export { modelCards, modelNames, requireModelName } from "./model-names.ts";
export { poolFromJson, poolToJson } from "./pool/json.ts";
export { learnPool, mergePools, type Pool, sharedPool } from "./pool/pool.ts";
export { partKey } from "./pool/pool-sums.ts";
export { oddEnd } from "./series/calm-end.ts";
export { historyOf } from "./series/history.ts";
export { passedEvent } from "./series/passed-event.ts";

/** Forecasts of a panel: what its series share is learned first, unless a pool is given (null: without). */
export function forecastPanel(
  panel: readonly Series[],
  options: Omit<ForecastOptions, "pool"> & { pool?: Pool | null },
): Forecast[] {
  const pool = options.pool === undefined ? learnPool(panel, { horizon: options.horizon }) : options.pool;
  return panel.map((series) => forecastItem(series, { ...options, pool }));
}
