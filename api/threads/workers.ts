import type { Workers } from "../../src/index.ts";
import { detectAll, forecastAll } from "./forecast-all.ts";
import type { Threads } from "./threads.ts";

/** Detection and forecasts of a plan over threads. */
export function workersOf(
  threads: Threads,
  progress?: (label: string, done: number, of: number) => void,
): Workers {
  return {
    detectAll: (inputs) => detectAll(inputs, threads, (done, of) => progress?.("signals", done, of)),
    forecastAll: (panel, options) =>
      forecastAll(panel, options, threads, (done, of) => progress?.("forecasts", done, of)),
  };
}
