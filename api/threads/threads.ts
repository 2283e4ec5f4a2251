import { availableParallelism } from "node:os";
import { Worker } from "node:worker_threads";
import { type PackedError, unpackError } from "./errors.ts";
import { type Answer, type Job, runJob } from "./jobs.ts";

/** Runs slices of items on other threads; answers come in the order of the jobs, whatever their number. */
export interface Threads {
  /** @param take what is kept of an answer, as soon as it is there */
  run<T>(
    jobs: readonly Job[],
    take: (answer: Answer) => T,
    progress?: (done: number, of: number) => void,
  ): Promise<T[]>;
  /** Tells every thread the same, e.g. the pool that the next forecasts use. */
  broadcast(job: Job): Promise<void>;
  /** Ends the threads, so that what they held is free; who asks again starts them anew. */
  rest(): Promise<void>;
  close(): Promise<void>;
}

/** Threads used when nothing is said: the cores, at most eight. */
export const defaultThreads = () => Math.min(8, availableParallelism());

const workerFile = new URL(import.meta.url.endsWith(".ts") ? "./worker.ts" : "./worker.js", import.meta.url);

/** No other thread: jobs run here, one after the other, with a breath for timers between them. */
function sameThread(): Threads {
  return {
    async run(jobs, take, progress) {
      const taken: ReturnType<typeof take>[] = [];
      for (const job of jobs) {
        taken.push(take(runJob(job)));
        progress?.(taken.length, jobs.length);
        await new Promise((resolve) => setImmediate(resolve));
      }
      return taken;
    },
    async broadcast(job) {
      runJob(job);
    },
    async rest() {},
    async close() {},
  };
}

/** `count` worker threads; 1 or less works in the calling thread. */
export function threads(count = defaultThreads()): Threads {
  if (count <= 1) return sameThread();
  let started: readonly Worker[] = [];
  const workersNow = (): readonly Worker[] => {
    if (started.length === 0) started = startedWorkers(count);
    return started;
  };
  const end = async (): Promise<void> => {
    const ending = started;
    started = [];
    await Promise.all(ending.map((worker) => worker.terminate()));
  };
  return {
    async run(jobs, take, progress) {
      const taken: ReturnType<typeof take>[] = new Array(jobs.length);
      let next = 0;
      let done = 0;
      const serve = async (worker: Worker) => {
        while (next < jobs.length) {
          const at = next++;
          taken[at] = take(await ask(worker, jobs[at]));
          progress?.(++done, jobs.length);
        }
      };
      await Promise.all(workersNow().map(serve));
      return taken;
    },
    async broadcast(job) {
      await Promise.all(workersNow().map((worker) => ask(worker, job)));
    },
    rest: end,
    close: end,
  };
}

function startedWorkers(count: number): Worker[] {
  const workers = Array.from(
    { length: count },
    () => new Worker(workerFile, { resourceLimits: { maxYoungGenerationSizeMb: 6 } }),
  );
  for (const worker of workers) worker.setMaxListeners(0);
  return workers;
}

function ask(worker: Worker, job: Job): Promise<Answer> {
  return new Promise((resolve, reject) => {
    const settle = (act: () => void) => {
      worker.off("message", onMessage).off("error", onError).off("exit", onExit);
      act();
    };
    const onMessage = (answer: { readonly value: Answer } | { readonly error: PackedError }) =>
      settle(() => ("error" in answer ? reject(unpackError(answer.error)) : resolve(answer.value)));
    const onError = (error: Error) => settle(() => reject(error));
    const onExit = (code: number) =>
      settle(() => reject(new Error(`a worker thread ended with code ${code}`)));
    worker.on("message", onMessage).on("error", onError).on("exit", onExit);
    worker.postMessage(job);
  });
}
