import { existsSync, statSync } from "node:fs";
import { join } from "node:path";
import { type RunRecord, runRecord } from "../../src/index.ts";
import { hasTables } from "../tables/read.ts";
import { recordOfTables } from "../tables/record.ts";
import { readJson } from "./files.ts";

/**
 * The record of a result folder (a path to its plan.json will do), from its tables where it has no plan.json; undefined
 * where there is neither.
 * @param isNewest false for a run that a newer one is compared with: of a large one less is kept
 */
export async function recordOf(path: string, isNewest = true): Promise<RunRecord | undefined> {
  const isFolder = statSync(path, { throwIfNoEntry: false })?.isDirectory() === true;
  const file = isFolder ? join(path, "plan.json") : path;
  if (existsSync(file)) return runRecord(readJson(file));
  return isFolder && hasTables(path) ? recordOfTables(path, isNewest) : undefined;
}

/** A finished run by the last day that counts in it. */
interface FinishedRun {
  readonly asOf: string;
}

/**
 * The record of the run with the latest as-of day before `asOf` whose results are there; the first of several with the
 * same day.
 * @param read the record of a run, undefined where its results are gone; asked of as few runs as will do
 */
export async function recordBefore<Run extends FinishedRun>(
  asOf: string,
  runs: readonly Run[],
  read: (run: Run) => Promise<RunRecord | undefined>,
): Promise<RunRecord | undefined> {
  const earlier = runs
    .filter((run) => run.asOf < asOf)
    .sort((a, b) => (a.asOf < b.asOf ? 1 : a.asOf > b.asOf ? -1 : 0));
  for (const run of earlier) {
    const record = await read(run);
    if (record !== undefined) return record;
  }
  return undefined;
}
