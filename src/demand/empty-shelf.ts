import { bucketsPerYear } from "../calendar/bucket.ts";
import { dayOf } from "../calendar/date.ts";
import { defined } from "../defined.ts";
import type { Item, OpenOrder } from "../item.ts";
import { silenceP } from "../numeric/beta.ts";
import { median } from "../numeric/quantile.ts";
import { longestSilence } from "../numeric/sum.ts";
import type { Bucket } from "../series.ts";

/** What is known of the shelf of an item on the day of its stock. Quantities in the base unit, days as numbers. */
export interface Shelf {
  readonly onHand?: number;
  /** What customers wait for. */
  readonly backorders?: number;
  /** True where an order that was due has not come. */
  readonly overdue: boolean;
  /** True where the item is meant to end, or another has taken its place: then silence is no riddle. */
  readonly ending: boolean;
}

/** Days by which an order may be late before its lateness tells anything, and by which a stock may be old. */
const usuallyLate = 2;
const oldestStock = 31;

/** What master data and open orders say of an item's shelf on a day; undefined where its stock is too old to tell. */
export function shelfOf(item: Item, openOrders: readonly OpenOrder[], asOf: number): Shelf | undefined {
  const { onHand, backorders, stockDate, phaseOut, successor, successorFrom } = item;
  if (stockDate !== undefined && asOf - dayOf(stockDate) > oldestStock) return undefined;
  const isReached = (date: string | undefined) => date === undefined || dayOf(date) <= asOf;
  return {
    ...defined({ onHand, backorders }),
    overdue: openOrders.some(({ date, quantity }) => quantity > 0 && asOf - dayOf(date) > usuallyLate),
    ending:
      phaseOut === true ||
      (phaseOut !== undefined && isReached(phaseOut)) ||
      (successor !== undefined && isReached(successorFrom)),
  };
}

/** A share of the usual demand of a bucket that a few last pieces may still reach while the shelf is empty. */
const trace = 0.05;
/** Buckets with demand before the silence that make an item known. */
const leastHits = 4;
/** Probability by its own gaps above which a silence needs no explanation. */
const usual = 0.1;
/** Years of silence that an empty shelf explains: alone, and where customers or orders still wait. */
const longestAlone = 0.5;
const longestWaited = 1;
/** Buckets that tell whether demand of the bucket in which the shelf ran empty was cut short. */
const leastToCompare = 8;

/**
 * Whether nobody could have been served in the stretch that begins at position `from`: nothing on hand, or a remnant of
 * less than a trace of what a bucket usually brings and no demand at all since; a few pieces that are sold bucket after
 * bucket from such a shelf are a level of their own. (Customers wait, or the stock is known to be 0; where it is unknown,
 * an order that was due and never came.)
 */
function isEmpty(
  { onHand, backorders = 0, overdue }: Shelf,
  values: Float64Array,
  from: number,
  bucket: Bucket,
): boolean {
  if (onHand === undefined) return backorders > 0 || overdue;
  if (onHand <= 0) return true;
  const demands = lastYear(values, from, bucket);
  const isRemnant = demands.length > 0 && onHand < trace * median(demands);
  return isRemnant && !values.subarray(from).some((value) => value > 0);
}

/** Demands of the last year before position `end`, observed and above 0. */
const lastYear = (values: Float64Array, end: number, bucket: Bucket): number[] =>
  Array.from(values.subarray(Math.max(0, end - Math.ceil(bucketsPerYear[bucket])), end)).filter(
    (value) => value > 0,
  );

/** First position of the stretch at the end in which hardly anything was asked for. */
function silentFrom(values: Float64Array, bucket: Bucket): number {
  let last = values.length;
  while (last > 0 && !(values[last - 1] > 0)) last--;
  // what is usual is known before the last pieces: looked at again once they are set aside
  for (let from = last; ; ) {
    const demands = lastYear(values, from, bucket);
    if (demands.length === 0) return last;
    const limit = trace * median(demands);
    let next = from;
    while (next > 0 && !(values[next - 1] > limit)) next--;
    if (next === from) return from;
    from = next;
  }
}

/**
 * Buckets at the end of a history that say nothing of demand, since the shelf is empty: nobody can take what is not
 * there. Only where the item's own gaps do not explain the silence, and not for longer than somebody would leave a
 * shelf empty that is wanted. The bucket in which it ran out is one of them where it stayed below all of the last year.
 * @example emptyShelfBuckets(Float64Array.of(9, 8, 9, 9, 8, 0, 0), "month", { onHand: 0, overdue: false, ending: false }) // [5, 6]
 */
export function emptyShelfBuckets(values: Float64Array, bucket: Bucket, shelf: Shelf): number[] {
  if (shelf.ending) return [];
  const from = silentFrom(values, bucket);
  if (!isEmpty(shelf, values, from, bucket)) return [];
  const observed = (from: number, to: number) =>
    values.subarray(from, to).reduce((n, value) => n + (Number.isNaN(value) ? 0 : 1), 0);
  const gap = observed(from, values.length);
  const tries = observed(0, from);
  const hits = values.subarray(0, from).reduce((n, value) => n + (value > 0 ? 1 : 0), 0);
  if (gap === 0 || hits < leastHits || silenceP(gap, hits, tries) > usual) return [];
  const waited = (shelf.backorders ?? 0) > 0 || shelf.overdue;
  if (!waited && longestSilence(values, from) >= gap) return [];
  const most = Math.ceil((waited ? longestWaited : longestAlone) * bucketsPerYear[bucket]);
  if (values.length - from > most) return [];
  const first = from - (wasCutShort(values, from, bucket) ? 1 : 0);
  return Array.from({ length: values.length - first }, (_, k) => first + k);
}

function wasCutShort(values: Float64Array, from: number, bucket: Bucket): boolean {
  const before = lastYear(values, from - 1, bucket);
  return before.length >= leastToCompare && values[from - 1] < Math.min(...before);
}
