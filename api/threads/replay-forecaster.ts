import type { ReplayForecaster } from "../../src/index.ts";
import { unpack } from "./packing.ts";
import type { Threads } from "./threads.ts";

/** Items that one thread gets at a time. */
const sliceItems = 100;

/** Forecasts of a replay over several threads: the same numbers on one thread or many. */
export const replayForecaster = (workers: Threads): ReplayForecaster => ({
  share: (pool) => workers.broadcast({ kind: "pool", pool }),
  async forecast(series, options) {
    const slices = Array.from({ length: Math.ceil(series.length / sliceItems) }, (_, k) =>
      series.slice(k * sliceItems, (k + 1) * sliceItems),
    );
    const answers = await workers.run(slices.map((slice) => ({ kind: "forecast", series: slice, options })));
    return answers.flatMap((answer) => (answer.kind === "forecast" ? unpack(answer.packed) : []));
  },
});
