import { setImmediate as othersFirst } from "node:timers/promises";
import type { Logger } from "pino";
import { UsageError } from "../../../src/index.ts";
import type { Store } from "../index.ts";

/** Names that are looked for in one go. */
const atOnce = 200;

async function missingOf({ files }: Store, names: readonly string[]): Promise<number> {
  let missing = 0;
  for (const [k, name] of names.entries()) {
    if (files.lacks(name)) missing++;
    if (k % atOnce === 0) await othersFirst();
  }
  return missing;
}

/**
 * Looks for the files of uploads and the results of plans that a store names. A place that lacks all of a kind was
 * emptied or is half put back, and what it answered would be wrong in silence: nothing is begun there (a UsageError)
 * unless the loss is accepted. Where some are missing the log says so.
 */
export async function refuseLoss(store: Store, log: Logger, isAccepted = false): Promise<void> {
  const { folder, uploads, plans } = store;
  const named = {
    blobs: [...(await uploads.contents())].map((hash) => `blobs/${hash.slice(0, 2)}/${hash}`),
    runs: (await plans.withResults()).map((id) => `runs/${id}`),
  };
  for (const part of ["blobs", "runs"] as const) {
    const [missing, count] = [await missingOf(store, named[part]), named[part].length];
    if (missing === 0) continue;
    if (missing === count && !isAccepted)
      throw new UsageError({ code: "store-without-files", folder, missing: part, count });
    log.error(
      { part, missing, of: count },
      "files that the store names are gone: put them back, or send uploads again",
    );
  }
}
