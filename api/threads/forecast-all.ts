import type { Candidates, Forecast, ForecastOptions, Pool, Series, SignalInput } from "../../src/index.ts";
import { unpack } from "./packing.ts";
import type { Threads } from "./threads.ts";

/** Items that one thread gets at a time. */
const sliceItems = 200;

const slices = <T>(rows: readonly T[]): T[][] =>
  Array.from({ length: Math.ceil(rows.length / sliceItems) }, (_, k) =>
    rows.slice(k * sliceItems, (k + 1) * sliceItems),
  );

type Report = ((done: number, of: number) => void) | undefined;

const perItem =
  (items: number, report: Report) =>
  (done: number): void =>
    report?.(Math.min(items, done * sliceItems), items);

/** Suspected fluctuations of every item over several threads. */
export async function detectAll(
  inputs: readonly SignalInput[],
  workers: Threads,
  progress?: Report,
): Promise<Candidates[]> {
  const answers = await workers.run(
    slices(inputs).map((slice) => ({ kind: "detect", inputs: slice })),
    perItem(inputs.length, progress),
  );
  return answers.flatMap((answer) => (answer.kind === "detect" ? answer.found : []));
}

/** Forecasts of a panel over several threads: the same numbers on one thread or many. */
export async function forecastAll(
  panel: readonly Series[],
  { pool, ...options }: Omit<ForecastOptions, "pool"> & { readonly pool: Pool | null },
  workers: Threads,
  progress?: Report,
): Promise<Forecast[]> {
  await workers.broadcast({ kind: "pool", pool });
  const answers = await workers.run(
    slices(panel).map((series) => ({ kind: "forecast", series, options })),
    perItem(panel.length, progress),
  );
  return answers.flatMap((answer) => (answer.kind === "forecast" ? unpack(answer.packed) : []));
}
