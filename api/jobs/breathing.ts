import { setImmediate as breath } from "node:timers/promises";
import { mostSliceMs } from "./limits.ts";

/** Long work on the server's thread in slices: called between two steps, it lets others in once a slice is over. */
export function breathing(): () => Promise<void> {
  let begun = performance.now();
  return async () => {
    if (performance.now() - begun < mostSliceMs) return;
    await breath();
    begun = performance.now();
  };
}
