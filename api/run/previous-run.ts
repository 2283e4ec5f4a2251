import { existsSync, statSync } from "node:fs";
import { join } from "node:path";
import { type RunRecord, runRecord } from "../../src/index.ts";
import { hasTables } from "../tables/read.ts";
import { recordOfTables } from "../tables/record.ts";
import { readJson } from "./files.ts";

/**
 * The record of a result folder (a path to its plan.json will do), from its tables where it has no plan.json; undefined
 * where there is neither.
 */
export async function recordOf(path: string): Promise<RunRecord | undefined> {
  const isFolder = statSync(path, { throwIfNoEntry: false })?.isDirectory() === true;
  const file = isFolder ? join(path, "plan.json") : path;
  if (existsSync(file)) return runRecord(readJson(file));
  return isFolder && hasTables(path) ? recordOfTables(path) : undefined;
}

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
