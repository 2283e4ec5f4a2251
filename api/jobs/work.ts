import type { ChildProcess } from "node:child_process";
import type { Store } from "../store/index.ts";
import type { PlanRow } from "../store/plans.ts";
import { leaseMs } from "../store/queue/jobs.ts";
import { type Tell, unattended } from "./unattended.ts";

export interface RunnerSettings {
  /** Plans, or parts of plans, that are worked on at the same time. */
  readonly parallel: number;
  readonly memoryMb: number;
  /** A plan, or a part of one, that takes longer is given up. */
  readonly longestMs: number;
  /** Plans of one tenant that run at the same time, whoever makes them. */
  readonly ofTenant: number;
  /** No plan is begun while less space is free, in bytes. */
  readonly freeDiskBytes: number;
  /** A plan of more items than `whole` is made in parts of so many, where others share the store. */
  readonly items: { readonly whole: number; readonly part: number };
}

export interface RunnerEvents {
  ended(plan: PlanRow, state: string, seconds: number): void;
  failed(plan: PlanRow, error: Error): void;
  /** The store was busy or full when the queue needed it; it is asked again by itself. */
  stumbled: Tell;
}

/** What every work of a runner is done with. */
export interface Around {
  readonly store: Store;
  readonly settings: RunnerSettings;
  readonly events: RunnerEvents;
  readonly isStopped: () => boolean;
}

/** Something that this process holds: a plan, or a step of a plan in parts. */
export interface Work {
  readonly plan: PlanRow;
  /** The process that does it. */
  readonly child: ChildProcess;
  run(): Promise<void>;
  /** Gives it back unharmed, unless it ended meanwhile. */
  putBack(): Promise<void>;
}

/** Holds the lease of a work, and ends its process once the lease is lost; the function ends the watch. */
export function watched(heartbeat: () => Promise<boolean>, child: ChildProcess, tell: Tell): () => void {
  // A store that cannot be written now has not taken the lease away.
  const beat = setInterval(
    () =>
      void unattended(tell, async () => {
        if (!(await heartbeat())) child.kill("SIGKILL");
      }),
    leaseMs / 3,
  );
  return () => clearInterval(beat);
}
