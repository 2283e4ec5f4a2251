import { Worker } from "node:worker_threads";

/** What a process may cost: processor time, and memory, all of it. */
export interface Cost {
  readonly cpuSeconds: number;
  readonly megabytes: number;
}

const watchFile = new URL(import.meta.url.endsWith(".ts") ? "./watch.ts" : "./watch.js", import.meta.url);

/** Has this process ended once it costs more than allowed. */
export function watchCost(allowed: Cost): void {
  new Worker(watchFile, { workerData: allowed }).unref();
}
