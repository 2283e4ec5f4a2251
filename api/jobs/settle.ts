import { existsSync, renameSync, rmSync } from "node:fs";
import { join } from "node:path";
import { syncFolder } from "../run/files.ts";
import type { Store } from "../store/index.ts";
import type { ClaimedJob } from "../store/jobs.ts";
import type { PlanRow } from "../store/plans.ts";
import type { PlanEnd } from "./plan-job.ts";

/** Results of a plan take their place: readers see all of them or none. */
export function settle(store: Store, job: ClaimedJob, plan: PlanRow, end: PlanEnd, staging: string): void {
  const final = store.runFolder(plan.id);
  if (existsSync(staging)) {
    rmSync(final, { recursive: true, force: true });
    renameSync(staging, final);
    syncFolder(join(store.folder, "runs"));
  }
  const actor = { tenant: plan.tenant, who: "bedarf", request: "" };
  store.transaction(({ jobs, plans, answers, audit }) => {
    // Cancelled or taken over in the meantime: the other holder's word counts.
    if (!jobs.finish(job.id, job.fence)) return;
    if (end.state === "done" && end.forced.length > 0)
      audit.add(actor, "plan.forced", plan.id, { guards: end.forced });
    if (end.state !== "held") answers.ask(plan.tenant, end.questions);
    if (end.state === "done" && plan.standing) answers.forgetIdle(plan.tenant, end.questions);
    plans.end(plan.seq, end.state, end);
    const detail = end.state === "done" ? { asOf: end.asOf } : { code: end.code };
    audit.add(actor, `${plan.task}.${end.state}`, plan.id, detail);
  });
}
