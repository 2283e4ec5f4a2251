// Beside the reader of a foreign workbook, in its process: ends it where it costs more than allowed.
import { workerData } from "node:worker_threads";
import { watchMs, workbookLimits } from "./limits.ts";

const { cpuSeconds } = workerData as { readonly cpuSeconds: number };

setInterval(() => {
  const { user, system } = process.cpuUsage();
  const isTooSlow = (user + system) / 1e6 > cpuSeconds;
  const isTooLarge = process.memoryUsage.rss() > workbookLimits.megabytes * 2 ** 20;
  if (isTooSlow || isTooLarge) process.kill(process.pid, "SIGKILL");
}, watchMs);
