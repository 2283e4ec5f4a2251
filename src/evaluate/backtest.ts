import type { Forecast } from "../forecast.ts";
import type { Series } from "../series.ts";

/** A forecast of one series at a past origin by one model, beside what came. */
export interface BacktestRow {
  readonly item: string;
  /** Observations known at the origin. */
  readonly length: number;
  /** Steps ahead, from 1. */
  readonly step: number;
  readonly model: string;
  readonly actual: number;
  readonly mean: number;
  /** In the order of the levels asked for. */
  readonly quantiles: readonly number[];
  /** Quantiles of the sum from the first step to this one, in the same order; empty where nothing is said of sums. */
  readonly cumulativeQuantiles: readonly number[];
}

/** A series as it was known when it had `length` buckets. @example knownAt(series, 24).values.length // => 24 */
export function knownAt(series: Series, length: number): Series {
  return { ...series, values: series.values.slice(0, length) };
}

/**
 * Rows of a backtest with a rolling origin: at each of the last `origins` origins the forecaster answers for the panel
 * as it was known then, and every observed bucket of the horizon becomes a row. Unobserved buckets give none, nor do
 * origins before the first bucket. Origins are the last ones with a whole horizon behind them, oldest first.
 * Source: L. Tashman, "Out-of-sample tests of forecasting accuracy", International Journal of Forecasting 16 (2000).
 */
export function backtestRows(
  panel: readonly Series[],
  options: { readonly origins: number; readonly horizon: number; readonly model: string },
  forecaster: (known: readonly Series[], horizon: number) => readonly Forecast[],
): BacktestRow[] {
  const { origins, horizon, model } = options;
  const rows: BacktestRow[] = [];
  for (let back = origins - 1; back >= 0; back--) {
    const asked = panel.flatMap((series) => {
      const length = series.values.length - horizon - back;
      return length > 0 ? [{ series, length }] : [];
    });
    const forecasts = forecaster(
      asked.map(({ series, length }) => knownAt(series, length)),
      horizon,
    );
    asked.forEach(({ series, length }, i) => {
      const { demand, cumulative } = forecasts[i];
      for (let k = 0; k < horizon; k++) {
        const actual = series.values[length + k];
        if (Number.isNaN(actual)) continue;
        rows.push({
          item: series.item,
          length,
          step: k + 1,
          model,
          actual,
          mean: demand.mean[k],
          quantiles: demand.quantiles.map((row) => row[k]),
          cumulativeQuantiles: cumulative.quantiles.map((row) => row[k]),
        });
      }
    });
  }
  return rows;
}
