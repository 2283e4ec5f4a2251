import { addTo, exactSum, exactTotal, roundedSum } from "../../numeric/exact-sum.ts";
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

/**
 * An item in the choice: stock value and share of demand left short at each of its levels. Those of many items may lie
 * one behind the other in the same lists, so that a million of them need no more room than their numbers.
 */
export interface Ladder {
  readonly value: Float64Array;
  readonly short: Float64Array;
  /** Where it begins in these lists, and how many levels it has. */
  readonly from: number;
  readonly count: number;
  /** Value of its expected demand per unit of time. */
  readonly demandValue: number;
  /** Probability that it is asked for within a year: what it counts for. */
  readonly asked: number;
  /** False where nothing is demanded. */
  readonly active: boolean;
}

/** The same with the levels themselves. */
export interface LevelLadder extends Ladder {
  readonly levels: Float64Array;
}

/** What the stock and the service of an item count for. */
interface Worth {
  readonly unitValue: number;
  readonly demandPerStep: number;
  /** Absent: the item counts in full. */
  readonly reviewsPerYear?: number;
}

const isActive = (protection: readonly Protection[]): boolean =>
  protection.some(({ leadAndReview }) => leadAndReview.mean > 0);

/** Levels of an item for every target of the ladder. */
export function ladderOf(protection: readonly Protection[], lotSize: LotSize, worth: Worth): LevelLadder {
  const active = isActive(protection);
  const levels = Float64Array.from(targetLadder, (target) =>
    target > 0 && active ? levelForFill(protection, target, lotSize) : neverLevel(lotSize.whole),
  );
  return withLevels(levels, protection, lotSize, worth);
}

/** Steps from the floor to the target of an item, and from there on. */
const stepsApart = 12;
/** Fill rate that no item of an assortment is taken beyond, unless it is asked for. */
const mostFill = 0.999;

/** Levels from the one that serves `floor` over the one that serves `target` to the most that an assortment gives. */
export function ladderFrom(
  floor: number,
  target: number,
  protection: readonly Protection[],
  lotSize: LotSize,
  worth: Worth,
): LevelLadder {
  const levelFor = (fill: number) =>
    fill > 0 && isActive(protection) ? levelForFill(protection, fill, lotSize) : neverLevel(lotSize.whole);
  const marks = [floor, target, Math.max(target, mostFill)].map(levelFor);
  const levels = new Set([marks[0]]);
  for (let part = 1; part < marks.length; part++) {
    const [from, to] = [marks[part - 1], marks[part]];
    for (let k = 1; k < stepsApart; k++) {
      const level = from + ((to - from) * k) / stepsApart;
      levels.add(lotSize.whole ? Math.round(level) : level);
    }
    levels.add(to);
  }
  return withLevels(Float64Array.from(levels).sort(), protection, lotSize, worth);
}

function withLevels(
  levels: Float64Array,
  protection: readonly Protection[],
  lotSize: LotSize,
  { unitValue, demandPerStep, reviewsPerYear }: Worth,
): LevelLadder {
  return {
    levels,
    from: 0,
    count: levels.length,
    value: levels.map((level) => unitValue * expectedStock(protection, level, lotSize)),
    short: levels.map((level) => shortShare(protection, level, lotSize)),
    demandValue: unitValue * demandPerStep,
    asked: reviewsPerYear === undefined ? 1 : 1 - (1 - protection[0].active) ** reviewsPerYear,
    active: isActive(protection),
  };
}

/** Steps of the search for how far items count by value, and halvings of the last one. */
const coarse = 10;
const fine = 5;

/** Step of a ladder with the least stock value plus price of shortage. */
function stepAt({ value, short, from, count }: Ladder, price: number): number {
  let best = 0;
  let least = Number.POSITIVE_INFINITY;
  for (let k = 0; k < count; k++) {
    const cost = value[from + k] + price * short[from + k];
    if (cost < least) {
      least = cost;
      best = k;
    }
  }
  return best;
}

/** Steps of all items under one price of shortage. @param worths what shortage of an item counts for */
function stepsAt(ladders: readonly Ladder[], worths: Float64Array, price: number): Int32Array {
  const steps = new Int32Array(ladders.length);
  for (let k = 0; k < steps.length; k++) {
    const ladder = ladders[k];
    if (ladder.active) steps[k] = stepAt(ladder, price * worths[k] * ladder.asked);
  }
  return steps;
}

const valueAt = ({ value, from }: Ladder, step: number): number => value[from + step];
const shortAt = ({ short, from }: Ladder, step: number): number => short[from + step];

/** What an item counts for in the service of the whole. */
type Weight = (ladder: Ladder) => number;
const asAsked: Weight = ({ asked }) => asked;
const byValue: Weight = ({ demandValue }) => demandValue;

/** A service nearer to its limit than this is not told from it by plain sums. */
const tooClose = 1e-7;

/**
 * True when the share of demand served reaches `limit`. Plain sums tell it in nearly every case; where they are too
 * close, exact ones do, so that the order in which items are added decides nothing.
 */
function isServed(ladders: readonly Ladder[], steps: Int32Array, weight: Weight, limit: number): boolean {
  let all = 0;
  let missed = 0;
  for (let k = 0; k < steps.length; k++) {
    const ladder = ladders[k];
    if (!ladder.active) continue;
    const counts = weight(ladder);
    all += counts;
    missed += counts * shortAt(ladder, steps[k]);
  }
  const served = all > 0 ? 1 - missed / all : 1;
  if (!(all > 0) || Math.abs(served - limit) > tooClose) return served >= limit;
  const [sum, short] = [exactSum(), exactSum()];
  for (const [k, ladder] of ladders.entries()) {
    if (!ladder.active) continue;
    addTo(sum, weight(ladder));
    addTo(short, weight(ladder) * shortAt(ladder, steps[k]));
  }
  return 1 - roundedSum(short) / roundedSum(sum) >= limit;
}

/** Steps at the lowest price of shortage that reaches the target, for one way of counting. */
function stepsFor(ladders: readonly Ladder[], worths: Float64Array, target: number): Int32Array {
  const isEnough = (price: number) => isServed(ladders, stepsAt(ladders, worths, price), asAsked, target);
  let low = 1e-9;
  let high = 1;
  while (high < 1e15 && !isEnough(high)) high *= 4;
  for (let step = 0; step < 40 && high / low > 1.0001; step++) {
    const middle = Math.sqrt(low * high);
    if (isEnough(middle)) high = middle;
    else low = middle;
  }
  return stepsAt(ladders, worths, high);
}

/**
 * One price of shortage for the whole assortment under which its service reaches `target`, items counting alike as far
 * as they are asked for: each takes the step at which more stock would cost more than the shortage it avoids (marginal
 * analysis; Sherbrooke, Optimal Inventory Modeling of Systems, and Everett 1963 for the price). So that dear and busy
 * items are not starved, they count by value as far as the service by value needs to stay near the target
 * ({@link gapOf}). Gives the level of each item, whatever the order of the items.
 */
export function assortmentLevels(ladders: readonly LevelLadder[], target: number): Float64Array {
  const steps = assortmentSteps(ladders, target, gapOf(ladders, target));
  return Float64Array.from(ladders, ({ levels }, k) => levels[steps[k]]);
}

/**
 * Points by which the service by value may stay below the target: few for the value that is asked for within a year,
 * any for the value that is not. A dear part that is asked for once in five years has a large expected value and nobody
 * who misses it: held to the target by value, a refinery's parts need 1.6 times the stock at equal fill.
 */
function gapOf(ladders: readonly Ladder[], target: number): number {
  const values = ladders.map((ladder) => (ladder.active ? byValue(ladder) : 0));
  const all = exactTotal(values);
  const asked = all > 0 ? exactTotal(ladders.map((ladder, k) => asAsked(ladder) * values[k])) / all : 1;
  return asked * Math.min(0.05, 0.8 * (1 - target)) + (1 - asked);
}

function assortmentSteps(ladders: readonly Ladder[], target: number, valueGap: number): Int32Array {
  const values = ladders.map(({ active, demandValue }) => (active ? demandValue : 0));
  const mean = exactTotal(values) / Math.max(1, values.filter((x) => x > 0).length);
  // how items count: from 0 (alike) to 1 (by the value of their demand)
  const at = (mix: number) =>
    stepsFor(
      ladders,
      Float64Array.from(values, (value) => 1 - mix + (mean > 0 ? (mix * value) / mean : mix)),
      target,
    );
  const isEnough = (steps: Int32Array) => isServed(ladders, steps, byValue, target - valueGap);
  let high = 0;
  let steps = at(high);
  while (high < coarse && !isEnough(steps)) steps = at(++high / coarse);
  if (high > 0 && isEnough(steps)) {
    let [below, above] = [(high - 1) / coarse, high / coarse];
    for (let step = 0; step < fine; step++) {
      const middle = (below + above) / 2;
      const between = at(middle);
      if (isEnough(between)) {
        steps = between;
        above = middle;
      } else below = middle;
    }
  }
  return steps;
}

/**
 * Steps of the items of a class in their ladders that reach `target` together. One price of shortage leaves a small class above its
 * target, since its items move in steps: the steps that save the most stock are taken back as far as the target, by
 * items and by value, allows. A class of one item gets the level that serves its target.
 */
export function classSteps(ladders: readonly Ladder[], target: number): Int32Array {
  const gap = gapOf(ladders, target);
  const steps = assortmentSteps(ladders, target, gap);
  const slack = [slackOf(ladders, steps, asAsked, target), slackOf(ladders, steps, byValue, target - gap)];
  const saves = Float64Array.from(ladders, (ladder, k) => (ladder.active ? saving(ladder, steps[k]) : 0));
  const order = Uint32Array.from(ladders.keys())
    .filter((k) => saves[k] > 0)
    .sort((a, b) => saves[b] - saves[a] || a - b);
  for (const k of order) {
    const ladder = ladders[k];
    while (saving(ladder, steps[k]) > 0) {
      const more = shortAt(ladder, steps[k] - 1) - shortAt(ladder, steps[k]);
      const left = [slack[0] - more * asAsked(ladder), slack[1] - more * byValue(ladder)];
      if (left.some((rest, by) => rest < -1e-12 * Math.abs(slack[by]))) break;
      [slack[0], slack[1]] = left;
      steps[k]--;
    }
  }
  return steps;
}

/** Stock value that one step down saves. */
const saving = (ladder: Ladder, step: number): number =>
  step > 0 ? valueAt(ladder, step) - valueAt(ladder, step - 1) : 0;

/** A level is sized for its target as exactly as this. */
const asExact = 1e-8;

/** Weighted demand that may be left short beyond what these steps leave; without end where they fall short of it. */
function slackOf(ladders: readonly Ladder[], steps: Int32Array, weight: Weight, limit: number): number {
  const counts = (ladder: Ladder): number => (ladder.active ? weight(ladder) : 0);
  const all = exactTotal(ladders.map(counts));
  const missed = exactTotal(
    ladders.map((ladder, k) => (ladder.active ? counts(ladder) * shortAt(ladder, steps[k]) : 0)),
  );
  const slack = (1 - limit + asExact) * all - missed;
  return slack < 0 ? Number.POSITIVE_INFINITY : slack;
}
