import { sweep } from "../store/database.ts";
import type { Store } from "../store/index.ts";
import { endBy } from "../store/plans.ts";

/** After a crash of a process that had its store alone: temporary files go. */
export const sweepTemporary = (store: Store): void => {
  if (!store.isShared) sweep(store.temporary);
};

/** Jobs that were begun too often, and are in nobody's hands any more, have failed. */
export async function giveUpAbandoned(store: Store): Promise<void> {
  if (!(await store.jobs.hasAbandoned())) return;
  await store.transaction(async ({ jobs, plans }) => {
    for (const seq of await jobs.giveUpAbandoned())
      await plans.end(seq, "failed", endBy({ code: "job-died", why: "starts" }));
  });
}

/**
 * At the start of a process that has its store alone: what an earlier one was doing waits again, its keys are free.
 * Where others share the store what runs may be theirs: leases say when it is not.
 */
export async function recover(store: Store): Promise<void> {
  if (store.isShared) return giveUpAbandoned(store);
  await store.transaction(async ({ idempotency, jobs, parts, plans }) => {
    await parts.recover();
    await idempotency.forgetRunning();
    for (const seq of await jobs.recover())
      await plans.end(seq, "failed", endBy({ code: "job-died", why: "starts" }));
    await plans.requeueRunning();
  });
}
