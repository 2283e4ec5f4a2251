import {
  type Candidates,
  detectItem,
  type ForecastOptions,
  forecastItem,
  type Pool,
  type Series,
  type SignalInput,
} from "../../src/index.ts";
import { type Packed, pack } from "./packing.ts";

/** What a thread can be asked for. */
export type Job =
  | { readonly kind: "pool"; readonly pool: Pool | null }
  | { readonly kind: "detect"; readonly inputs: readonly SignalInput[] }
  | {
      readonly kind: "forecast";
      readonly series: readonly Series[];
      readonly options: Omit<ForecastOptions, "pool">;
    };

export type Answer =
  | { readonly kind: "pool" }
  | { readonly kind: "detect"; readonly found: readonly Candidates[] }
  | { readonly kind: "forecast"; readonly packed: Packed };

/** The pool that the forecasts of this thread use: set once a run, since it is larger than a slice of items. */
let pool: Pool | null = null;

export function runJob(job: Job): Answer {
  if (job.kind === "pool") {
    pool = job.pool;
    return { kind: "pool" };
  }
  if (job.kind === "detect") return { kind: "detect", found: job.inputs.map(detectItem) };
  const forecasts = job.series.map((series) => forecastItem(series, { ...job.options, pool }));
  return { kind: "forecast", packed: pack(forecasts) };
}

/** Buffers that are handed over instead of copied. */
export const transferables = (answer: Answer): ArrayBuffer[] =>
  answer.kind === "forecast" ? [answer.packed.numbers.buffer as ArrayBuffer] : [];
