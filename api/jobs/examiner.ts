import type { ChildProcess } from "node:child_process";
import type { Task } from "./child.ts";
import { ask, startChild } from "./process.ts";

/** Reads uploaded files (writes lists) in processes of its own, which are kept for the next one. */
export interface Examiner {
  ask(task: Task, tenant: string): Promise<unknown>;
  /** Tasks that wait for a process. */
  waiting(): number;
  stop(): void;
}

interface ExaminerSettings {
  readonly dataFolder: string;
  readonly processes: number;
  readonly memoryMb: number;
  /** A file that takes longer is refused. */
  readonly longestMs: number;
  /** False where a process ends with its task. */
  readonly isKept?: boolean;
}

/** Files of one tenant that wait for a process. */
const mostWaiting = 20;

/** Too many files of a tenant wait already. */
export class QueueFullError extends Error {
  override readonly name = "QueueFullError";
}

export function examiner({
  dataFolder,
  processes,
  memoryMb,
  longestMs,
  isKept = true,
}: ExaminerSettings): Examiner {
  const idle: ChildProcess[] = [];
  const queue: { readonly tenant: string; readonly go: () => void }[] = [];
  /** When each tenant's last file was begun. */
  const begun = new Map<string, number>();
  let turn = 0;
  let busy = 0;
  let stopped = false;

  /** Lets the tenant in whose last file was begun longest ago. */
  const next = (): void => {
    const [first] = queue.toSorted((a, b) => (begun.get(a.tenant) ?? 0) - (begun.get(b.tenant) ?? 0));
    if (first === undefined) return;
    queue.splice(queue.indexOf(first), 1);
    first.go();
  };

  const take = async (tenant: string): Promise<ChildProcess> => {
    if (busy >= processes) {
      if (queue.filter((one) => one.tenant === tenant).length >= mostWaiting) throw new QueueFullError();
      await new Promise<void>((go) => queue.push({ tenant, go }));
    }
    begun.set(tenant, ++turn);
    busy++;
    for (;;) {
      const child = idle.pop();
      if (child === undefined) return startChild(memoryMb, { dataFolder });
      if (child.connected && child.exitCode === null && !child.killed) return child;
    }
  };

  const giveBack = (child: ChildProcess): void => {
    busy--;
    if (stopped || !isKept || !child.connected || child.killed) child.kill("SIGKILL");
    else idle.push(child);
    next();
  };

  return {
    async ask(task, tenant) {
      const child = await take(tenant);
      try {
        return await ask(child, task, { longestMs });
      } finally {
        giveBack(child);
      }
    },
    waiting: () => queue.length,
    stop() {
      stopped = true;
      for (const child of idle.splice(0)) child.kill("SIGKILL");
    },
  };
}
