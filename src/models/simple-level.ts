/** Level of simple exponential smoothing with the best of a few weights, and its mean absolute one-step error. */
export function simpleLevel(y: Float64Array): { level: number; error: number } {
  let best = { level: y.length > 0 ? y[0] : 0, error: 0 };
  let least = Number.POSITIVE_INFINITY;
  const start = Math.min(6, y.length);
  let initial = 0;
  for (let k = 0; k < start; k++) initial += y[k] / start;
  for (const alpha of [0.05, 0.1, 0.2, 0.35, 0.6, 0.9]) {
    let level = initial;
    let squares = 0;
    let absolute = 0;
    for (let k = 0; k < y.length; k++) {
      const error = y[k] - level;
      squares += error * error;
      absolute += Math.abs(error);
      level += alpha * error;
    }
    if (squares < least) {
      least = squares;
      best = { level, error: y.length > 0 ? absolute / y.length : 0 };
    }
  }
  return best;
}
