import type { Forecast } from "../forecast.ts";
import { printedLevels } from "../forecast.ts";
import { type ForecastOptions, forecastPanel } from "../models/index.ts";
import type { Series } from "../series.ts";

/** What a forecast of a panel may be asked for; only the horizon has no default. */
export type PanelForecastOptions = Partial<ForecastOptions> & { readonly horizon: number };

/**
 * Forecasts of a panel, in its order: mean and quantiles of each bucket and of the sums from the first bucket on. What
 * the series share is learned first, unless a `pool` is given (null: do without).
 * @throws UsageError for an impossible horizon or level
 * @example forecast([{ item: "A", bucket: "month", period: 12, values }], { horizon: 6 })[0].demand.mean
 */
export const forecast = (panel: readonly Series[], options: PanelForecastOptions): Forecast[] =>
  forecastPanel(panel, { levels: printedLevels, ...options });
