import type { ChildProcess } from "node:child_process";
import { existsSync, renameSync, rmSync } from "node:fs";
import { join } from "node:path";
import { syncFolder } from "../run/files.ts";
import type { Store } from "../store/index.ts";
import { type ClaimedJob, leaseMs } from "../store/jobs.ts";
import type { PlanRow } from "../store/plans.ts";
import type { Task } from "./child.ts";
import { ingestResults } from "./ingest.ts";
import type { PlanEnd } from "./plan-job.ts";
import { ask, CrashError, startChild, TaskError } from "./process.ts";
import { replaySpecOf, specOf } from "./spec.ts";

export interface RunnerSettings {
  /** Plans that run at the same time. */
  readonly parallel: number;
  readonly memoryMb: number;
  /** A plan that takes longer is given up. */
  readonly longestMs: number;
}

export interface RunnerEvents {
  ended(plan: PlanRow, state: string, seconds: number): void;
  failed(plan: PlanRow, error: Error): void;
}

export interface Runner {
  /** Looks for work now instead of at the next tick. */
  wake(): void;
  cancel(seq: number): void;
  /** Ends running plans and puts them back. */
  stop(): Promise<void>;
}

interface Running {
  readonly job: ClaimedJob;
  readonly child: ChildProcess;
  readonly ended: Promise<void>;
}

const tickMs = 1000;

/** Runs queued plans, each in a process of its own; results are switched in one transaction. */
export function jobRunner(store: Store, settings: RunnerSettings, events: RunnerEvents): Runner {
  const running = new Map<number, Running>();
  let stopped = false;

  function wake(): void {
    while (!stopped && running.size < settings.parallel) {
      const job = store.jobs.claim();
      if (job === undefined) return;
      const plan = store.plans.bySeq(job.id) as PlanRow;
      const child = startChild(settings.memoryMb, store.folder);
      const ended = run(job, plan, child).catch((error: unknown) => {
        events.failed(plan, error instanceof Error ? error : new Error(String(error)));
      });
      running.set(job.id, { job, child, ended });
      ended.then(() => {
        running.delete(job.id);
        child.kill();
        wake();
      });
    }
  }

  async function run(job: ClaimedJob, plan: PlanRow, child: ChildProcess): Promise<void> {
    const begun = performance.now();
    const staging = join(store.folder, "tmp", `${plan.id}.${job.fence}`);
    store.plans.start(plan.seq);
    const beat = setInterval(() => {
      if (!store.jobs.heartbeat(job.id, job.fence)) child.kill("SIGKILL");
    }, leaseMs / 3);
    const limit = setTimeout(() => child.kill("SIGKILL"), settings.longestMs);
    let told = 0;
    try {
      const task: Task =
        plan.task === "replay"
          ? { task: "replay", spec: replaySpecOf(store, plan, staging) }
          : { task: "plan", spec: specOf(store, plan, staging) };
      const end = (await ask(child, task, (share, step) => {
        const now = performance.now();
        if (now - told < 300) return;
        told = now;
        store.plans.progress(plan.seq, share, step);
      })) as PlanEnd;
      if (stopped) return;
      await ingestResults(store, plan.seq, staging);
      settle(job, plan, end, staging);
      events.ended(plan, end.state, (performance.now() - begun) / 1000);
    } catch (error) {
      if (stopped) return;
      giveUpOrRetry(job, plan, error as Error);
    } finally {
      clearInterval(beat);
      clearTimeout(limit);
      rmSync(staging, { recursive: true, force: true });
    }
  }

  /** Results take their place: readers see all of them or none. */
  function settle(job: ClaimedJob, plan: PlanRow, end: PlanEnd, staging: string): void {
    const final = store.runFolder(plan.id);
    if (existsSync(staging)) {
      rmSync(final, { recursive: true, force: true });
      renameSync(staging, final);
      syncFolder(join(store.folder, "runs"));
    }
    const actor = { tenant: plan.tenant, who: "bedarf", request: "" };
    store.transaction(() => {
      // Cancelled or taken over in the meantime: the other holder's word counts.
      if (!store.jobs.finish(job.id, job.fence)) return;
      if (end.state === "done" && end.forced.length > 0)
        store.audit.add(actor, "plan.forced", plan.id, { guards: end.forced });
      if (end.state !== "held") store.answers.ask(plan.tenant, end.questions);
      if (end.state === "done" && plan.standing) store.answers.forgetIdle(plan.tenant, end.questions);
      store.plans.end(plan.seq, end.state, end);
      store.audit.add(
        actor,
        `${plan.task}.${end.state}`,
        plan.id,
        end.state === "done" ? { asOf: end.asOf } : { code: end.code },
      );
    });
  }

  function giveUpOrRetry(job: ClaimedJob, plan: PlanRow, error: Error): void {
    const full = (error as { errcode?: number }).errcode === 13 || /ENOSPC/.test(error.message);
    if (error instanceof CrashError || full) {
      const next = store.transaction(() => {
        const to = store.jobs.crashed(job.id, job.fence, error.message);
        if (to === "retry") store.plans.requeue(plan.seq);
        if (to === "dead")
          store.plans.end(plan.seq, "failed", {
            code: full ? "disk-full" : "job-died",
            reason: `the plan was given up: ${full ? "the disk is full" : error.message}`,
          });
        return to;
      });
      if (next === "dead") events.failed(plan, error);
      return;
    }
    store.transaction(() => {
      if (!store.jobs.fail(job.id, job.fence, error.message)) return;
      const known = error instanceof TaskError && error.known;
      store.plans.end(plan.seq, "failed", {
        code: error instanceof TaskError && known ? error.code : "internal",
        reason: known ? error.message : "internal error: see the server's log",
      });
    });
    events.failed(plan, error);
  }

  const tick = setInterval(wake, tickMs);
  tick.unref();
  return {
    wake,
    cancel: (seq) => {
      running.get(seq)?.child.kill("SIGKILL");
    },
    stop: async () => {
      stopped = true;
      clearInterval(tick);
      const all = [...running.values()];
      for (const { child } of all) child.kill("SIGKILL");
      await Promise.all(all.map(({ ended }) => ended));
      for (const { job } of all)
        store.transaction(() => {
          store.jobs.giveBack(job.id, job.fence);
          if (store.jobs.state(job.id)?.state === "queued") store.plans.requeue(job.id);
        });
    },
  };
}
