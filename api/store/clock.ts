/** A clock that never runs backwards, though the computer's may be set back. */
export function steadyClock(clock: () => number): () => number {
  let latest = 0;
  return () => {
    latest = Math.max(latest, clock());
    return latest;
  };
}

/**
 * A clock for leases: it adds up the steps forwards of another one. One that jumps ahead and back again neither stops it
 * nor turns it back.
 */
export function elapsingClock(clock: () => number): () => number {
  let before = clock();
  let elapsed = before;
  return () => {
    const now = clock();
    elapsed += Math.max(0, now - before);
    before = now;
    return elapsed;
  };
}

/** Milliseconds that go on evenly from the time at which it was made, whatever becomes of the computer's clock. */
export function monotonicClock(): () => number {
  const origin = Date.now() - performance.now();
  return () => Math.floor(origin + performance.now());
}
