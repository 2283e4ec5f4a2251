import { basename } from "node:path";
import { setImmediate as othersFirst } from "node:timers/promises";
import type { Store } from "./index.ts";

/** A blob younger than this may belong to a request that has not committed yet. */
const youngMs = 3_600_000;

/** A file that was undone may still be read by a plan that runs. */
const undoneMs = 24 * 3_600_000;

/**
 * Keeps the newest `kept` finished plans of each tenant; results of older ones go, their plan row, decisions and the
 * audit log stay; of replays as many are kept. Blobs that no upload stands for go too,
 * and what the parts of an ended plan left.
 */
export async function retain(store: Store, kept: number): Promise<void> {
  const { files, results, plans, parts, uploads, blobs, now } = store;
  for (const { seq } of await results.expired(kept)) {
    await store.transaction(async (records) => {
      await records.results.clear(seq);
      await records.plans.expire(seq);
    });
    await othersFirst();
  }
  // Also those that an earlier pass did not come to.
  for (const { name } of await files.list("runs"))
    if (await plans.isExpired(basename(name))) await files.remove(name);
  await parts.clearEnded();
  for (const { name } of await files.list("parts"))
    if (!(await plans.isOpen(basename(name)))) await files.remove(name);
  await blobs.dropOthers(await uploads.needed(now() - undoneMs), now() - youngMs);
}
