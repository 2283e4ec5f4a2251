/** Tries again after ever longer pauses, until it is told that things are well. */
interface Retry {
  /** Something could not be sent: it is tried again in a while. */
  later(): void;
  /** It went well: the next pause is a short one again. */
  well(): void;
}

const [firstPauseMs, longestPauseMs] = [2_000, 60_000];

/** Pauses of 2, 4, 8 … 60 seconds between tries of `work`. */
export function createRetry(work: () => unknown): Retry {
  let pause = firstPauseMs;
  let timer: ReturnType<typeof setTimeout> | undefined;
  return {
    later() {
      if (timer !== undefined) return;
      timer = setTimeout(() => {
        timer = undefined;
        void work();
      }, pause);
      pause = Math.min(longestPauseMs, 2 * pause);
    },
    well() {
      clearTimeout(timer);
      timer = undefined;
      pause = firstPauseMs;
    },
  };
}
