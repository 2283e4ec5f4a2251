import type { Hands } from "../../src/index.ts";
import { detectAll, forecastAll } from "./forecast-all.ts";
import type { Threads } from "./threads.ts";

/** Detection and forecasts of a plan over threads. */
export function handsOf(
  threads: Threads,
  progress?: (label: string, done: number, of: number) => void,
): Hands {
  return {
    detectAll: (inputs) => detectAll(inputs, threads, (done, of) => progress?.("signals", done, of)),
    forecastAll: (panel, options) =>
      forecastAll(panel, options, threads, (done, of) => progress?.("forecasts", done, of)),
  };
}
