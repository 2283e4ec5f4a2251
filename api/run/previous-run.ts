import { type RunRecord, runRecord } from "../../src/index.ts";
import { readJson } from "./files.ts";

/** A finished run: the last day that counts in it, and its plan.json. */
interface FinishedRun {
  readonly asOf: string;
  readonly path: string;
}

/** The record of the run with the latest as-of day before `asOf`; the first of several with the same day. */
export function recordBefore(asOf: string, runs: readonly FinishedRun[]): RunRecord | undefined {
  const earlier = runs.filter((run) => run.asOf < asOf);
  const newest = earlier.reduce<FinishedRun | undefined>(
    (best, run) => (best === undefined || run.asOf > best.asOf ? run : best),
    undefined,
  );
  return newest === undefined ? undefined : runRecord(readJson(newest.path));
}
