import { flushCompileCache } from "node:module";
import type { Lang } from "../command.ts";
import { type PackedError, packError } from "../threads/errors.ts";
import { threads } from "../threads/threads.ts";
import { lockOutbox } from "./lock.ts";
import { type JobOutcome, runJob } from "./run-job.ts";

/** What a batch asks of the process of a job. */
export interface JobTask {
  readonly inbox: string;
  readonly outbox: string;
  readonly job: string;
  readonly lang: Lang;
  /** Number of threads. */
  readonly threads: number;
}

/** How long a job waits for the last one of a batch that was killed: that one still ends a step it had begun. */
const orphanMs = 120_000;

/** Held by whatever process writes results into an outbox. */
const writerLock = ".batch-writer";

async function run({ inbox, outbox, job, lang, threads: count }: JobTask): Promise<JobOutcome> {
  const unlock = lockOutbox(outbox, writerLock, orphanMs);
  const workers = threads(count);
  try {
    return await runJob(inbox, outbox, job, lang, workers);
  } finally {
    await workers.close();
    unlock();
  }
}

const say = (message: { readonly value: JobOutcome } | { readonly error: PackedError }): void => {
  // the batch may end this process at once: what was compiled for it is kept for the next one before
  flushCompileCache();
  process.send?.(message);
};

process.on("message", (task: JobTask) => {
  run(task).then(
    (value) => say({ value }),
    (error: unknown) => say({ error: packError(error) }),
  );
});
// The batch is gone: nobody waits for an answer any more.
process.on("disconnect", () => process.exit(0));
