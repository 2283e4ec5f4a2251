import { type BacktestRow, backtestRows } from "../evaluate/backtest.ts";
import type { Series } from "../series.ts";
import { forecast, type PanelForecastOptions } from "./forecast.ts";

/** Rolling origins of a backtest: how many, and which models answer at each. */
export interface BacktestOptions extends PanelForecastOptions {
  /** Origins, one bucket apart, the newest with the whole horizon behind it. */
  readonly origins: number;
  /** Names of models; absent: the combination. */
  readonly models?: readonly string[];
}

/**
 * Forecasts at rolling origins beside what came, one row for each series, origin, step and model. Nothing after an
 * origin is seen there: what the panel shares is learned anew at each.
 * @example backtest(panel, { origins: 4, horizon: 3, models: ["combination", "ets"] })
 */
export function backtest(panel: readonly Series[], options: BacktestOptions): BacktestRow[] {
  const { origins, models = ["combination"], ...asked } = options;
  return models.flatMap((model) =>
    backtestRows(panel, { origins, horizon: options.horizon, model }, (known, horizon) =>
      forecast(known, { ...asked, horizon, model }),
    ),
  );
}
