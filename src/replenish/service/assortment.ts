import {
  expectedStock,
  type LotSize,
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

/** An item in the choice: its levels by target, the stock value of each and the share of demand left short. */
export interface Ladder {
  readonly levels: Float64Array;
  readonly value: Float64Array;
  readonly short: Float64Array;
  /** Value of its expected demand per unit of time. */
  readonly demandValue: number;
  /** Probability that it is asked for within a year: what it counts for. */
  readonly asked: number;
  /** False where nothing is demanded. */
  readonly active: boolean;
}

/** Levels of an item for every target of the ladder. @param reviewsPerYear absent: the item counts in full */
export function ladderOf(
  protection: readonly Protection[],
  lotSize: LotSize,
  worth: { readonly unitValue: number; readonly demandPerStep: number; readonly reviewsPerYear?: number },
  ladder: readonly number[] = targetLadder,
): Ladder {
  const { unitValue, demandPerStep, reviewsPerYear } = worth;
  const active = protection.some(({ leadAndReview }) => leadAndReview.mean > 0);
  const levels = Float64Array.from(ladder, (target) =>
    target > 0 && active ? levelForFill(protection, target, lotSize) : neverLevel(lotSize.whole),
  );
  return {
    levels,
    value: levels.map((level) => unitValue * expectedStock(protection, level, lotSize)),
    short: levels.map((level) => shortShare(protection, level, lotSize)),
    demandValue: unitValue * demandPerStep,
    asked: reviewsPerYear === undefined ? 1 : 1 - (1 - protection[0].active) ** reviewsPerYear,
    active,
  };
}

/** Steps of the search for how far items count by value, and halvings of the last one. */
const coarse = 10;
const fine = 5;

/** Step of a ladder with the least stock value plus price of shortage. */
function stepAt({ value, short }: Ladder, price: number): number {
  let best = 0;
  let least = Number.POSITIVE_INFINITY;
  for (let k = 0; k < value.length; k++) {
    const cost = value[k] + price * short[k];
    if (cost < least) {
      least = cost;
      best = k;
    }
  }
  return best;
}

/** Steps of all items under one price of shortage, with the service that follows, items alike and by value. */
function choiceAt(ladders: readonly Ladder[], worths: Float64Array, price: number) {
  const steps = new Int32Array(ladders.length);
  let count = 0;
  let short = 0;
  let value = 0;
  let valueShort = 0;
  for (const [k, ladder] of ladders.entries()) {
    const step = ladder.active ? stepAt(ladder, price * worths[k] * ladder.asked) : 0;
    steps[k] = step;
    if (!ladder.active) continue;
    count += ladder.asked;
    short += ladder.asked * ladder.short[step];
    value += ladder.demandValue;
    valueShort += ladder.demandValue * ladder.short[step];
  }
  return {
    steps,
    fill: count > 0 ? 1 - short / count : 1,
    fillByValue: value > 0 ? 1 - valueShort / value : 1,
  };
}

/** The choice at the lowest price of shortage that reaches the target, for one way of counting. */
function choiceFor(ladders: readonly Ladder[], worths: Float64Array, target: number) {
  let low = 1e-9;
  let high = 1;
  while (choiceAt(ladders, worths, high).fill < target && high < 1e15) high *= 4;
  for (let step = 0; step < 40 && high / low > 1.0001; step++) {
    const middle = Math.sqrt(low * high);
    if (choiceAt(ladders, worths, middle).fill >= target) high = middle;
    else low = middle;
  }
  return choiceAt(ladders, worths, high);
}

/**
 * One price of shortage for the whole assortment under which its service reaches `target`, items counting alike
 * (METHODS 7.3, 4) as far as they are asked for: each takes the step at which more stock would cost more than the shortage it avoids. So that
 * dear and busy items are not starved, they count by value as far as the service by value needs to stay within
 * `valueGap` of the target. Gives the level of each item.
 */
export function assortmentLevels(
  ladders: readonly Ladder[],
  target: number,
  valueGap = Math.min(0.05, 0.8 * (1 - target)),
): Float64Array {
  const values = ladders.map(({ active, demandValue }) => (active ? demandValue : 0));
  const mean = values.reduce((sum, x) => sum + x, 0) / Math.max(1, values.filter((x) => x > 0).length);
  // how items count: from 0 (alike) to 1 (by the value of their demand)
  const at = (mix: number) =>
    choiceFor(
      ladders,
      Float64Array.from(values, (value) => 1 - mix + (mean > 0 ? (mix * value) / mean : mix)),
      target,
    );
  const isEnough = ({ fillByValue }: { readonly fillByValue: number }) => fillByValue >= target - valueGap;
  let high = 0;
  let choice = at(high);
  while (high < coarse && !isEnough(choice)) choice = at(++high / coarse);
  if (high > 0 && isEnough(choice)) {
    let [below, above] = [(high - 1) / coarse, high / coarse];
    for (let step = 0; step < fine; step++) {
      const middle = (below + above) / 2;
      const tried = at(middle);
      if (isEnough(tried)) {
        choice = tried;
        above = middle;
      } else below = middle;
    }
  }
  return Float64Array.from(ladders, ({ levels }, k) => levels[choice.steps[k]]);
}
