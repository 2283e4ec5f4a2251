import { ascending, by } from "../../numeric/order.ts";
import { median } from "../../numeric/quantile.ts";

/** What deliveries of an item from one supplier show, calendar days. */
interface Delivered {
  readonly days: readonly number[];
  /** Lead time of the item in the master data; 0 where there is none. */
  readonly usual: number;
}

/** How much later than their master data the items of a supplier come. Lists of numbers, so that many suppliers are small. */
export interface Habit {
  /** Of each item with some deliveries the median of their days beyond the master data, ascending, … */
  readonly beyond: Float64Array;
  /** … and its days in the master data. */
  readonly usual: Float64Array;
  /** Days beyond the master data of all their deliveries, ascending; of very many some at even ranks. */
  readonly days: Float64Array;
  /** All deliveries; more than there are days where only some were kept. */
  readonly deliveries: number;
}

/** Items of a supplier that have to agree before a further one learns from them, and deliveries of each. */
const leastItems = 2;
const leastOfEach = 2;

/** Days of this many deliveries tell how a supplier delivers; more would say the same. */
const mostDays = 200;

/** Days by which lead times may differ that are still the same. */
const tolerance = (days: number): number => Math.max(5, 0.25 * days);

const beyondOf = ({ days, usual }: Delivered): number => median(days) - usual;

/** The habit of a supplier; undefined where its items can never agree, whichever of them learns from the others. */
export function habitOf(items: readonly Delivered[]): Habit | undefined {
  const telling = items
    .filter(({ days }) => days.length >= leastOfEach)
    .map((one) => ({ ...one, beyond: beyondOf(one) }))
    .sort(
      by(
        ({ beyond }) => beyond,
        ({ usual }) => usual,
      ),
    );
  if (telling.length < leastItems) return undefined;
  const days = telling.flatMap((one) => one.days.map((day) => day - one.usual)).sort(ascending);
  const habit = {
    beyond: Float64Array.from(telling, ({ beyond }) => beyond),
    usual: Float64Array.from(telling, ({ usual }) => usual),
    days: Float64Array.from(atEvenRanks(days)),
    deliveries: days.length,
  };
  const half = telling.length >> 1;
  const left = [-1, 0, half - 1, half, telling.length - 1];
  return left.some((k) => strangersAt(habit, middleWithout(habit.beyond, k)).length < 2) ? habit : undefined;
}

const atEvenRanks = (days: readonly number[]): readonly number[] =>
  days.length <= mostDays
    ? days
    : Array.from({ length: mostDays }, (_, k) => days[Math.floor(((k + 0.5) * days.length) / mostDays)]);

/** Median of ascending numbers without the one at `left`; of all where it is -1. */
function middleWithout(numbers: Float64Array, left: number): number {
  const count = left < 0 ? numbers.length : numbers.length - 1;
  const at = (rank: number) => numbers[left >= 0 && rank >= left ? rank + 1 : rank];
  return (at((count - 1) >> 1) + at(count >> 1)) / 2;
}

/** Up to two items that come otherwise than `middle` days beyond their master data. */
function strangersAt({ beyond, usual }: Habit, middle: number): number[] {
  const found: number[] = [];
  for (let k = 0; k < beyond.length && found.length < 2; k++)
    if (Math.abs(beyond[k] - middle) > tolerance(usual[k])) found.push(k);
  return found;
}

/** Place of an item among those that tell; -1 where it is none of them. */
function placeOf({ beyond, usual }: Habit, own: Delivered): number {
  if (own.days.length < leastOfEach) return -1;
  const late = beyondOf(own);
  let [low, high] = [0, beyond.length];
  while (low < high) {
    const middle = (low + high) >>> 1;
    if (beyond[middle] < late || (beyond[middle] === late && usual[middle] < own.usual)) low = middle + 1;
    else high = middle;
  }
  return beyond[low] === late && usual[low] === own.usual ? low : -1;
}

/**
 * What items of a supplier learn from the others where those agree: days from order to receipt, or undefined where they
 * do not, where they are too few, or where the item's own few deliveries say otherwise. Asking for many items costs
 * little each.
 */
export function learnedFrom(habit: Habit): (own: Delivered, few: readonly number[]) => number[] | undefined {
  const strangers = new Map<number, readonly number[]>();
  return (own, few) => {
    const { days, usual } = own;
    const place = placeOf(habit, own);
    if (habit.beyond.length - Number(place >= 0) < leastItems) return undefined;
    const middle = middleWithout(habit.beyond, place);
    const known = strangers.get(middle) ?? strangersAt(habit, middle);
    strangers.set(middle, known);
    if (known.some((k) => k !== place)) return undefined;
    if (few.length > 0 && Math.abs(median(few) - usual - middle) > tolerance(usual)) return undefined;
    const others = [...habit.days];
    const isWhole = others.length === habit.deliveries;
    if (place >= 0 && isWhole) for (const day of days) others.splice(others.indexOf(day - usual), 1);
    return others.map((day) => Math.max(0, usual + day));
  };
}
