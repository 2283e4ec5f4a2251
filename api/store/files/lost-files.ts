import { setImmediate as othersFirst } from "node:timers/promises";
import type { Logger } from "pino";
import { UsageError } from "../../../src/index.ts";
import type { Store } from "../index.ts";

/** Names that are looked for in one go. */
const atOnce = 200;

/** Files of uploads and results of plans that a store names. */
async function namedBy({ uploads, plans }: Store): Promise<ReadonlyMap<"blobs" | "runs", string[]>> {
  const hashes = [...(await uploads.contents())];
  return new Map([
    ["blobs", hashes.map((hash) => `blobs/${hash.slice(0, 2)}/${hash}`)],
    ["runs", (await plans.withResults()).map((id) => `runs/${id}`)],
  ]);
}

/**
 * A place that lacks all files of a kind that its store names was emptied or is half put back, and what it answered
 * would be wrong in silence: nothing is begun there (a UsageError).
 */
export async function refuseLoss(store: Store): Promise<void> {
  for (const [missing, names] of await namedBy(store))
    if (names.length > 0 && names.every((name) => store.files.lacks(name)))
      throw new UsageError({
        code: "store-without-files",
        folder: store.folder,
        missing,
        count: names.length,
      });
}

/** Looks for each of these files, and says in the log how many are gone. */
export async function tellLoss(store: Store, log: Logger): Promise<void> {
  for (const [part, names] of await namedBy(store)) {
    let missing = 0;
    for (const [k, name] of names.entries()) {
      if (store.files.lacks(name)) missing++;
      if (k % atOnce === 0) await othersFirst();
    }
    if (missing === 0) continue;
    const what = "files that the store names are gone: put them back, or send uploads again";
    log.error({ part, missing, of: names.length }, what);
  }
}
