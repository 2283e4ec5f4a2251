import { setTimeout as wait } from "node:timers/promises";
import { failureOf } from "../store/failure.ts";

/** Hears of work that failed although no request waited for it. */
export type Tell = (error: unknown) => void;

/** Work that no request waits for (a timer, a message, an event): what goes wrong is told, and the process goes on. */
export async function unattended(tell: Tell, work: () => void | Promise<void>): Promise<void> {
  try {
    await work();
  } catch (error) {
    tell(error);
  }
}

/** Work that many ask for. */
interface Asked {
  /** Has it done, once more where it is being done: never twice at once. */
  ask(): void;
  /** Kept when nothing of it runs. */
  idle(): Promise<void>;
}

/** Work for which it does not matter who asked, only that it was begun after he did. */
export function whenAsked(work: () => Promise<void>): Asked {
  let isAsked = false;
  let running: Promise<void> | undefined;
  const run = async () => {
    while (isAsked) {
      isAsked = false;
      await work();
    }
    running = undefined;
  };
  return {
    ask: () => {
      isAsked = true;
      running ??= run();
    },
    idle: () => running ?? Promise.resolve(),
  };
}

/** How long a store that is busy or full is left alone. */
export const pauseMs = 2000;

/** Does work that the store must be written for, again and again while it is busy or full; `isOver` ends the waiting. */
export async function persistently(
  tell: Tell,
  work: () => Promise<void>,
  isOver: () => boolean,
): Promise<void> {
  while (!isOver()) {
    try {
      await work();
      return;
    } catch (error) {
      if (failureOf(error) === undefined) throw error;
      tell(error);
    }
    await wait(pauseMs, undefined, { ref: false });
  }
}
