// Beside the reader of a foreign file, in its process: ends it where it costs more than allowed.
import { workerData } from "node:worker_threads";
import { watchMs } from "./limits.ts";
import type { Cost } from "./watched.ts";

const { cpuSeconds, megabytes } = workerData as Cost;

setInterval(() => {
  const { user, system } = process.cpuUsage();
  const isTooSlow = (user + system) / 1e6 > cpuSeconds;
  const isTooLarge = process.memoryUsage.rss() > megabytes * 2 ** 20;
  if (isTooSlow || isTooLarge) process.kill(process.pid, "SIGKILL");
}, watchMs);
