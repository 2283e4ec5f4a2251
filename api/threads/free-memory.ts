import { setFlagsFromString } from "node:v8";
import { runInNewContext } from "node:vm";

/** The collector, asked by name; `last-resort` also gives the pages that it emptied back to the system. */
type Collect = (options: {
  readonly type: "major";
  readonly execution: "sync";
  readonly flavor: "last-resort";
}) => void;

let collect: Collect | undefined;

function collector(): Collect {
  setFlagsFromString("--expose-gc");
  const found: Collect = runInNewContext("gc");
  setFlagsFromString("--no-expose-gc");
  return found;
}

/** Below this much memory of the process nothing is won by asking. */
const worthBytes = 300 * 2 ** 20;

/**
 * Gives memory back that a stage of a plan has left. By itself the engine of JavaScript keeps emptied pages, for a
 * million lines 135 MB of them, while the threads of the next stage take new ones.
 */
export function freeMemory(): void {
  if (process.memoryUsage.rss() < worthBytes) return;
  collect ??= collector();
  collect({ type: "major", execution: "sync", flavor: "last-resort" });
}
