import { createHash } from "node:crypto";
import { kpisJson, type Plan, printedLevels, tableNames } from "../../src/index.ts";
import type { TableSum } from "./write.ts";

/** What run.json says of a run as a whole; what it holds of each item stands in the tables. */
type RunHead = Pick<
  Plan,
  "version" | "asOf" | "stockDate" | "bucket" | "options" | "configHash" | "inputs" | "kpis" | "changes"
>;

/** SHA-256 of bytes in hex. */
export const textSum = (bytes: Uint8Array | string): string =>
  createHash("sha256").update(bytes).digest("hex");

/**
 * run.json: what shaped the run, and rows and hash of every table in item order: two runs that say the same have the
 * same hashes, wherever and in however many parts they ran. Made when asked for, once the tables are written.
 */
export function* runJson(
  head: RunHead,
  sums: ReadonlyMap<string, TableSum>,
  pool: string | null,
): Generator<Uint8Array> {
  const { version, asOf, stockDate, bucket, options, configHash, inputs, kpis, changes } = head;
  const said = {
    version,
    asOf,
    stockDate,
    bucket,
    options,
    configHash,
    inputs,
    levels: printedLevels,
    compared: changes !== undefined,
    tables: Object.fromEntries(tableNames.map((name) => [name, sums.get(name)])),
    kpis: { sha256: textSum(kpisJson(kpis)) },
    pool: pool === null ? null : { sha256: pool },
  };
  yield new TextEncoder().encode(`${JSON.stringify(said, null, 1)}\n`);
}
