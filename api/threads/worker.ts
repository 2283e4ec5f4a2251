import { parentPort } from "node:worker_threads";
import { packError } from "./errors.ts";
import { type Job, runJob, transferables } from "./jobs.ts";

// A slice of items on another thread.
parentPort?.on("message", (job: Job) => {
  try {
    const value = runJob(job);
    parentPort?.postMessage({ value }, transferables(value));
  } catch (error) {
    parentPort?.postMessage({ error: packError(error) });
  }
});
