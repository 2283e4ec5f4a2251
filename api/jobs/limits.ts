import { totalmem } from "node:os";

/** What a job's process may cost, as far as nobody sets it (settings of the server, options of `bedarf batch`). */

/** Heap of a plan's process, in MiB: half of the memory, within bounds. */
export const planMemoryMb = Math.min(4096, Math.max(512, Math.round(totalmem() / 2 ** 21)));

/** Longest time of a plan, in minutes. */
export const planMinutes = 60;

/** What a process may hold beside its heap (stacks, code, buffers, pieces of files), in MiB. */
export const besideHeapMb = 1280;

/** How long work that may be long keeps the server's thread before it lets others in. */
export const mostSliceMs = 10;
