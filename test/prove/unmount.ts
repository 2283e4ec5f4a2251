import { spawnSync } from "node:child_process";
import { rmSync } from "node:fs";
import { setTimeout as wait } from "node:timers/promises";

/** Takes a small disk away again; what a server started may hold it for a moment after the server has stopped. */
export async function unmounted(folder: string): Promise<void> {
  for (let k = 0; k < 50 && spawnSync("umount", [folder]).status !== 0; k++) await wait(100);
  rmSync(folder, { recursive: true, force: true });
}
