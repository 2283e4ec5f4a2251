import { statfsSync } from "node:fs";
import type { Store } from "../store/index.ts";
import { partWork } from "./parts/part-work.ts";
import { planWork } from "./plan-work.ts";
import { pauseMs, unattended, whenAsked } from "./unattended.ts";
import type { Around, RunnerEvents, RunnerSettings, Work } from "./work.ts";

export interface Runner {
  /** Begins to look for work. */
  start(): void;
  /** Looks for work now instead of at the next tick. */
  wake(): void;
  cancel(seq: number): void;
  /** Ends running plans and puts them back. */
  stop(): Promise<void>;
}

interface Running extends Work {
  readonly ended: Promise<void>;
}

const tickMs = 1000;

/** True while there is space for the results of another plan. */
function hasSpace(folder: string, freeDiskBytes: number): boolean {
  const { bavail, bsize } = statfsSync(folder);
  return bavail * bsize >= freeDiskBytes;
}

const errorOf = (error: unknown): Error => (error instanceof Error ? error : new Error(String(error)));

/** Finds what to do next: plans that wait and steps of plans in parts in turns, so that neither waits for all of the other. */
function searching(around: Around): () => Promise<Work | undefined> {
  let isPlansTurn = true;
  return async () => {
    const [first, second] = isPlansTurn ? [planWork, partWork] : [partWork, planWork];
    isPlansTurn = !isPlansTurn;
    return (await first(around)) ?? (await second(around));
  };
}

/** Runs queued plans and parts, each in a process of its own; results are switched in one transaction. */
export function jobRunner(store: Store, settings: RunnerSettings, events: RunnerEvents): Runner {
  const running = new Set<Running>();
  const tell = events.stumbled;
  let stopped = false;
  let quietUntil = Number.POSITIVE_INFINITY;
  const next = searching({ store, settings, events, isStopped: () => stopped });

  async function begin(): Promise<void> {
    while (!stopped && running.size < settings.parallel && hasSpace(store.folder, settings.freeDiskBytes)) {
      const work = await next();
      if (work === undefined) return;
      const ended = work.run().catch((error: unknown) => events.failed(work.plan, errorOf(error)));
      const one = { ...work, ended };
      running.add(one);
      void ended.then(() => {
        running.delete(one);
        work.child.kill();
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
      for (const { plan, child } of running) if (plan.seq === seq) child.kill("SIGKILL");
    },
    stop: async () => {
      stopped = true;
      clearInterval(tick);
      await looking.idle();
      const all = [...running];
      for (const { child } of all) child.kill("SIGKILL");
      await Promise.all(all.map(({ ended }) => ended));
      // What cannot be put back now is put back at the next start.
      for (const { putBack } of all) await unattended(tell, putBack);
    },
  };
}
