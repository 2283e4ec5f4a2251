import { FaultError } from "../../src/index.ts";
import { publicCode } from "../run/refusal.ts";
import { failureOf } from "../store/failure.ts";
import type { Store } from "../store/index.ts";
import type { ClaimedJob } from "../store/jobs.ts";
import { endBy, type PlanRow } from "../store/plans.ts";
import { CrashError } from "./process.ts";

/**
 * What becomes of a job that broke off: where its process died or the disk was full it waits and is tried again, and
 * is given up the second time; any other error is final. True where it is given up.
 */
export function giveUpOrRetry(store: Store, job: ClaimedJob, plan: PlanRow, error: Error): boolean {
  const full = failureOf(error) === "full";
  if (error instanceof CrashError || full)
    return store.transaction(({ jobs, plans }) => {
      const next = jobs.crashed(job.id, job.fence, error.message);
      if (next === "retry") plans.requeue(plan.seq);
      if (next === "dead")
        plans.end(
          plan.seq,
          "failed",
          endBy(error instanceof CrashError ? error.fault : { code: "disk-full" }),
        );
      return next === "dead";
    });
  store.transaction(({ jobs, plans }) => {
    if (!jobs.fail(job.id, job.fence, error.message)) return;
    const end =
      error instanceof FaultError
        ? { code: publicCode(error), fault: error.fault }
        : endBy({ code: "internal" });
    plans.end(plan.seq, "failed", end);
  });
  return true;
}
