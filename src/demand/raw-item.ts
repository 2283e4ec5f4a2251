import { bucketIndex, bucketsPerYear } from "../calendar/bucket.ts";

import type { Issue } from "../issue.ts";
import type { Item } from "../item.ts";
import { noDay, type OrderLines } from "../order.ts";
import type { Axis } from "./axis.ts";
import { bucketsOfItem, carryNegatives, type ItemBuckets } from "./buckets-of-item.ts";
import { basisOf, type DemandBasis, isDemand, receipt } from "./demand-lines.ts";
import { type Delivery, deliveriesOf } from "./lead-times.ts";
import { mostGenerations } from "./lineage.ts";
import { lastPrice, lastSupplier } from "./prices.ts";

/** Buckets of one item before what is missing or shared is settled. */
export interface RawItem {
  readonly item: string;
  readonly basis: DemandBasis;
  start: number;
  values: Float64Array;
  partial: number | undefined;
  prices: Float64Array;
  censored: number[];
  /** Positions that the calendar marks: without demand they are unobserved. */
  marked: Set<number>;
  readonly price: number | undefined;
  readonly currency: string | undefined;
  readonly supplier: string | undefined;
  readonly deliveries: readonly Delivery[];
  /** Lines that ask for something. */
  readonly demands: number;
  /** Positions of the buckets in which something came in. */
  readonly received: ReadonlySet<number>;
  readonly burst: number;
}

export function rawItem(
  lines: OrderLines,
  own: Uint32Array,
  name: string,
  axis: Axis,
  issues: Issue[],
): RawItem | null {
  const basis = basisOf(lines, own);
  if (basis === null) {
    issues.push({ code: "no-demand-lines", severity: "info", item: name, lines: own.length });
    return null;
  }
  const sums = bucketsOfItem(lines, own, basis, axis.bucket, axis.last + 1);
  if (sums === null) return null;
  const complete = Math.max(0, axis.last - sums.first + 1);
  const values = sums.net.slice(0, complete);
  const lowest = Math.min(...values);
  const left = carryNegatives(values);
  if (lowest < 0) {
    issues.push({ code: "returns-exceed-demand", severity: "info", item: name, lowest, left });
  }
  for (let k = 0; k < values.length; k++) {
    if (axis.observed[sums.first + k - axis.first] === 0 && values[k] === 0) values[k] = Number.NaN;
  }
  const price = lastPrice(lines, own);
  return {
    item: name,
    basis,
    start: sums.first,
    values,
    partial:
      bucketIndex(axis.asOf, axis.bucket) > axis.last ? Math.max(0, sums.net[complete] + left) : undefined,
    prices: sums.price.slice(0, complete),
    censored: [],
    marked: new Set(),
    price: price?.price,
    currency: price?.currency,
    supplier: lastSupplier(lines, own),
    deliveries: deliveriesOf(lines, own, name),
    demands: own.filter((k) => isDemand(lines.kind[k], basis) && lines.quantity[k] > 0).length,
    received: receivedIn(lines, own, sums.first, axis),
    burst: burstOf(sums, complete, axis),
  };
}

/** Positions, counted from bucket `first`, of the buckets up to as-of in which something came in. */
function receivedIn(lines: OrderLines, own: Uint32Array, first: number, axis: Axis): Set<number> {
  const found = new Set<number>();
  for (const k of own) {
    const day = lines.kind[k] === receipt ? lines.day[k] : lines.receiptDay[k];
    if (day !== noDay && day <= axis.asOf && lines.quantity[k] > 0)
      found.add(bucketIndex(day, axis.bucket) - first);
  }
  return found;
}

function burstOf({ dailySquares, net, first }: ItemBuckets, complete: number, axis: Axis): number {
  if (dailySquares === null || axis.workingDays === undefined || complete === 0) return 0;
  let sum = 0;
  const from = Math.max(0, complete - Math.max(1, Math.round(bucketsPerYear[axis.bucket])));
  for (let k = from; k < complete; k++) {
    const open = Math.max(1, axis.workingDays[first + k - axis.first]);
    const total = Math.max(0, net[k]);
    sum += dailySquares[k] - (total * total) / open;
  }
  return Math.max(0, sum / (complete - from));
}

/** What the items without a line of their own that take over from others take over, also through one without a line. */
function takenOver(
  items: ReadonlyMap<string, Item>,
  known: ReadonlyMap<string, RawItem>,
): Map<string, RawItem> {
  const found = new Map<string, RawItem>();
  let count = -1;
  for (let k = 0; k < mostGenerations && count < found.size; k++) {
    count = found.size;
    for (const { item, successor, successorFrom } of items.values()) {
      const before = known.get(item) ?? found.get(item);
      if (successor === undefined || successorFrom === undefined || before === undefined) continue;
      if (items.has(successor) && !known.has(successor) && !found.has(successor))
        found.set(successor, before);
    }
  }
  return found;
}

/**
 * Items of the master data that have no line yet but name an item they will behave like, take over from one at a date,
 * or that somebody is known to need (`required`).
 */
export function addItemsWithoutLines(
  raw: RawItem[],
  items: ReadonlyMap<string, Item>,
  required: ReadonlySet<string>,
  axis: Axis,
): void {
  const known = new Map(raw.map((one) => [one.item, one]));
  const before = takenOver(items, known);
  for (const item of items.values()) {
    const like = item.likeItem === undefined ? undefined : known.get(item.likeItem);
    const model = like ?? before.get(item.item);
    if (known.has(item.item) || (model === undefined && !required.has(item.item))) continue;
    raw.push({
      item: item.item,
      basis: model?.basis ?? "sale",
      start: axis.last + 1,
      values: new Float64Array(0),
      partial: undefined,
      prices: new Float64Array(0),
      censored: [],
      marked: new Set(),
      price: undefined,
      currency: undefined,
      supplier: undefined,
      deliveries: [],
      demands: 0,
      received: new Set(),
      burst: 0,
    });
  }
}
