import type { ChildProcess } from "node:child_process";
import type { Task } from "./child.ts";
import { ask, startChild } from "./process.ts";

/** Reads uploaded files in processes of its own, which are kept for the next file. */
export interface Examiner {
  ask(task: Task): Promise<unknown>;
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
}

export function examiner({ dataFolder, processes, memoryMb, longestMs }: ExaminerSettings): Examiner {
  const idle: ChildProcess[] = [];
  const queue: (() => void)[] = [];
  let busy = 0;
  let stopped = false;

  const take = async (): Promise<ChildProcess> => {
    if (busy >= processes) await new Promise<void>((resolve) => queue.push(resolve));
    busy++;
    for (;;) {
      const child = idle.pop();
      if (child === undefined) return startChild(memoryMb, dataFolder);
      if (child.connected && child.exitCode === null) return child;
    }
  };

  const giveBack = (child: ChildProcess): void => {
    busy--;
    if (stopped || !child.connected) child.kill("SIGKILL");
    else idle.push(child);
    queue.shift()?.();
  };

  return {
    async ask(task) {
      const child = await take();
      const limit = setTimeout(() => child.kill("SIGKILL"), longestMs);
      try {
        return await ask(child, task);
      } finally {
        clearTimeout(limit);
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
