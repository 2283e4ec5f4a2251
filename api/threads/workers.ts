import type { Workers } from "../../src/index.ts";
import { detectAll, forecastAll } from "./forecast-all.ts";
import { freeMemory } from "./free-memory.ts";
import type { Threads } from "./threads.ts";

/** Detection and forecasts of a plan over threads. */
export function workersOf(
  threads: Threads,
  progress?: (label: string, done: number, of: number) => void,
): Workers {
  return {
    detectAll(inputs) {
      // what reading the files has left
      freeMemory();
      return detectAll(inputs, threads, (done, of) => progress?.("signals", done, of));
    },
    async forecastAll(panel, options) {
      freeMemory();
      const forecasts = await forecastAll(panel, options, threads, (done, of) =>
        progress?.("forecasts", done, of),
      );
      // the last that a plan asks of them: orders and results need the room
      await threads.rest();
      freeMemory();
      return forecasts;
    },
  };
}
