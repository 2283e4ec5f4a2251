import { Worker } from "node:worker_threads";
import type { Watched } from "./standstill-watcher.ts";

/** Notices when the thread that answers requests stands still. */
export interface Watch {
  /** Notes what is begun: the last of it is what the thread stands still by. */
  doing(what: string): void;
  /** True for some time after the thread stood still. */
  stoodStill(): boolean;
  end(): void;
}

/** Nobody watches. */
export const unwatched: Watch = { doing: () => {}, stoodStill: () => false, end: () => {} };

/** When a standing thread is told of, and when its process is ended so that whoever started it starts it again. */
interface WatchSettings {
  readonly everyMs: number;
  /** Looks without a sign of life. */
  readonly toldAfter: number;
  readonly endedAfter: number;
  /** How long the process counts as ill after it stood still. */
  readonly illMs: number;
}

const usual: WatchSettings = { everyMs: 1000, toldAfter: 10, endedAfter: 60, illMs: 30_000 };

/** Characters of a note of what is begun. */
const mostNote = 120;

const workerFile = new URL(
  import.meta.url.endsWith(".ts") ? "./standstill-watcher.ts" : "./standstill-watcher.js",
  import.meta.url,
);

/**
 * Watches the calling thread from another one. After ten seconds without a sign of life it writes into the log what the
 * thread is at, after a minute it ends the process; `told` hears of a standstill that is over.
 */
export function watchThread(
  told: (seconds: number, doing: string) => void,
  settings: Partial<WatchSettings> = {},
): Watch {
  const { illMs, ...rest } = { ...usual, ...settings };
  const state = new Int32Array(new SharedArrayBuffer(8));
  const note = new Uint8Array(new SharedArrayBuffer(mostNote));
  const watched: Watched = { ...rest, state, note };
  const worker = new Worker(workerFile, { workerData: watched, execArgv: [] });
  worker.unref();
  let last = performance.now();
  let illUntil = 0;
  let doing = "";
  const beat = setInterval(() => {
    const now = performance.now();
    const seconds = (now - last) / 1000;
    last = now;
    Atomics.add(state, 0, 1);
    if (seconds * 1000 <= rest.everyMs * rest.toldAfter) return;
    illUntil = now + illMs;
    told(seconds, doing);
  }, rest.everyMs / 2);
  beat.unref();
  return {
    doing(what) {
      doing = what;
      const length = Math.min(what.length, mostNote);
      for (let k = 0; k < length; k++) note[k] = what.charCodeAt(k);
      state[1] = length;
    },
    stoodStill: () => performance.now() < illUntil,
    end() {
      clearInterval(beat);
      worker.terminate();
    },
  };
}
