import { UsageError } from "../errors.ts";
import type { Series } from "../series.ts";

/** What the series of one bucket and period share. */
export interface PoolPart {
  /** "month:12": bucket and period. */
  readonly key: string;
  readonly series: number;
}

/** What was learned across a panel: plain data that can be stored, sent to a worker and merged. */
export interface Pool {
  readonly version: number;
  readonly parts: readonly PoolPart[];
}

export const poolVersion = 1;

/** Name of the part a series belongs to. @example partKey({ bucket: "month", period: 12 }) // "month:12" */
export const partKey = (series: Pick<Series, "bucket" | "period">): string =>
  `${series.bucket}:${series.period}`;

/** Learns from a panel of series; null where nothing can be learned. */
export function learnPool(panel: readonly Series[], _options: { horizon?: number } = {}): Pool | null {
  const counts = new Map<string, number>();
  for (const series of panel) {
    if (series.values.length > 0) counts.set(partKey(series), (counts.get(partKey(series)) ?? 0) + 1);
  }
  if (counts.size === 0) return null;
  const keys = [...counts.keys()].sort();
  return { version: poolVersion, parts: keys.map((key) => ({ key, series: counts.get(key) ?? 0 })) };
}

/** The pool of all partitions together. */
export function mergePools(pools: readonly Pool[]): Pool {
  const counts = new Map<string, number>();
  for (const pool of pools)
    for (const part of pool.parts) counts.set(part.key, (counts.get(part.key) ?? 0) + part.series);
  const keys = [...counts.keys()].sort();
  return { version: poolVersion, parts: keys.map((key) => ({ key, series: counts.get(key) ?? 0 })) };
}

export const poolToJson = (pool: Pool): string => JSON.stringify(pool);

/** Reads a saved pool. @throws UsageError in one line when the text is not a pool of this version */
export function poolFromJson(text: string): Pool {
  let read: unknown;
  try {
    read = JSON.parse(text);
  } catch {
    throw new UsageError("the pool is not readable JSON: learn it again with --pool-out");
  }
  if (typeof read !== "object" || read === null || !("version" in read) || !("parts" in read))
    throw new UsageError("the file is not a pool: write one with --pool-out");
  if (read.version !== poolVersion)
    throw new UsageError(
      `the pool has version ${String(read.version)}, this bedarf reads ${poolVersion}: learn it again`,
    );
  return read as Pool;
}
