import { createStore, type Store } from "../store.ts";

/** Tries again after ever longer pauses, until it is told that things are well. */
export interface Retry {
  /** When it is tried next, as `Date.now` says it; undefined where nothing waits, or while it is tried. */
  readonly next: Store<number | undefined>;
  /** Something did not get through: it is tried again in a while. */
  later(): void;
  /** It went well: the next pause is a short one again. */
  well(): void;
}

const [firstPauseMs, longestPauseMs] = [2_000, 60_000];

/** Pauses of 2, 4, 8 … 60 seconds between tries of `work`. */
export function createRetry(work: () => unknown): Retry {
  const next = createStore<number | undefined>(undefined);
  let pause = firstPauseMs;
  let timer: ReturnType<typeof setTimeout> | undefined;
  const stop = (): void => {
    clearTimeout(timer);
    timer = undefined;
    next.set(undefined);
  };
  return {
    next,
    later() {
      if (timer !== undefined) return;
      timer = setTimeout(() => {
        stop();
        void work();
      }, pause);
      next.set(Date.now() + pause);
      pause = Math.min(longestPauseMs, 2 * pause);
    },
    well() {
      if (timer !== undefined) stop();
      pause = firstPauseMs;
    },
  };
}
