import type { ChildProcess } from "node:child_process";
import { rmSync } from "node:fs";
import { join } from "node:path";
import { setImmediate as othersFirst } from "node:timers/promises";
import type { Store } from "../store/index.ts";
import type { PlanRow } from "../store/plans.ts";
import type { ClaimedJob } from "../store/queue/jobs.ts";
import type { EndedPart } from "../store/queue/parts.ts";
import { recordNames } from "../tables/record.ts";
import type { Task } from "./child.ts";
import { giveUpOrRetry } from "./give-up-or-retry.ts";
import { ingestResults } from "./ingest.ts";
import type { Cut } from "./parts/cut.ts";
import { finishSpecOf, givePart, partsFolder } from "./parts/part-files.ts";
import type { PlanEnd } from "./plan-job.ts";
import { ask, startChild } from "./process.ts";
import { settle } from "./settle.ts";
import { type Beginning, decisionsBeside, replaySpecOf, specOf, uploadsOf } from "./spec.ts";
import { persistently, unattended } from "./unattended.ts";
import { type Around, type Work, watched } from "./work.ts";

/** A plan that this process holds, and the process that makes it. */
interface Claimed {
  readonly job: ClaimedJob;
  readonly plan: PlanRow;
  readonly child: ChildProcess;
}

/** How often progress is written down. */
const progressMs = 300;

/** What the process of a plan is to do: all of it, or the end of one whose parts are done. */
async function taskOf(
  { store, settings }: Around,
  plan: PlanRow,
  of: Beginning,
  steps: readonly EndedPart[],
): Promise<Task> {
  if (plan.task === "replay") return { task: "replay", spec: await replaySpecOf(store, plan, of) };
  if (steps.length > 0) return { task: "finish", spec: await finishSpecOf(store, plan, steps, of.folder) };
  const spec = await specOf(store, plan, of);
  return { task: "plan", spec: store.isShared ? { ...spec, cut: settings.items } : spec };
}

/** Has a plan made by its process, within its time. */
async function made(
  around: Around,
  { plan, child }: Claimed,
  of: Beginning,
  steps: readonly EndedPart[],
): Promise<PlanEnd | Cut> {
  const { store, settings, events } = around;
  let told = 0;
  const progress = (share: number, step: string) => {
    const now = performance.now();
    // what is done in parts is most of it
    if (now - told < progressMs || steps.length > 0) return;
    told = now;
    void unattended(events.stumbled, () => store.plans.progress(plan.seq, share, step));
  };
  const task = await taskOf(around, plan, of, steps);
  await othersFirst();
  const bring = (planId: string) => broughtRun(store, planId);
  return ask(child, task, { progress, longestMs: settings.longestMs, bring }) as Promise<PlanEnd | Cut>;
}

/** What a later run asks of a finished one, brought from where all processes see it; its folder. */
async function broughtRun({ files, runFolder }: Store, planId: string): Promise<string> {
  const bring = (name: string) => files.bring(`runs/${planId}/${name}`);
  if (!(await bring("plan.json"))) for (const name of recordNames) await bring(name);
  return runFolder(planId);
}

/** A job that is no longer worked on here waits again, unless it ended meanwhile. */
async function putBack({ store }: Around, { id, fence }: ClaimedJob): Promise<void> {
  await store.transaction(async ({ jobs, plans }) => {
    await jobs.giveBack(id, fence);
    if ((await jobs.state(id))?.state === "queued") await plans.requeue(id);
  });
}

/** A plan whose process broke off waits for another try or has failed, as soon as the store takes it. */
const brokenOff = (
  { store, events, isStopped }: Around,
  { job, plan }: Claimed,
  error: Error,
): Promise<void> =>
  persistently(
    events.stumbled,
    async () => {
      if (await giveUpOrRetry(store, job, plan, error)) events.failed(plan, error);
    },
    isStopped,
  );

/** A plan of too many items for one worker goes on in parts, which lie where all see them. */
async function goOnInParts(
  { store }: Around,
  { job, plan }: Claimed,
  cut: Cut,
  staging: string,
): Promise<void> {
  const name = await givePart(store, plan.id, { rank: 0, part: 0, fence: job.fence }, staging);
  if (!(await store.parts.cut(job.id, job.fence, cut.stages, cut.count))) await store.files.remove(name);
}

/** Removes what a plan had on its way. */
const swept = (staging: string): void => {
  for (const path of [staging, decisionsBeside(staging)]) rmSync(path, { recursive: true, force: true });
};

async function run(around: Around, taken: Claimed): Promise<void> {
  const { store, events, isStopped } = around;
  const { job, plan, child } = taken;
  const begun = performance.now();
  const staging = join(store.temporary, `${plan.id}.${job.fence}`);
  const unwatch = watched(() => store.jobs.heartbeat(job.id, job.fence), child, events.stumbled);
  try {
    const steps = await store.parts.ended(plan.seq);
    if (steps.length === 0) await store.plans.start(plan.seq);
    const of = { folder: staging, uploads: await uploadsOf(store, plan) };
    await othersFirst();
    const end = await made(around, taken, of, steps);
    if (isStopped()) return;
    if (end.state === "cut") return await goOnInParts(around, taken, end, staging);
    await ingestResults(store, job, staging);
    await settle(store, job, plan, end, of);
    if (steps.length > 0) await unattended(events.stumbled, () => store.files.remove(partsFolder(plan.id)));
    events.ended(plan, end.state, (performance.now() - begun) / 1000);
  } catch (error) {
    await brokenOff(around, taken, error as Error);
  } finally {
    unwatch();
    await unattended(events.stumbled, () => swept(staging));
  }
}

/** Takes the next plan for this process, unless it stops meanwhile. */
export async function planWork(around: Around): Promise<Work | undefined> {
  const { store, settings, isStopped } = around;
  const job = await store.jobs.claim(settings.ofTenant);
  if (job === undefined) return undefined;
  const plan = (await store.plans.bySeq(job.id)) as PlanRow;
  if (isStopped()) {
    await putBack(around, job);
    return undefined;
  }
  const child = startChild(settings.memoryMb, { dataFolder: store.folder });
  return {
    plan,
    child,
    run: () => run(around, { job, plan, child }),
    putBack: () => putBack(around, job),
  };
}
