import type { ChildProcess } from "node:child_process";
import { join } from "node:path";
import { ask, CrashError, startChild } from "../jobs/process.ts";
import type { JobTask } from "./child.ts";
import { failJob, type JobOutcome } from "./run-job.ts";

const childFile = new URL(import.meta.url.endsWith(".ts") ? "./child.ts" : "./child.js", import.meta.url);

interface JobLimits {
  /** Heap of a job's process, in MiB. */
  readonly memoryMb: number;
  readonly longestMs: number;
}

/** Runs jobs, each within its limits: one that outgrows them fails by itself and takes no other along. */
export interface OneByOne {
  run(task: JobTask): Promise<JobOutcome>;
  close(): void;
}

export function oneByOne(outbox: string, { memoryMb, longestMs }: JobLimits): OneByOne {
  let kept: ChildProcess | undefined;
  const close = () => {
    kept?.kill("SIGKILL");
    kept = undefined;
  };
  return {
    close,
    async run(task) {
      kept ??= startChild(memoryMb, { file: childFile });
      try {
        return (await ask(kept, task, { longestMs })) as JobOutcome;
      } catch (error) {
        close();
        if (!(error instanceof CrashError)) throw error;
        return failJob(join(outbox, task.job), task.job, error.fault, task.lang);
      }
    },
  };
}
