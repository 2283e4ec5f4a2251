import { FaultError } from "../../src/index.ts";
import { publicCode } from "../run/refusal.ts";
import { failureOf } from "../store/failure.ts";
import type { Store } from "../store/index.ts";
import { endBy, type PlanRow } from "../store/plans.ts";
import type { ClaimedJob } from "../store/queue/jobs.ts";
import { LostLeaseError } from "../store/results.ts";
import { CrashError } from "./process.ts";

/** How long a job waits for a store or a disk that had no room for it. */
export const storeWaitMs = 5000;

/**
 * What becomes of a job that broke off: where its process died it waits and is tried again, and is given up the second
 * time, at once where its time was over; where the store was busy or the disk full it waits until they are not; what
 * another holder has is left to him; any other error is final. True where it is given up.
 */
export async function giveUpOrRetry(
  store: Store,
  job: ClaimedJob,
  plan: PlanRow,
  error: Error,
): Promise<boolean> {
  if (failureOf(error) !== undefined) {
    await store.transaction(async ({ jobs, plans }) => {
      if (await jobs.postpone(job.id, job.fence, storeWaitMs)) await plans.requeue(plan.seq);
    });
    return false;
  }
  if (error instanceof LostLeaseError) return false;
  if (error instanceof CrashError && error.why !== "time")
    return store.transaction(async ({ jobs, plans }) => {
      const next = await jobs.crashed(job.id, job.fence, error.message);
      if (next === "retry") await plans.requeue(plan.seq);
      if (next === "dead") await plans.end(plan.seq, "failed", endBy(error.fault));
      return next === "dead";
    });
  await store.transaction(async ({ jobs, plans }) => {
    if (!(await jobs.fail(job.id, job.fence, error.message))) return;
    const end =
      error instanceof CrashError
        ? endBy(error.fault)
        : error instanceof FaultError
          ? { code: publicCode(error), fault: error.fault }
          : endBy({ code: "internal" });
    await plans.end(plan.seq, "failed", end);
  });
  return true;
}
