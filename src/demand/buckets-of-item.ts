import { bucketIndex } from "../calendar/bucket.ts";
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
 * Sums an item's demand lines into buckets `first` to `last`. A return or cancellation counts in the bucket of
 * the line it names (same document, and line number where given), else in that of its own date.
 */
export function bucketsOfItem(
  lines: OrderLines,
  own: Uint32Array,
  basis: DemandBasis,
  bucket: Bucket,
  last: number,
): ItemBuckets | null {
  const originals = new Map<string, number>();
  let first = Number.POSITIVE_INFINITY;
  for (const k of own) {
    if (!isDemand(lines.kind[k], basis)) continue;
    const index = bucketIndex(lines.day[k], bucket);
    if (index < first) first = index;
    const order = lines.order[k];
    if (lines.quantity[k] > 0 && order >= 0) {
      for (const key of [`${order}`, `${order}/${lines.line[k]}`]) {
        if (!originals.has(key)) originals.set(key, index);
      }
    }
  }
  if (first > last) return null;
  const net = new Float64Array(last - first + 1);
  const paid = new Float64Array(net.length);
  const priced = new Float64Array(net.length);
  const dailySquares = new Float64Array(net.length);
  let byPeriod = false;
  let day = Number.NaN;
  let ofDay = 0;
  let returns = 0;
  const closeDay = () => {
    const at = bucketIndex(day, bucket) - first;
    if (ofDay > 0 && at >= 0 && at < net.length) dailySquares[at] += ofDay * ofDay;
    ofDay = 0;
  };
  for (const k of own) {
    if (!isDemand(lines.kind[k], basis)) continue;
    const quantity = lines.quantity[k];
    let index = bucketIndex(lines.day[k], bucket);
    if (quantity < 0) {
      returns += 1;
      const order = lines.order[k];
      index = originals.get(`${order}/${lines.line[k]}`) ?? originals.get(`${order}`) ?? index;
    }
    if (index > last) continue;
    if (quantity > 0) {
      if (lines.day[k] !== day) closeDay();
      day = lines.day[k];
      ofDay += quantity;
      if (lines.byPeriod[k] === 1) byPeriod = true;
    }
    net[index - first] += quantity;
    const price = lines.price[k];
    if (quantity > 0 && price > 0) {
      paid[index - first] += price * quantity;
      priced[index - first] += quantity;
    }
  }
  closeDay();
  const price = paid.map((value, k) => (priced[k] === 0 ? Number.NaN : value / priced[k]));
  return { first, net, price, returns, dailySquares: byPeriod ? null : dailySquares };
}

/**
 * No bucket stays below zero: a negative one becomes 0 and its remainder is carried into the following buckets,
 * so that the total is kept. Returns what could not be placed by the end (<= 0).
 * @example carryNegatives(Float64Array.of(100, -20, 50)) // 0, and the values are 100, 0, 30
 */
export function carryNegatives(values: Float64Array): number {
  let carried = 0;
  for (let k = 0; k < values.length; k++) {
    const value = values[k] + carried;
    carried = Math.min(0, value);
    values[k] = Math.max(0, value);
  }
  return carried;
}
