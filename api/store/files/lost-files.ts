import type { Logger } from "pino";
import { UsageError } from "../../../src/index.ts";
import type { Store } from "../index.ts";

/** Names that are looked for first: where one of them is there, not all are gone. */
const first = 20;

/** Files of uploads and results of plans that a store names. */
async function namedBy({ uploads, plans }: Store): Promise<ReadonlyMap<"blobs" | "runs", string[]>> {
  const hashes = [...(await uploads.contents())];
  return new Map([
    ["blobs", hashes.map((hash) => `blobs/${hash.slice(0, 2)}/${hash}`)],
    ["runs", (await plans.withResults()).map((id) => `runs/${id}`)],
  ]);
}

/** True where none of these files is there; a bucket that cannot be asked says nothing of what lies in it. */
async function areAllGone({ files }: Store, part: "blobs" | "runs", names: readonly string[]) {
  try {
    for (const some of [names.slice(0, first), names])
      if ((await files.missing(part, some)).length < some.length) return false;
    return names.length > 0;
  } catch {
    // Looked for again by tellLoss, which says in the log why it could not.
    return false;
  }
}

/**
 * A place that lacks all files of a kind that its store names was emptied or is half put back, and what it answered
 * would be wrong in silence: nothing is begun there (a UsageError). A folder and a bucket are looked through alike.
 */
export async function refuseLoss(store: Store): Promise<void> {
  for (const [missing, names] of await namedBy(store))
    if (await areAllGone(store, missing, names))
      throw new UsageError({
        code: "store-without-files",
        folder: store.files.place,
        missing,
        count: names.length,
      });
}

/** Looks for each of these files, and says in the log how many are gone. */
export async function tellLoss(store: Store, log: Logger): Promise<void> {
  for (const [part, names] of await namedBy(store)) {
    const missing = (await store.files.missing(part, names)).length;
    if (missing === 0) continue;
    const what = "files that the store names are gone: put them back, or send uploads again";
    log.error({ part, missing, of: names.length }, what);
  }
}
