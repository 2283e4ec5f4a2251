import type { ChildProcess } from "node:child_process";
import { rmSync, statfsSync } from "node:fs";
import { join } from "node:path";
import { setImmediate as othersFirst } from "node:timers/promises";
import type { Store } from "../store/index.ts";
import { type ClaimedJob, leaseMs } from "../store/jobs.ts";
import type { PlanRow } from "../store/plans.ts";
import type { Task } from "./child.ts";
import { giveUpOrRetry } from "./give-up-or-retry.ts";
import { ingestResults } from "./ingest.ts";
import type { PlanEnd } from "./plan-job.ts";
import { ask, startChild } from "./process.ts";
import { settle } from "./settle.ts";
import { type Beginning, decisionsBeside, replaySpecOf, specOf, uploadsOf } from "./spec.ts";
import { pauseMs, persistently, type Tell, unattended, whenAsked } from "./unattended.ts";

interface RunnerSettings {
  /** Plans that run at the same time. */
  readonly parallel: number;
  readonly memoryMb: number;
  /** A plan that takes longer is given up. */
  readonly longestMs: number;
  /** Plans of one tenant that run at the same time, whoever makes them. */
  readonly ofTenant: number;
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

async function beginningOf(store: Store, plan: PlanRow, folder: string): Promise<Beginning> {
  const uploads = await uploadsOf(store, plan);
  await othersFirst();
  return { folder, uploads };
}

const taskOf = async (store: Store, plan: PlanRow, of: Beginning): Promise<Task> =>
  plan.task === "replay"
    ? { task: "replay", spec: await replaySpecOf(store, plan, of) }
    : { task: "plan", spec: await specOf(store, plan, of) };

/** Holds the lease of a job, and ends its process once the lease is lost; the function ends the watch. */
function watched(store: Store, { job, child }: Claimed, tell: Tell): () => void {
  const kill = () => child.kill("SIGKILL");
  // A store that cannot be written now has not taken the lease away.
  const beat = setInterval(
    () =>
      void unattended(tell, async () => {
        if (!(await store.jobs.heartbeat(job.id, job.fence))) kill();
      }),
    leaseMs / 3,
  );
  return () => clearInterval(beat);
}

/** Has a plan made by its process, within its time. */
async function made(
  store: Store,
  { plan, child }: Claimed,
  of: Beginning,
  { longestMs, tell }: { longestMs: number; tell: Tell },
): Promise<PlanEnd> {
  let told = 0;
  const progress = (share: number, step: string) => {
    const now = performance.now();
    if (now - told < progressMs) return;
    told = now;
    void unattended(tell, () => store.plans.progress(plan.seq, share, step));
  };
  const task = await taskOf(store, plan, of);
  await othersFirst();
  return ask(child, task, { progress, longestMs }) as Promise<PlanEnd>;
}

/** A job that the server no longer works on waits again, unless it ended meanwhile. */
async function putBack(store: Store, { id, fence }: ClaimedJob): Promise<void> {
  await store.transaction(async ({ jobs, plans }) => {
    await jobs.giveBack(id, fence);
    if ((await jobs.state(id))?.state === "queued") await plans.requeue(id);
  });
}

/** Takes the next job for this server, unless it stops meanwhile. */
async function claimed(
  store: Store,
  { memoryMb, ofTenant }: RunnerSettings,
  isStopped: () => boolean,
): Promise<Claimed | undefined> {
  const job = await store.jobs.claim(ofTenant);
  if (job === undefined) return undefined;
  const plan = (await store.plans.bySeq(job.id)) as PlanRow;
  if (!isStopped()) return { job, plan, child: startChild(memoryMb, { dataFolder: store.folder }) };
  await putBack(store, job);
  return undefined;
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
    async () => {
      if (await giveUpOrRetry(store, job, plan, error)) events.failed(plan, error);
    },
    isStopped,
  );

/** Removes what a plan had on its way. */
const swept = (staging: string): void => {
  for (const path of [staging, decisionsBeside(staging)]) rmSync(path, { recursive: true, force: true });
};

const errorOf = (error: unknown): Error => (error instanceof Error ? error : new Error(String(error)));

/** Runs queued plans, each in a process of its own; results are switched in one transaction. */
export function jobRunner(store: Store, settings: RunnerSettings, events: RunnerEvents): Runner {
  const running = new Map<number, Running>();
  const tell = events.stumbled;
  let stopped = false;
  let quietUntil = Number.POSITIVE_INFINITY;

  async function run(taken: Claimed): Promise<void> {
    const { job, plan } = taken;
    const begun = performance.now();
    const staging = join(store.temporary, `${plan.id}.${job.fence}`);
    const unwatch = watched(store, taken, tell);
    try {
      await store.plans.start(plan.seq);
      const of = await beginningOf(store, plan, staging);
      const end = await made(store, taken, of, { longestMs: settings.longestMs, tell });
      if (stopped) return;
      await ingestResults(store, job, staging);
      await settle(store, job, plan, end, of);
      events.ended(plan, end.state, (performance.now() - begun) / 1000);
    } catch (error) {
      await brokenOff(store, events, taken, error as Error, () => stopped);
    } finally {
      unwatch();
      await unattended(tell, () => swept(staging));
    }
  }

  async function begin(): Promise<void> {
    while (!stopped && running.size < settings.parallel && hasSpace(store.folder, settings.freeDiskBytes)) {
      const taken = await claimed(store, settings, () => stopped);
      if (taken === undefined) return;
      const { job, plan, child } = taken;
      const ended = run(taken).catch((error: unknown) => events.failed(plan, errorOf(error)));
      running.set(job.id, { ...taken, ended });
      void ended.then(() => {
        running.delete(job.id);
        child.kill();
        wake();
      });
    }
  }

  // Two that look at once would begin more than they may.
  const looking = whenAsked(() =>
    unattended((error) => {
      quietUntil = performance.now() + pauseMs;
      tell(error);
    }, begin),
  );
  const wake = () => {
    if (performance.now() >= quietUntil) looking.ask();
  };
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
      await looking.idle();
      const all = [...running.values()];
      for (const { child } of all) child.kill("SIGKILL");
      await Promise.all(all.map(({ ended }) => ended));
      // What cannot be put back now is put back at the next start.
      for (const { job } of all) await unattended(tell, () => putBack(store, job));
    },
  };
}
