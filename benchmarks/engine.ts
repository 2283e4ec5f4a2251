import { withWorkingDays } from "../api/ndjson/with-working-days.ts";
import { type Forecast, forecastSeries, learnPool, type Series } from "../src/index.ts";
import type { SplitSeries } from "./sets.ts";

/** What the engine answered for a panel, and what it cost. */
interface EngineRun {
  readonly forecasts: ReadonlyMap<string, Forecast>;
  /** CPU seconds of this process, learning included. */
  readonly cpuSeconds: number;
  readonly learnSeconds: number;
}

/** The training part as the engine takes it. */
export const asSeries = (one: SplitSeries): Series => ({
  item: one.id,
  bucket: one.bucket,
  period: one.period,
  values: one.train,
  ...(one.start === undefined ? {} : { start: one.start }),
});

const cpu = (): number => {
  const { user, system } = process.cpuUsage();
  return (user + system) / 1e6;
};

/** Learns from the training parts of a panel of one horizon and forecasts every series, on one thread. */
export function runEngine(
  panel: readonly SplitSeries[],
  levels: readonly number[],
  options: { readonly model?: string; readonly pool?: boolean } = {},
): EngineRun {
  const horizon = panel.reduce((most, one) => Math.max(most, one.horizon), 1);
  // dated months know their working days, as in every program
  const series = panel.map((one) => withWorkingDays(asSeries(one), horizon));
  const start = cpu();
  const pool = options.pool === false ? null : learnPool(series, { horizon });
  const learned = cpu();
  const forecasts = new Map(
    series.map((one) => [
      one.item,
      forecastSeries(one, {
        horizon,
        levels,
        pool,
        ...(options.model === undefined ? {} : { model: options.model }),
      }),
    ]),
  );
  return { forecasts, cpuSeconds: cpu() - start, learnSeconds: learned - start };
}
