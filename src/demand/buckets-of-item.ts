import { bucketEnd, bucketIndex } from "../calendar/bucket.ts";
import type { OrderLines } from "../order.ts";
import type { Bucket } from "../series.ts";
import { type DemandBasis, isDemand } from "./demand-lines.ts";

/** Net demand of one item by bucket number, not yet regular. */
export interface ItemBuckets {
  /** Bucket number of the first line. */
  readonly first: number;
  /** Net quantity per bucket from `first` on, negative where returns outweigh. */
  readonly net: Float64Array;
  /** Mean price weighted by quantity per bucket, NaN where none. */
  readonly price: Float64Array;
  readonly returns: number;
  /** Sum of the squared demands of each bucket's days; null where lines are dated by periods. */
  readonly dailySquares: Float64Array | null;
}

/**
 * Sums an item's demand lines (`own`, by date) into buckets up to number `last`. A return or cancellation counts in the
 * bucket of the line it names (same document, and line number where given), else in that of its own date. Null where no
 * demand falls into these buckets.
 */
export function bucketsOfItem(
  lines: OrderLines,
  own: Uint32Array,
  basis: DemandBasis,
  bucket: Bucket,
  last: number,
): ItemBuckets | null {
  const rows = own.filter((k) => isDemand(lines.kind[k], basis));
  if (rows.length === 0) return null;
  const first = bucketIndex(
    rows.reduce((day, k) => Math.min(day, lines.day[k]), Number.POSITIVE_INFINITY),
    bucket,
  );
  if (first > last) return null;
  const net = new Float64Array(last - first + 1);
  const paid = new Float64Array(net.length);
  const priced = new Float64Array(net.length);
  const bucketOf = bucketOfLine(lines, rows, bucket);
  for (const k of rows) {
    const at = bucketOf(k) - first;
    if (at >= net.length) continue;
    const quantity = lines.quantity[k];
    const price = lines.price[k];
    net[at] += quantity;
    if (!(quantity > 0 && price > 0)) continue;
    paid[at] += price * quantity;
    priced[at] += quantity;
  }
  return {
    first,
    net,
    price: paid.map((value, k) => (priced[k] === 0 ? Number.NaN : value / priced[k])),
    returns: rows.filter((k) => lines.quantity[k] < 0).length,
    dailySquares: dailySquares(lines, rows, bucket, first, last),
  };
}

/** The bucket that a line counts in: its own, for a return that of the first line of what it names. */
function bucketOfLine(lines: OrderLines, rows: Uint32Array, bucket: Bucket): (k: number) => number {
  const own = (k: number) => bucketIndex(lines.day[k], bucket);
  if (rows.every((k) => !(lines.quantity[k] < 0))) return own;
  const originals = new Map<string, number>();
  for (const k of rows) {
    const order = lines.order[k];
    if (!(lines.quantity[k] > 0 && order >= 0)) continue;
    for (const key of [`${order}`, `${order}/${lines.line[k]}`]) {
      if (!originals.has(key)) originals.set(key, own(k));
    }
  }
  return (k) => {
    if (!(lines.quantity[k] < 0)) return own(k);
    const order = lines.order[k];
    return originals.get(`${order}/${lines.line[k]}`) ?? originals.get(`${order}`) ?? own(k);
  };
}

/** Sum of the squared demands of each bucket's days; null where a line is dated by a period. Lines stand by date. */
function dailySquares(
  lines: OrderLines,
  rows: Uint32Array,
  bucket: Bucket,
  first: number,
  last: number,
): Float64Array | null {
  const squares = new Float64Array(last - first + 1);
  const lastDay = bucketEnd(last, bucket);
  const sold = rows.filter((k) => lines.quantity[k] > 0 && lines.day[k] <= lastDay);
  for (let from = 0, to = 0; from < sold.length; from = to) {
    const day = lines.day[sold[from]];
    let quantity = 0;
    for (; to < sold.length && lines.day[sold[to]] === day; to++) {
      if (lines.byPeriod[sold[to]] === 1) return null;
      quantity += lines.quantity[sold[to]];
    }
    squares[bucketIndex(day, bucket) - first] += quantity * quantity;
  }
  return squares;
}

/**
 * No bucket stays below zero: a negative one becomes 0 and its remainder is carried into the following buckets,
 * so that the total is kept; a bucket that nobody observed (NaN) stays. Returns what could not be placed by the end
 * (<= 0).
 * @example carryNegatives(Float64Array.of(100, -20, 50)) // 0, and the values are 100, 0, 30
 */
export function carryNegatives(values: Float64Array): number {
  let carried = 0;
  for (let k = 0; k < values.length; k++) {
    if (Number.isNaN(values[k])) continue;
    const value = values[k] + carried;
    carried = Math.min(0, value);
    values[k] = Math.max(0, value);
  }
  return carried;
}
