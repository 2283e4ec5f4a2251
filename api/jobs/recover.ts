import { join } from "node:path";
import { sweep } from "../store/database.ts";
import type { Store } from "../store/index.ts";
import { endBy } from "../store/plans.ts";

/** After a crash: temporary files go. */
export const sweepTemporary = (store: Store): void => sweep(join(store.folder, "tmp"));

/** After a crash: keys that were running are free, plans that ran wait again. */
export function recover(store: Store): void {
  store.transaction(({ idempotency, jobs, plans }) => {
    idempotency.forgetRunning();
    for (const seq of jobs.recover()) plans.end(seq, "failed", endBy({ code: "job-died", why: "starts" }));
    plans.requeueRunning();
  });
}
