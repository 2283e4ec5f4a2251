// Loaded beside a server: tells on stderr each turn of its thread that used more processor time than usual.
import { writeSync } from "node:fs";

/** Turns from here on are told, in milliseconds. */
const toldMs = 20;

const usedMs = (): number => {
  const { user, system } = process.threadCpuUsage();
  return (user + system) / 1000;
};

function watch(): void {
  const before = usedMs();
  setTimeout(() => {
    const ms = usedMs() - before;
    if (ms > toldMs) writeSync(2, `turn of ${ms.toFixed(0)} ms\n`);
    setImmediate(watch);
  }, 1).unref();
}
watch();
