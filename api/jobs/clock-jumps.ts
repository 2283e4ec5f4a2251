const everyMs = 10_000;
/** A difference below this is drift, or a timer that came late. */
const leastMs = 60_000;

/** Tells of jumps of the computer's clock, in seconds; the function ends it. */
export function watchClock(
  tell: (seconds: number) => void,
  wall: () => number = Date.now,
  steady: () => number = () => performance.now(),
  every = everyMs,
): () => void {
  let [wallBefore, steadyBefore] = [wall(), steady()];
  const timer = setInterval(() => {
    const [wallNow, steadyNow] = [wall(), steady()];
    const jumped = wallNow - wallBefore - (steadyNow - steadyBefore);
    [wallBefore, steadyBefore] = [wallNow, steadyNow];
    if (Math.abs(jumped) >= leastMs) tell(Math.round(jumped / 1000));
  }, every);
  timer.unref();
  return () => clearInterval(timer);
}
