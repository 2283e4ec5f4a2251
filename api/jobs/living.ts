import { existsSync, readdirSync, rmSync } from "node:fs";
import { dirname, join } from "node:path";
import type { Store } from "../store/index.ts";
import { giveUpAbandoned } from "./recover.ts";
import { type Tell, unattended } from "./unattended.ts";

const beatMs = 10_000;

/** What a process that is silent for so long had on its way belongs to nobody. */
const longSilentMs = 600_000;

/** Removes what killed processes left under temporary names. */
async function sweepDead(store: Store): Promise<void> {
  const live = await store.instances.live(longSilentMs);
  const all = dirname(store.temporary);
  if (!existsSync(all)) return;
  for (const name of readdirSync(all))
    if (name !== store.instance && !live.has(name)) rmSync(join(all, name), { recursive: true, force: true });
}

/**
 * Tells those that share a store that this process lives, and looks after what dead ones left: files on their way, jobs
 * that were begun too often. The function ends it.
 */
export function living(store: Store, tell: Tell): () => Promise<void> {
  if (!store.isShared) return async () => {};
  let last = unattended(tell, () => sweepDead(store));
  const timer = setInterval(() => {
    last = unattended(tell, async () => {
      await store.instances.beat(store.instance);
      await giveUpAbandoned(store);
    });
  }, beatMs);
  timer.unref();
  return async () => {
    clearInterval(timer);
    await last;
    await unattended(tell, async () => {
      rmSync(store.temporary, { recursive: true, force: true });
      await store.instances.leave(store.instance);
    });
  };
}
