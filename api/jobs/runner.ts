import type { ChildProcess } from "node:child_process";
import { rmSync, statfsSync } from "node:fs";
import { join } from "node:path";
import type { Store } from "../store/index.ts";
import { type ClaimedJob, leaseMs } from "../store/jobs.ts";
import type { PlanRow } from "../store/plans.ts";
import type { Task } from "./child.ts";
import { giveUpOrRetry } from "./give-up-or-retry.ts";
import { ingestResults } from "./ingest.ts";
import type { PlanEnd } from "./plan-job.ts";
import { ask, startChild } from "./process.ts";
import { settle } from "./settle.ts";
import { replaySpecOf, specOf, uploadsOf } from "./spec.ts";
import { pauseMs, persistently, type Tell, unattended } from "./unattended.ts";

interface RunnerSettings {
  /** Plans that run at the same time. */
  readonly parallel: number;
  readonly memoryMb: number;
  /** A plan that takes longer is given up. */
  readonly longestMs: number;
  /** No plan is begun while less space is free, in bytes. */
  readonly freeDiskBytes: number;
}

interface RunnerEvents {
  ended(plan: PlanRow, state: string, seconds: number): void;
  failed(plan: PlanRow, error: Error): void;
  /** The store was busy or full when the queue needed it; it is asked again by itself. */
  stumbled: Tell;
}

export interface Runner {
  /** Begins to look for work. */
  start(): void;
  /** Looks for work now instead of at the next tick. */
  wake(): void;
  cancel(seq: number): void;
  /** Ends running plans and puts them back. */
  stop(): Promise<void>;
}

/** A plan that this server holds, and the process that makes it. */
interface Claimed {
  readonly job: ClaimedJob;
  readonly plan: PlanRow;
  readonly child: ChildProcess;
}

interface Running extends Claimed {
  readonly ended: Promise<void>;
}

const tickMs = 1000;

/** How often progress is written down. */
const progressMs = 300;

const taskOf = (store: Store, plan: PlanRow, staging: string): Task =>
  plan.task === "replay"
    ? { task: "replay", spec: replaySpecOf(store, plan, staging) }
    : { task: "plan", spec: specOf(store, plan, staging) };

/** Holds the lease of a job, and ends its process once the lease is lost or its time is over; the function ends both. */
function watched(store: Store, { job, child }: Claimed, longestMs: number, tell: Tell): () => void {
  const kill = () => child.kill("SIGKILL");
  // A store that cannot be written now has not taken the lease away.
  const beat = setInterval(
    () =>
      unattended(tell, () => {
        if (!store.jobs.heartbeat(job.id, job.fence)) kill();
      }),
    leaseMs / 3,
  );
  const limit = setTimeout(kill, longestMs);
  return () => {
    clearInterval(beat);
    clearTimeout(limit);
  };
}

/** Has a plan made by its process. */
function made(store: Store, { plan, child }: Claimed, staging: string, tell: Tell): Promise<PlanEnd> {
  let told = 0;
  return ask(child, taskOf(store, plan, staging), (share, step) => {
    const now = performance.now();
    if (now - told < progressMs) return;
    told = now;
    unattended(tell, () => store.plans.progress(plan.seq, share, step));
  }) as Promise<PlanEnd>;
}

/** A job that the server no longer works on waits again, unless it ended meanwhile. */
function putBack(store: Store, { id, fence }: ClaimedJob): void {
  store.transaction(({ jobs, plans }) => {
    jobs.giveBack(id, fence);
    if (jobs.state(id)?.state === "queued") plans.requeue(id);
  });
}

/** True while there is space for the results of another plan. */
function hasSpace(folder: string, freeDiskBytes: number): boolean {
  const { bavail, bsize } = statfsSync(folder);
  return bavail * bsize >= freeDiskBytes;
}

/** A plan whose process broke off waits for another try or has failed, as soon as the store takes it. */
const brokenOff = (
  store: Store,
  events: RunnerEvents,
  { job, plan }: Pick<Claimed, "job" | "plan">,
  error: Error,
  isStopped: () => boolean,
): Promise<void> =>
  persistently(
    events.stumbled,
    () => {
      if (giveUpOrRetry(store, job, plan, error)) events.failed(plan, error);
    },
    isStopped,
  );

/** Runs queued plans, each in a process of its own; results are switched in one transaction. */
export function jobRunner(store: Store, settings: RunnerSettings, events: RunnerEvents): Runner {
  const running = new Map<number, Running>();
  const tell = events.stumbled;
  let stopped = false;
  let quietUntil = Number.POSITIVE_INFINITY;

  async function run(claimed: Claimed): Promise<void> {
    const { job, plan } = claimed;
    const begun = performance.now();
    const staging = join(store.folder, "tmp", `${plan.id}.${job.fence}`);
    const unwatch = watched(store, claimed, settings.longestMs, tell);
    try {
      store.plans.start(plan.seq);
      const used = uploadsOf(store, plan).map(({ id }) => id);
      const end = await made(store, claimed, staging, tell);
      if (stopped) return;
      await ingestResults(store, plan.seq, staging);
      settle(store, job, plan, end, { staging, used });
      events.ended(plan, end.state, (performance.now() - begun) / 1000);
    } catch (error) {
      await brokenOff(store, events, claimed, error as Error, () => stopped);
    } finally {
      unwatch();
      unattended(tell, () => rmSync(staging, { recursive: true, force: true }));
    }
  }

  function begin(): void {
    while (!stopped && running.size < settings.parallel && hasSpace(store.folder, settings.freeDiskBytes)) {
      const job = store.jobs.claim();
      if (job === undefined) return;
      const plan = store.plans.bySeq(job.id) as PlanRow;
      const child = startChild(settings.memoryMb, store.folder);
      const ended = run({ job, plan, child }).catch((error: unknown) => {
        events.failed(plan, error instanceof Error ? error : new Error(String(error)));
      });
      running.set(job.id, { job, plan, child, ended });
      ended.then(() => {
        running.delete(job.id);
        child.kill();
        wake();
      });
    }
  }

  function wake(): void {
    if (performance.now() < quietUntil) return;
    const pausing: Tell = (error) => {
      quietUntil = performance.now() + pauseMs;
      tell(error);
    };
    unattended(pausing, begin);
  }

  const tick = setInterval(wake, tickMs);
  tick.unref();
  return {
    start: () => {
      quietUntil = 0;
      wake();
    },
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
      // What cannot be put back now is put back at the next start.
      for (const { job } of all) unattended(tell, () => putBack(store, job));
    },
  };
}
