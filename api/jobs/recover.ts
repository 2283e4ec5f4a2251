import { join } from "node:path";
import { sweep } from "../store/database.ts";
import type { Store } from "../store/index.ts";
import { endBy } from "../store/plans.ts";

/** After a crash: temporary files go. */
export const sweepTemporary = (store: Store): void => sweep(join(store.folder, "tmp"));

/** After a crash: keys that were running are free, plans that ran wait again. */
export async function recover(store: Store): Promise<void> {
  await store.transaction(async ({ idempotency, jobs, plans }) => {
    await idempotency.forgetRunning();
    for (const seq of await jobs.recover())
      await plans.end(seq, "failed", endBy({ code: "job-died", why: "starts" }));
    await plans.requeueRunning();
  });
}
