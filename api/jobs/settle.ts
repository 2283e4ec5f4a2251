import { existsSync, renameSync, rmSync } from "node:fs";
import { join } from "node:path";
import { syncFolder } from "../run/files.ts";
import type { Records, Store } from "../store/index.ts";
import type { ClaimedJob } from "../store/jobs.ts";
import { endBy, type PlanRow } from "../store/plans.ts";
import type { PlanEnd } from "./plan-job.ts";

/** What a job was made from and where its results lie. */
interface Made {
  readonly staging: string;
  /** Ids of its uploads. */
  readonly used: readonly string[];
}

/** How a job goes on whose files were undone while it ran: what is current is planned again, named files are no plan. */
function undone({ jobs, plans, results }: Records, job: ClaimedJob, plan: PlanRow): void {
  results.clear(plan.seq);
  if (plan.standing) {
    if (jobs.postpone(job.id, job.fence, 0)) plans.requeue(plan.seq);
  } else if (jobs.finish(job.id, job.fence)) plans.end(plan.seq, "failed", endBy({ code: "import-undone" }));
}

/** Results of a plan take their place: readers see all of them or none. */
export function settle(
  store: Store,
  job: ClaimedJob,
  plan: PlanRow,
  end: PlanEnd,
  { staging, used }: Made,
): void {
  const final = store.runFolder(plan.id);
  if (existsSync(staging)) {
    rmSync(final, { recursive: true, force: true });
    renameSync(staging, final);
    syncFolder(join(store.folder, "runs"));
  }
  const actor = { tenant: plan.tenant, who: "bedarf", request: "" };
  store.transaction((records) => {
    const { jobs, plans, answers, audit, uploads } = records;
    // A plan may be ordered of files that are not current, the example's: only what was undone since then counts.
    const isUndone = (id: string) => (uploads.get(plan.tenant, id)?.removed ?? 0) > plan.created;
    if (plan.task === "plan" && used.some(isUndone)) return undone(records, job, plan);
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
