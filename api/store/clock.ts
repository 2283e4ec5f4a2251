/** A clock that never runs backwards, though the computer's may be set back: leases depend on it. */
export function steadyClock(clock: () => number): () => number {
  let latest = 0;
  return () => {
    latest = Math.max(latest, clock());
    return latest;
  };
}
