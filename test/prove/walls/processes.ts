import { readdirSync, readFileSync } from "node:fs";
import { pause } from "./stand.ts";

/** Number of a process's parent, and whether it still runs; undefined where it is gone. */
function statOf(pid: number): { parent: number; state: string } | undefined {
  try {
    const rest = readFileSync(`/proc/${pid}/stat`, "utf8")
      .replace(/^.*\) /, "")
      .split(" ");
    return { state: rest[0] ?? "", parent: Number(rest[1]) };
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException;
    if (code === "ENOENT" || code === "ESRCH") return undefined;
    throw error;
  }
}

/** Processes below one, at any depth. */
export function below(pid: number): number[] {
  const parents = new Map<number, number>();
  for (const name of readdirSync("/proc")) {
    const stat = /^\d+$/.test(name) ? statOf(Number(name)) : undefined;
    if (stat !== undefined) parents.set(Number(name), stat.parent);
  }
  const found = [pid];
  for (const one of found) for (const [child, parent] of parents) if (parent === one) found.push(child);
  return found.slice(1);
}

const isLive = (pid: number): boolean => {
  const stat = statOf(pid);
  return stat !== undefined && stat.state !== "Z";
};

/** How many of some processes still live after a time. */
export async function stillLive(pids: readonly number[], ms: number): Promise<number> {
  const begun = performance.now();
  while (pids.some(isLive) && performance.now() - begun < ms) await pause(50);
  return pids.filter(isLive).length;
}
