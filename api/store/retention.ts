import { rmSync } from "node:fs";
import type { Store } from "./index.ts";

/** A blob younger than this may belong to a request that has not committed yet. */
const youngMs = 3_600_000;

/**
 * Keeps the newest `kept` finished plans of each tenant; results of older ones go, their plan row, decisions and the
 * audit log stay; of replays as many are kept. Blobs that no upload stands for go too.
 */
export function retain({ results, uploads, blobs, runFolder }: Store, kept: number): void {
  for (const { seq, id } of results.expired(kept)) {
    results.clear(seq);
    rmSync(runFolder(id), { recursive: true, force: true });
  }
  blobs.dropOthers(uploads.contents(), Date.now() - youngMs);
}
