import { readdirSync, rmSync } from "node:fs";
import { join } from "node:path";
import type { Store } from "./index.ts";

/** A blob younger than this may belong to a request that has not committed yet. */
const youngMs = 3_600_000;

/** A file that was undone may still be read by a plan that runs. */
const undoneMs = 24 * 3_600_000;

/**
 * Keeps the newest `kept` finished plans of each tenant; results of older ones go, their plan row, decisions and the
 * audit log stay; of replays as many are kept. Blobs that no upload stands for go too.
 */
export function retain(store: Store, kept: number): void {
  const { folder, results, plans, uploads, blobs, runFolder, now } = store;
  for (const { seq } of results.expired(kept))
    store.transaction((records) => {
      records.results.clear(seq);
      records.plans.expire(seq);
    });
  // Also those that an earlier pass did not come to.
  for (const id of readdirSync(join(folder, "runs")))
    if (plans.isExpired(id)) rmSync(runFolder(id), { recursive: true, force: true });
  blobs.dropOthers(uploads.needed(now() - undoneMs), now() - youngMs);
}
