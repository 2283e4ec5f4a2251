import type { ChildProcess } from "node:child_process";
import { rmSync } from "node:fs";
import { join } from "node:path";
import { FaultError } from "../../../src/index.ts";
import { publicCode } from "../../run/refusal.ts";
import { failureOf } from "../../store/failure.ts";
import type { Store } from "../../store/index.ts";
import { endBy, type PlanRow } from "../../store/plans.ts";
import type { ClaimedPart } from "../../store/queue/parts.ts";
import { storeWaitMs } from "../give-up-or-retry.ts";
import { ask, CrashError, startChild } from "../process.ts";
import { persistently, unattended } from "../unattended.ts";
import { type Around, type Work, watched } from "../work.ts";
import { givePart, stageSpecOf } from "./part-files.ts";

/** A step of a plan in parts that this process holds. */
interface Claimed {
  readonly step: ClaimedPart;
  readonly plan: PlanRow;
  readonly child: ChildProcess;
}

/** What the list of plans calls the stages. */
const stepNames: Readonly<Record<string, string>> = {
  signals: "signals",
  learn: "signals",
  forecast: "forecasts",
};

/**
 * What becomes of a step that broke off, as of a job: tried again where its process died, the whole plan is given up
 * the second time and for any error of the program. True where it is given up.
 */
async function giveUpOrRetryPart(store: Store, step: ClaimedPart, error: Error): Promise<boolean> {
  if (failureOf(error) !== undefined) {
    await store.parts.postpone(step, storeWaitMs);
    return false;
  }
  const mayRetry = error instanceof CrashError && error.why !== "time";
  return store.transaction(async ({ parts, plans }) => {
    const next = mayRetry ? await parts.crashed(step, error.message) : await parts.fail(step, error.message);
    if (next !== true && next !== "dead") return false;
    const known =
      error instanceof FaultError
        ? { code: publicCode(error), fault: error.fault }
        : endBy({ code: "internal" });
    await plans.end(step.plan, "failed", error instanceof CrashError ? endBy(error.fault) : known);
    return true;
  });
}

/** Does a step; true when it is done, and its process free for another one. */
async function didStep(
  { store, settings, events, isStopped }: Around,
  { step, plan, child }: Claimed,
): Promise<boolean> {
  const staging = join(store.temporary, `${plan.id}.${step.rank}.${step.part}.${step.fence}`);
  const unwatch = watched(() => store.parts.heartbeat(step), child, events.stumbled);
  try {
    const spec = await stageSpecOf(store, plan, step, staging);
    await ask(child, { task: "stage", spec }, { longestMs: settings.longestMs });
    if (isStopped()) return false;
    const name = await givePart(store, plan.id, step, staging);
    // taken over or cancelled meanwhile: another one's word counts
    if (!(await store.parts.finish(step))) await store.files.remove(name);
    const share = await store.parts.share(plan.seq);
    await store.plans.progress(plan.seq, share, stepNames[step.stage] ?? "results");
    return true;
  } catch (error) {
    await persistently(
      events.stumbled,
      async () => {
        if (await giveUpOrRetryPart(store, step, error as Error)) events.failed(plan, error as Error);
      },
      isStopped,
    );
    return false;
  } finally {
    unwatch();
    await unattended(events.stumbled, () => rmSync(staging, { recursive: true, force: true }));
  }
}

/** The step of the same plan that comes next, for a process that is there: unless a plan waits to be begun. */
async function nextStep({ store, isStopped }: Around, plan: PlanRow): Promise<ClaimedPart | undefined> {
  if (isStopped() || (await store.jobs.queued()) > 0) return undefined;
  return store.parts.claim(plan.seq);
}

/** Takes the next step of a plan in parts for this process, unless it stops meanwhile. */
export async function partWork(around: Around): Promise<Work | undefined> {
  const { store, settings, isStopped } = around;
  const step = await store.parts.claim();
  if (step === undefined) return undefined;
  let held: ClaimedPart | undefined = step;
  const putBack = async () => {
    if (held !== undefined) await store.parts.postpone(held, 0);
  };
  const plan = (await store.plans.bySeq(step.plan)) as PlanRow;
  if (isStopped()) {
    await putBack();
    return undefined;
  }
  const child = startChild(settings.memoryMb, { dataFolder: store.folder });
  const run = async () => {
    while (held !== undefined && (await didStep(around, { step: held, plan, child })))
      held = await nextStep(around, plan);
  };
  return { plan, child, run, putBack };
}
