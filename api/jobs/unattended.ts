import { setTimeout as wait } from "node:timers/promises";
import { failureOf } from "../store/failure.ts";

/** Hears of work that failed although no request waited for it. */
export type Tell = (error: unknown) => void;

/** Work that no request waits for (a timer, a message, an event): what goes wrong is told, and the process goes on. */
export function unattended(tell: Tell, work: () => void): void {
  try {
    work();
  } catch (error) {
    tell(error);
  }
}

/** How long a store that is busy or full is left alone. */
export const pauseMs = 2000;

/** Does work that the store must be written for, again and again while it is busy or full; `isOver` ends the waiting. */
export async function persistently(tell: Tell, work: () => void, isOver: () => boolean): Promise<void> {
  while (!isOver()) {
    try {
      work();
      return;
    } catch (error) {
      if (failureOf(error) === undefined) throw error;
      tell(error);
    }
    await wait(pauseMs, undefined, { ref: false });
  }
}
