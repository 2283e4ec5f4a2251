import {
  expectedStock,
  type LotOf,
  levelForFill,
  neverLevel,
  type Protection,
  shortShare,
} from "./service.ts";

/** Targets among which an assortment chooses for each item. */
export const targetLadder: readonly number[] = [
  0, 0.3, 0.5, 0.6, 0.7, 0.75, 0.8, 0.85, 0.88, 0.9, 0.92, 0.94, 0.95, 0.96, 0.97, 0.975, 0.98, 0.985, 0.99,
  0.993, 0.995, 0.997, 0.999,
];

/** An item in the choice: its levels, their stock value and what stays short, in shares of its review demand. */
export interface Ladder {
  readonly levels: Float64Array;
  readonly value: Float64Array;
  readonly short: Float64Array;
  /** Whether the item counts in the overall service: 1, or 0 without demand. */
  readonly weight: number;
  /** What the item's share of shortage counts in the choice, beside others. */
  readonly worth: number;
}

/** Levels of an item for every target of the ladder. */
export function ladderOf(
  over: readonly Protection[],
  lots: LotOf,
  unitValue: number,
  worth: number,
  ladder: readonly number[] = targetLadder,
): Ladder {
  const demand = over.some(({ leadAndReview }) => leadAndReview.mean > 0) ? 1 : 0;
  const levels = Float64Array.from(ladder, (target) =>
    target <= 0 || demand <= 0 ? neverLevel(lots.whole) : levelForFill(over, target, lots),
  );
  const short = levels.map((level) => shortShare(over, level, lots));
  const value = levels.map((level) => unitValue * expectedStock(over, level, lots));
  return { levels, value, short, weight: demand, worth };
}

/** Step of the ladder with the least stock value plus price of shortage. */
function stepAt({ value, short, weight, worth }: Ladder, price: number): number {
  let best = 0;
  let least = Number.POSITIVE_INFINITY;
  for (let k = 0; k < value.length; k++) {
    const cost = value[k] + price * weight * worth * short[k];
    if (cost < least) {
      least = cost;
      best = k;
    }
  }
  return best;
}

/** Share of weighted demand that is served at one price of shortage. */
function serviceAt(ladders: readonly Ladder[], price: number): number {
  let weights = 0;
  let short = 0;
  for (const ladder of ladders) {
    weights += ladder.weight;
    short += ladder.weight * ladder.short[stepAt(ladder, price)];
  }
  return weights > 0 ? 1 - short / weights : 1;
}

/**
 * One price of shortage for the whole assortment under which the overall service reaches `target` (METHODS 7.3, 4):
 * each item then takes the step at which more stock would cost more than the shortage it avoids. Gives the level of
 * each item.
 */
export function assortmentLevels(ladders: readonly Ladder[], target: number): Float64Array {
  let low = 1e-9;
  let high = 1;
  while (serviceAt(ladders, high) < target && high < 1e15) high *= 4;
  for (let step = 0; step < 60 && high / low > 1 + 1e-6; step++) {
    const middle = Math.sqrt(low * high);
    if (serviceAt(ladders, middle) >= target) high = middle;
    else low = middle;
  }
  return Float64Array.from(ladders, (ladder) => ladder.levels[stepAt(ladder, high)]);
}
