import type { Candidates, Forecast, ForecastOptions, Pool, Series, SignalInput } from "../../src/index.ts";
import { spilled } from "./number-file.ts";
import { unpack } from "./packing.ts";
import type { Threads } from "./threads.ts";

/** Items that one thread gets at a time. */
const sliceItems = 200;

type Report = ((done: number, of: number) => void) | undefined;

const slices = <T>(rows: readonly T[], size: number): T[][] =>
  Array.from({ length: Math.ceil(rows.length / size) }, (_, k) => rows.slice(k * size, (k + 1) * size));

const perItem =
  (items: number, size: number, report: Report) =>
  (done: number): void =>
    report?.(Math.min(items, done * size), items);

/** Suspected fluctuations of every item over several threads. */
export async function detectAll(
  inputs: readonly SignalInput[],
  workers: Threads,
  progress?: Report,
): Promise<Candidates[]> {
  const found = await workers.run(
    slices(inputs, sliceItems).map((slice) => ({ kind: "detect", inputs: slice })),
    (answer) => (answer.kind === "detect" ? answer.found : []),
    perItem(inputs.length, sliceItems, progress),
  );
  return found.flat();
}

/** Forecasts of a panel over several threads: the same numbers on one thread or many. */
export async function forecastAll(
  panel: readonly Series[],
  { pool, ...options }: Omit<ForecastOptions, "pool"> & { readonly pool: Pool | null },
  workers: Threads,
  progress?: Report,
): Promise<Forecast[]> {
  await workers.broadcast({ kind: "pool", pool });
  return forecastSlices(workers, panel, options, sliceItems, progress);
}

/** Forecasts of series by the pool that the threads have, in slices of `size` series. */
export async function forecastSlices(
  workers: Threads,
  panel: readonly Series[],
  options: Omit<ForecastOptions, "pool">,
  size: number,
  progress?: Report,
): Promise<Forecast[]> {
  const keep = spilled();
  const forecasts = await workers.run(
    slices(panel, size).map((series) => ({ kind: "forecast", series, options })),
    (answer) => (answer.kind === "forecast" ? unpack(answer.packed, keep) : []),
    perItem(panel.length, size, progress),
  );
  return forecasts.flat();
}
