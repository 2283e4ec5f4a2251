import type { ReplayForecaster } from "../../src/index.ts";
import { forecastSlices } from "./forecast-all.ts";
import type { Threads } from "./threads.ts";

/** Items that one thread gets at a time. */
const sliceItems = 100;

/** Forecasts of a replay over several threads: the same numbers on one thread or many. */
export const replayForecaster = (workers: Threads): ReplayForecaster => ({
  share: (pool) => workers.broadcast({ kind: "pool", pool }),
  forecast: (series, options) => forecastSlices(workers, series, options, sliceItems),
});
