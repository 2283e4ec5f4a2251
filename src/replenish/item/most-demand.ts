import { daysOf } from "../../calendar/bucket.ts";
import { defined } from "../../defined.ts";
import { studentQuantile } from "../../numeric/beta.ts";
import type { DemandedItem } from "./demand-ahead.ts";

/** A reorder point beyond this many times the largest demand ever seen in its window is no forecast but an accident. */
const mostTimes = 3;

/**
 * Largest demand of `length` buckets in a row; of a history that is shorter, as much more as it lacks. 0 where nothing
 * was ever asked for.
 */
function largestDemand(values: Float64Array, length: number): number {
  const width = Math.min(length, values.length);
  let sum = 0;
  let largest = 0;
  for (let k = 0; k < values.length; k++) {
    sum += values[k] || 0;
    if (k >= width) sum -= values[k - width] || 0;
    largest = Math.max(largest, sum);
  }
  return width === 0 ? 0 : (largest * length) / width;
}

/**
 * The only demand of a history that had time for a second one; undefined where there are several, or where all that is
 * known is the bucket in which it came, not that it was one line. One demand shows no repetition: it is kept once at most.
 */
function onlyDemand(values: Float64Array, isSingle: boolean): number | undefined {
  let only: number | undefined;
  for (const value of values) {
    if (!(value > 0)) continue;
    if (only !== undefined) return undefined;
    only = value;
  }
  return values.length > 1 || isSingle ? only : undefined;
}

/** So many demands in at least `leastApart` times as many buckets show one gap, and nothing of demands that come together. */
const fewDemands = 2;
const leastApart = 3;

/** How many times the largest demand ever seen in its window a reorder point may be. */
function timesOf(values: Float64Array): number {
  const demands = values.reduce((count, value) => count + (value > 0 ? 1 : 0), 0);
  const isApart = demands <= fewDemands && values.length >= leastApart * demands;
  // a single bucket says how much came, and nothing of how that varies
  return isApart || values.length === 1 ? 1 : mostTimes;
}

/** From this many times the next largest demand on, a single one beside `leastOthers` others is an accident. */
const oddTimes = 10;
const leastOthers = 6;

/** Others from which on a giant that came first is the first filling of shelves, not demand. */
const leastAfterFirst = 3;

/**
 * A history whose single giant counts as its next largest demand, and the giant: a typing error or a project beside
 * demand that is known well. Few demands say nothing of what is usual, unless the giant came before all of them.
 */
function withoutGiant(values: Float64Array): { values: Float64Array; giant?: number } {
  const [giant = 0, next = 0] = Array.from(values)
    .filter((value) => value > 0)
    .sort((a, b) => b - a);
  const others = values.reduce((count, value) => count + (value > 0 ? 1 : 0), -1);
  const isFirst = values[0] === giant;
  if (others < (isFirst ? leastAfterFirst : leastOthers) || giant <= oddTimes * next) return { values };
  return { values: values.map((value) => (value === giant ? next : value)), giant };
}

/**
 * The most that a window can need which is longer than all that is known, by the textbook: mean and spread of few
 * buckets, the spread of their sum, and that of a mean which is itself only estimated (Silver & Rahnama 1987; Prak,
 * Teunter & Syntetos 2017). No such window was ever seen, so that what was seen in it bounds nothing.
 * @param length buckets of the window
 */
function unseenDemand(
  values: Float64Array,
  length: number,
  { target, isCounted }: { readonly target: number; readonly isCounted: boolean },
): number | undefined {
  const seen = values.filter((value) => !Number.isNaN(value));
  const count = seen.length;
  if (count < 2 || length <= count) return undefined;
  const mean = seen.reduce((sum, value) => sum + value, 0) / count;
  const squares = seen.reduce((sum, value) => sum + (value - mean) ** 2, 0);
  // few counts that happen to be alike vary as counts do at least
  const variance = Math.max(squares / (count - 1), isCounted ? mean : 0);
  const spread = Math.sqrt(variance * (length + (length * length) / count));
  return mean * length + studentQuantile(target, count - 1) * spread;
}

/** The most that a reorder point may be, and the demand that it comes from. */
interface MostLevel {
  readonly level: number;
  /** Largest demand ever seen in `days`. */
  readonly largest: number;
  readonly days: number;
  /** True where it is the only demand there ever was. */
  readonly once?: true;
  /** A single demand far beyond all others, which does not count. */
  readonly giant?: number;
  /** Days of the history, where the window is longer and `largest` is what it needs by mean and spread. */
  readonly history?: number;
}

/**
 * The most that a reorder point may be; undefined where no history says anything.
 * @param target service that is asked for, in (0, 1)
 */
export function mostLevel(
  { request, curve, coverDays, today }: DemandedItem,
  target: number,
): MostLevel | undefined {
  const { history, bucket, wholeUnits } = request;
  if (history === undefined) return undefined;
  const { values, giant } = withoutGiant(history);
  const largest = largestDemand(values, Math.max(1, Math.ceil(coverDays / daysOf[bucket])));
  if (!(largest > 0)) return undefined;
  const known = curve.known(today + coverDays);
  const only = onlyDemand(history, request.single === true);
  if (only !== undefined && known === 0) {
    // the level at which an order is placed, so that what it lifts the stock to is that one demand
    return {
      level: wholeUnits ? Math.max(0, Math.ceil(only) - 1) : only,
      largest: only,
      days: coverDays,
      once: true,
    };
  }
  const length = coverDays / daysOf[bucket];
  // a window within the history never needs more than the first one beyond it
  const beyond = Math.max(length, values.length + 1);
  const unseen = unseenDemand(values, beyond, { target, isCounted: wholeUnits });
  const foreseen = Math.max(largest, unseen ?? 0);
  if (unseen !== undefined && timesOf(values) > 1 && foreseen < mostTimes * largest)
    return {
      level: wholeUnits ? Math.ceil(foreseen + known) : foreseen + known,
      largest: foreseen,
      days: coverDays,
      history: Math.round(values.length * daysOf[bucket]),
      ...defined({ giant }),
    };
  const times = timesOf(values);
  // as above: an order lifts the stock to what was seen
  const level = times * largest + known - (times === 1 && wholeUnits ? 1 : 0);
  return { level: wholeUnits ? Math.ceil(level) : level, largest, days: coverDays, ...defined({ giant }) };
}
