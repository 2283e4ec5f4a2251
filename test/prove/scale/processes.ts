import { readdirSync, readFileSync } from "node:fs";
import { setTimeout as wait } from "node:timers/promises";

/** A running process that carries a mark. */
export interface Marked {
  readonly pid: number;
  /** Its command line, a space between the words. */
  readonly command: string;
}

/** Variable of the environment that every process of a run inherits, whoever its parent becomes. */
export const markName = "BEDARF_PROOF";

const textOf = (path: string): string => {
  try {
    return readFileSync(path, "latin1");
  } catch {
    // it has ended meanwhile, or belongs to somebody else
    return "";
  }
};

/** The processes that inherited a mark (Linux). */
export const marked = (mark: string): Marked[] =>
  readdirSync("/proc")
    .filter((name) => /^\d+$/.test(name))
    .filter((pid) => textOf(`/proc/${pid}/environ`).split("\0").includes(`${markName}=${mark}`))
    .map((pid) => ({
      pid: Number(pid),
      command: textOf(`/proc/${pid}/cmdline`).replaceAll("\0", " ").trim(),
    }));

/** Waits until a process of the run fits; undefined where the run is over before one has come. */
export async function seen(
  mark: string,
  fits: (one: Marked) => boolean,
  isOver: () => boolean,
): Promise<Marked | undefined> {
  while (!isOver()) {
    const found = marked(mark).find(fits);
    if (found !== undefined) return found;
    await wait(50);
  }
  return undefined;
}

/** Processes of a run that are still there once they have had so long to end. */
export async function orphans(mark: string, longestMs: number): Promise<readonly Marked[]> {
  for (const since = performance.now(); ; ) {
    const left = marked(mark);
    if (left.length === 0 || performance.now() - since > longestMs) return left;
    await wait(200);
  }
}
