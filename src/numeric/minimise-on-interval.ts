/**
 * Smallest value of a function of one variable on [low, high]: the best of `grid` equal steps, then golden section
 * between its neighbours. Needs no slope and cannot leave the interval.
 *
 * @example minimiseOnInterval((x) => (x - 0.3) ** 2, 0, 1); // => about 0.3
 */
export function minimiseOnInterval(
  evaluate: (x: number) => number,
  low: number,
  high: number,
  grid = 8,
  steps = 10,
): number {
  let best = low;
  let least = Number.POSITIVE_INFINITY;
  for (let i = 0; i <= grid; i++) {
    const x = low + ((high - low) * i) / grid;
    const value = evaluate(x);
    if (value < least) {
      least = value;
      best = x;
    }
  }
  const golden = (Math.sqrt(5) - 1) / 2;
  let left = Math.max(low, best - (high - low) / grid);
  let right = Math.min(high, best + (high - low) / grid);
  let inner = right - golden * (right - left);
  let outer = left + golden * (right - left);
  let atInner = evaluate(inner);
  let atOuter = evaluate(outer);
  for (let step = 0; step < steps; step++) {
    if (atInner < atOuter) {
      right = outer;
      outer = inner;
      atOuter = atInner;
      inner = right - golden * (right - left);
      atInner = evaluate(inner);
    } else {
      left = inner;
      inner = outer;
      atInner = atOuter;
      outer = left + golden * (right - left);
      atOuter = evaluate(outer);
    }
  }
  const x = atInner < atOuter ? inner : outer;
  return Math.min(atInner, atOuter) < least ? x : best;
}
