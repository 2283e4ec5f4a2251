import { existsSync, renameSync, rmSync } from "node:fs";
import { join } from "node:path";
import { syncFolder } from "../run/files.ts";
import type { Records, Store } from "../store/index.ts";
import { endBy, type PlanRow } from "../store/plans.ts";
import type { ClaimedJob } from "../store/queue/jobs.ts";
import type { PlanEnd } from "./plan-job.ts";
import type { Beginning } from "./spec.ts";

/** How a job goes on whose files were undone while it ran: what is current is planned again, named files are no plan. */
async function undone(
  { jobs, parts, plans, results }: Records,
  job: ClaimedJob,
  plan: PlanRow,
): Promise<void> {
  const { id, fence } = job;
  if (!(await (plan.standing ? jobs.postpone(id, fence, 0) : jobs.finish(id, fence)))) return;
  await results.clear(plan.seq);
  await parts.clear(plan.seq);
  if (plan.standing) await plans.requeue(plan.seq);
  else await plans.end(plan.seq, "failed", endBy({ code: "import-undone" }));
}

/** The files of a plan take their place. */
function switched(store: Store, plan: PlanRow, staging: string): void {
  const final = store.runFolder(plan.id);
  if (!existsSync(staging)) return;
  rmSync(final, { recursive: true, force: true });
  renameSync(staging, final);
  syncFolder(join(store.folder, "runs"));
}

/**
 * Results of a plan take their place: readers see all of them or none. Files do so in between: only who has ended the
 * job may put them there, and until its end is committed nobody looks.
 */
export async function settle(
  store: Store,
  job: ClaimedJob,
  plan: PlanRow,
  end: PlanEnd,
  { folder, uploads: used }: Beginning,
): Promise<void> {
  // before the transaction, in which everybody else waits
  await store.files.offer(plan.id, job.fence, folder);
  const actor = { tenant: plan.tenant, who: "bedarf", request: "" };
  await store.transaction(async (records) => {
    const { jobs, parts, plans, answers, audit, uploads } = records;
    // A plan may be ordered of files that are not current, the example's: only what was undone since then counts.
    if (plan.task === "plan") {
      const gone = await uploads.undoneAfter(plan.tenant, plan.created);
      if (used.some(({ id }) => gone.has(id))) return undone(records, job, plan);
    }
    // Cancelled or taken over in the meantime: the other holder's word counts.
    if (!(await jobs.finish(job.id, job.fence))) return;
    await parts.clear(plan.seq);
    switched(store, plan, folder);
    if (end.state === "done" && end.forced.length > 0)
      await audit.add(actor, "plan.forced", plan.id, { guards: end.forced });
    if (end.state !== "held") await answers.ask(plan.tenant, end.questions);
    if (end.state === "done" && plan.standing) await answers.forgetIdle(plan.tenant, end.questions);
    await plans.end(plan.seq, end.state, end);
    const detail = end.state === "done" ? { asOf: end.asOf } : { code: end.code };
    await audit.add(actor, `${plan.task}.${end.state}`, plan.id, detail);
  });
}
