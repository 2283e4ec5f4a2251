import { writeSync } from "node:fs";
import { workerData } from "node:worker_threads";

/** What the watching thread is given. */
export interface Watched {
  readonly everyMs: number;
  /** Looks without a sign of life until it is told, and until the process is ended. */
  readonly toldAfter: number;
  readonly endedAfter: number;
  /** A beat and the length of the note, both shared with the thread that is watched. */
  readonly state: Int32Array;
  /** What it has begun last. */
  readonly note: Uint8Array;
}

// A thread of its own: it goes on while the one that answers requests stands still.
const { state, note, everyMs, toldAfter, endedAfter } = workerData as Watched;

function tell(msg: string, looks: number): void {
  const doing = String.fromCharCode(...note.subarray(0, Atomics.load(state, 1)));
  const seconds = Math.round((looks * everyMs) / 1000);
  writeSync(2, `${JSON.stringify({ level: 50, time: Date.now(), seconds, doing, msg })}\n`);
}

let [seen, still] = [-1, 0];
// Looks are counted, not time: a computer that slept did not stand still.
setInterval(() => {
  const beat = Atomics.load(state, 0);
  still = beat === seen ? still + 1 : 0;
  seen = beat;
  if (still === toldAfter) tell("the server stands still", still);
  if (still < endedAfter) return;
  tell("the server stood still for too long and is ended", still);
  process.kill(process.pid, "SIGKILL");
}, everyMs);
