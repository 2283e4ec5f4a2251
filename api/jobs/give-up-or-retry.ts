import { failureOf } from "../store/failure.ts";
import type { Store } from "../store/index.ts";
import type { ClaimedJob } from "../store/jobs.ts";
import type { PlanRow } from "../store/plans.ts";
import { CrashError, TaskError } from "./process.ts";

/**
 * What becomes of a job that broke off: where its process died or the disk was full it waits and is tried again, and
 * is given up the second time; any other error is final. True where it is given up.
 */
export function giveUpOrRetry(store: Store, job: ClaimedJob, plan: PlanRow, error: Error): boolean {
  const full = failureOf(error) === "full" || /ENOSPC/.test(error.message);
  if (error instanceof CrashError || full)
    return store.transaction(({ jobs, plans }) => {
      const next = jobs.crashed(job.id, job.fence, error.message);
      if (next === "retry") plans.requeue(plan.seq);
      if (next === "dead")
        plans.end(plan.seq, "failed", {
          code: full ? "disk-full" : "job-died",
          reason: `the plan was given up: ${full ? "the disk is full" : error.message}`,
        });
      return next === "dead";
    });
  store.transaction(({ jobs, plans }) => {
    if (!jobs.fail(job.id, job.fence, error.message)) return;
    const known = error instanceof TaskError && error.known;
    plans.end(plan.seq, "failed", {
      code: error instanceof TaskError && known ? error.code : "internal",
      reason: known ? error.message : "internal error: see the server's log",
    });
  });
  return true;
}
