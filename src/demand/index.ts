import { bucketDates, bucketEnd, bucketIndex, bucketStart, daysOf, seasonOf } from "../calendar/bucket.ts";
import { dayOf, isoDate } from "../calendar/date.ts";
import type { WorkCalendar } from "../calendar/work-days.ts";
import { InputError } from "../errors.ts";
import type { Issue } from "../issue.ts";
import type { CalendarEntry, Item } from "../item.ts";
import type { OrderLines } from "../order.ts";
import type { Bucket, DemandClass, DemandEvent, Series } from "../series.ts";
import { lastComplete, type Span, usableSpan } from "./as-of.ts";
import { chooseBucket } from "./bucket-choice.ts";
import { bucketsOfItem, carryNegatives, type ItemBuckets } from "./buckets-of-item.ts";
import { classify } from "./classify.ts";
import { basisOf, type DemandBasis, linesByItem } from "./demand-lines.ts";
import { type Delivery, deliveriesOf } from "./lead-times.ts";
import { continued, joined, predecessorsOf } from "./lineage.ts";
import { lastPrice, lastSupplier } from "./prices.ts";
import { isRegular, suspectedStockouts } from "./stockouts.ts";

export interface DemandOptions {
  /** Day number of the last day that counts; absent: the last usable line. */
  readonly asOf?: number;
  readonly bucket: Bucket | "auto";
  /** Buckets that will be forecast (working days are given for them). */
  readonly horizon: number;
  readonly plant: WorkCalendar;
  readonly calendar: readonly CalendarEntry[];
}

/** Regular demand of one item. Positions count buckets from `start`. */
export interface ItemDemand {
  readonly item: string;
  readonly basis: DemandBasis;
  readonly class: DemandClass;
  /** Number of the first bucket with a line. */
  readonly start: number;
  /** Net demand to the last complete bucket; NaN where nobody observed. */
  readonly values: Float64Array;
  readonly partial?: number;
  readonly firstPartial: boolean;
  readonly censored: readonly number[];
  /** What the forecast sees: lineage joined, partial and censored buckets left out. */
  readonly series: Series;
  /** Mean price per bucket of `values`, NaN where none. */
  readonly prices: Float64Array;
  readonly price?: number;
  readonly currency?: string;
  readonly supplier?: string;
  /** Demand of the last twelve months. */
  readonly annualQuantity: number;
  readonly deliveries: readonly Delivery[];
  /**
   * How unevenly demand falls on the working days of a bucket: mean over the last year's buckets of the sum of squared
   * daily demands, less what an even spread would have. 0 where nothing is known of days.
   */
  readonly burst: number;
}

export interface Demand {
  readonly asOf: number;
  readonly bucket: Bucket;
  /** Numbers of the first bucket of the file and the last complete one. */
  readonly firstBucket: number;
  readonly lastBucket: number;
  readonly items: readonly ItemDemand[];
  readonly issues: readonly Issue[];
}

/**
 * Order lines to regular series: one value a bucket from an item's first line to the last complete bucket.
 * Throws InputError when no line counts.
 */
export function demandOf(
  lines: OrderLines,
  items: ReadonlyMap<string, Item>,
  options: DemandOptions,
): Demand {
  const issues: Issue[] = [];
  const span = usableSpan(lines, options.asOf, issues);
  if (span === null) {
    throw new InputError("no-usable-line", "no order line can be used: check the date column and --as-of");
  }
  const asOf = options.asOf ?? span.last;
  const bucket = options.bucket === "auto" ? chooseBucket(lines, span) : options.bucket;
  const firstBucket = bucketIndex(span.first, bucket);
  const lastBucket = lastComplete(bucket, asOf, options.plant);
  if (lastBucket < firstBucket) {
    throw new InputError(
      "no-complete-bucket",
      `the lines from ${isoDate(span.first)} to ${isoDate(asOf)} fill no complete ${bucket}: use a smaller --bucket or a longer history`,
    );
  }
  const axis: Axis = {
    bucket,
    first: firstBucket,
    last: lastBucket,
    observed: observedBuckets(lines, span, bucket, firstBucket, lastBucket, issues),
    workingDays: workingDays(bucket, firstBucket, lastBucket + options.horizon + 1, options.plant),
    firstPartial: beginsInside(lines, span, bucket, options.plant),
    asOf,
  };
  reportLocations(lines, issues);
  const grouped = linesByItem(lines, span);
  const raw: RawItem[] = [];
  for (let k = 0; k < grouped.names.length; k++) {
    const name = grouped.names[k] as string;
    const own = grouped.order.subarray(grouped.from[k], grouped.from[k + 1]);
    if (own.length === 0) continue;
    const item = rawItem(lines, own, name, axis, issues);
    if (item !== null) raw.push(item);
  }
  addLikeItems(raw, items, axis);
  raw.sort((a, b) => (a.item < b.item ? -1 : a.item > b.item ? 1 : 0));
  censor(raw, axis, options.calendar, issues);
  return {
    asOf,
    bucket,
    firstBucket,
    lastBucket,
    items: finished(raw, items, axis, options, issues),
    issues,
  };
}

interface Axis {
  readonly bucket: Bucket;
  readonly first: number;
  readonly last: number;
  /** By bucket number less `first`: 1 where the file has lines. */
  readonly observed: Uint8Array;
  /** By bucket number less `first`; undefined where buckets are days. */
  readonly workingDays: Float64Array | undefined;
  readonly firstPartial: boolean;
  readonly asOf: number;
}

interface RawItem {
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
  readonly burst: number;
}

/** Demand of all locations counts together: nobody should have to find that out. */
function reportLocations(lines: OrderLines, issues: Issue[]): void {
  const names = [...lines.locations.values].sort();
  if (names.length < 2) return;
  const text = `${names.slice(0, 5).join(", ")}${names.length > 5 ? ", …" : ""}`;
  issues.push({ code: "locations-together", severity: "info", count: names.length, text });
}

function observedBuckets(
  lines: OrderLines,
  span: Span,
  bucket: Bucket,
  first: number,
  last: number,
  issues: Issue[],
): Uint8Array {
  const observed = new Uint8Array(last - first + 1);
  for (let k = 0; k < lines.length; k++) {
    const day = lines.day[k] as number;
    if (day < span.first || day > span.last) continue;
    const index = bucketIndex(day, bucket);
    if (index <= last) observed[index - first] = 1;
  }
  const missing: number[] = [];
  for (let k = 0; k < observed.length; k++) if (observed[k] === 0) missing.push(first + k);
  if (missing.length > 0 && bucket !== "day") {
    issues.push({
      code: "bucket-without-lines",
      severity: "warning",
      buckets: missing.length,
      text: missing
        .slice(0, 12)
        .map((index) => isoDate(bucketStart(index, bucket)))
        .join(", "),
    });
  }
  return observed;
}

/** True when the file's first line stands after the first working day of its bucket. */
function beginsInside(lines: OrderLines, span: Span, bucket: Bucket, plant: WorkCalendar): boolean {
  if (bucket === "day") return false;
  for (let k = 0; k < lines.length; k++) {
    if (lines.day[k] === span.first && lines.byPeriod[k] === 1) return false;
  }
  return span.first > plant.next(bucketStart(bucketIndex(span.first, bucket), bucket));
}

function workingDays(
  bucket: Bucket,
  first: number,
  last: number,
  plant: WorkCalendar,
): Float64Array | undefined {
  if (bucket === "day") return undefined;
  const days = new Float64Array(last - first + 1);
  for (let k = 0; k < days.length; k++) {
    days[k] = plant.count(bucketStart(first + k, bucket), bucketEnd(first + k, bucket));
  }
  return days;
}

function rawItem(
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
      bucketIndex(axis.asOf, axis.bucket) > axis.last
        ? Math.max(0, (sums.net[complete] as number) + left)
        : undefined,
    prices: sums.price.slice(0, complete),
    censored: [],
    marked: new Set(),
    price: price?.price,
    currency: price?.currency,
    supplier: lastSupplier(lines, own),
    deliveries: deliveriesOf(lines, own, name),
    burst: burstOf(sums, complete, axis),
  };
}

function burstOf({ dailySquares, net, first }: ItemBuckets, complete: number, axis: Axis): number {
  if (dailySquares === null || axis.workingDays === undefined || complete === 0) return 0;
  let sum = 0;
  const from = Math.max(0, complete - Math.max(1, Math.round(365.2425 / daysOf[axis.bucket])));
  for (let k = from; k < complete; k++) {
    const open = Math.max(1, axis.workingDays[first + k - axis.first] as number);
    const total = Math.max(0, net[k] as number);
    sum += (dailySquares[k] as number) - (total * total) / open;
  }
  return Math.max(0, sum / (complete - from));
}

/** Items of the master data that have no line yet but name an item they will behave like. */
function addLikeItems(raw: RawItem[], items: ReadonlyMap<string, Item>, axis: Axis): void {
  const known = new Map(raw.map((one) => [one.item, one]));
  for (const item of items.values()) {
    const model = item.likeItem === undefined ? undefined : known.get(item.likeItem);
    if (known.has(item.item) || model === undefined) continue;
    raw.push({
      item: item.item,
      basis: model.basis,
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
      burst: 0,
    });
  }
}

/** Marks buckets without stock: by the calendar file, or suspected in a regular item. */
function censor(
  raw: readonly RawItem[],
  axis: Axis,
  calendar: readonly CalendarEntry[],
  issues: Issue[],
): void {
  const marks = calendar.filter((entry) => entry.kind === "stockout");
  const regular = raw.filter((one) => isRegular(one.values));
  const silent = new Float64Array(axis.last - axis.first + 1);
  const active = new Float64Array(silent.length);
  for (const one of regular) {
    for (let k = 0; k < one.values.length; k++) {
      active[one.start - axis.first + k]! += 1;
      if (one.values[k] === 0) silent[one.start - axis.first + k]! += 1;
    }
  }
  const byItem = new Map(raw.map((one) => [one.item, one]));
  for (const mark of marks) {
    const targets =
      mark.item === undefined ? raw : [byItem.get(mark.item)].filter((one) => one !== undefined);
    for (const one of targets) {
      const from = Math.max(bucketIndex(dayOf(mark.from), axis.bucket) - one.start, 0);
      const to = Math.min(bucketIndex(dayOf(mark.to), axis.bucket) - one.start, one.values.length - 1);
      for (let k = from; k <= to; k++) one.marked.add(k);
    }
  }
  for (const one of raw) one.censored.push(...one.marked);
  for (const one of regular) {
    const quiet = (k: number) => {
      const at = one.start - axis.first + k;
      return regular.length < 5 ? 0 : (silent[at] as number) / (active[at] as number);
    };
    const found = suspectedStockouts(one.values, quiet).filter((k) => !one.censored.includes(k));
    if (found.length === 0) continue;
    one.censored.push(...found);
    issues.push({
      code: "stockout-suspected",
      severity: "warning",
      item: one.item,
      text: found.map((k) => isoDate(bucketStart(one.start + k, axis.bucket))).join(", "),
    });
  }
  for (const one of raw) one.censored.sort((a, b) => a - b);
}

function finished(
  raw: readonly RawItem[],
  items: ReadonlyMap<string, Item>,
  axis: Axis,
  options: DemandOptions,
  issues: Issue[],
): ItemDemand[] {
  const byItem = new Map(raw.map((one) => [one.item, one]));
  const predecessors = predecessorsOf(items, issues);
  const yearBuckets = Math.max(1, Math.round(365.2425 / daysOf[axis.bucket]));
  return raw.map((one) => {
    const master = items.get(one.item);
    const seen = seenByForecast(one, axis);
    let track = { start: one.start, values: seen };
    for (const before of predecessors.get(one.item) ?? []) {
      const old = byItem.get(before.item);
      if (old !== undefined) track = joined(track, { start: old.start, values: seenByForecast(old, axis) });
    }
    const like = master?.likeItem === undefined ? undefined : byItem.get(master.likeItem);
    if (like !== undefined && one.values.length < yearBuckets) {
      track = continued(
        track,
        { start: like.start, values: seenByForecast(like, axis) },
        master?.likeFactor ?? 1,
      );
    }
    let annualQuantity = 0;
    for (const value of one.values.slice(-yearBuckets)) annualQuantity += Number.isNaN(value) ? 0 : value;
    return {
      item: one.item,
      basis: one.basis,
      class: classify(track.values, axis.bucket),
      start: one.start,
      values: withUnobserved(one),
      ...(one.partial === undefined ? {} : { partial: one.partial }),
      firstPartial: axis.firstPartial && one.start === axis.first,
      censored: one.censored,
      series: seriesOf(one.item, track, axis, master, options),
      prices: one.prices,
      ...(one.price === undefined ? {} : { price: one.price }),
      ...(one.currency === undefined ? {} : { currency: one.currency }),
      ...(one.supplier === undefined ? {} : { supplier: one.supplier }),
      annualQuantity,
      deliveries: one.deliveries,
      burst: one.burst,
    };
  });
}

/**
 * The history that is shown: a bucket without demand that the calendar marks is unobserved; one that only looks like
 * missing stock stays 0, as the file says, and is named in `censored`.
 */
function withUnobserved(one: RawItem): Float64Array {
  const values = one.values.slice();
  for (const k of one.marked) if (values[k] === 0) values[k] = Number.NaN;
  return values;
}

function seenByForecast(one: RawItem, axis: Axis): Float64Array {
  const values = one.values.slice();
  for (const k of one.censored) values[k] = Number.NaN;
  if (axis.firstPartial && one.start === axis.first && values.length > 1) values[0] = Number.NaN;
  return values;
}

function seriesOf(
  item: string,
  track: { start: number; values: Float64Array },
  axis: Axis,
  master: Item | undefined,
  options: DemandOptions,
): Series {
  const events: DemandEvent[] = options.calendar
    .filter((entry) => entry.kind === "promotion" || entry.kind === "event")
    .filter((entry) => entry.item === undefined || entry.item === item)
    .filter((entry) => entry.item !== undefined || entry.scope === undefined || entry.scope === master?.group)
    .map((entry) => ({
      from: entry.from,
      to: entry.to,
      kind: entry.kind === "promotion" ? "promotion" : "event",
      ...(entry.factor === undefined ? {} : { factor: entry.factor }),
    }));
  // A leading stretch that nobody observed says nothing.
  let skip = 0;
  while (skip < track.values.length && Number.isNaN(track.values[skip] as number)) skip += 1;
  const start = track.start + skip;
  return {
    item,
    bucket: axis.bucket,
    start: bucketDates(start, 1, axis.bucket)[0] as string,
    period: seasonOf[axis.bucket],
    values: track.values.slice(skip),
    ...(master?.group === undefined ? {} : { group: master.group }),
    ...(events.length === 0 ? {} : { events }),
    ...(axis.workingDays === undefined || start < axis.first
      ? {}
      : { workingDays: axis.workingDays.slice(start - axis.first) }),
  };
}
