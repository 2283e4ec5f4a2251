import { parentPort } from "node:worker_threads";
import { type Job, runJob, transferables } from "./jobs-of-threads.ts";
import { packError } from "./thread-errors.ts";

// A slice of items on another thread.
parentPort?.on("message", (job: Job) => {
  try {
    const value = runJob(job);
    parentPort?.postMessage({ value }, transferables(value));
  } catch (error) {
    parentPort?.postMessage({ error: packError(error) });
  }
});
