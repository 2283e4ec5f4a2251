import { bucketDates, bucketsPerYear, seasonOf } from "../calendar/bucket.ts";
import type { WorkCalendar } from "../calendar/work-days.ts";
import { defined } from "../defined.ts";

import type { Issue } from "../issue.ts";
import type { CalendarEntry, Item } from "../item.ts";

import type { Bucket, DemandClass, Series } from "../series.ts";
import type { Axis } from "./axis.ts";
import { classify } from "./classify.ts";
import type { DemandBasis } from "./demand-lines.ts";
import type { Shelf } from "./empty-shelf.ts";
import { eventsOf } from "./events.ts";
import type { Delivery } from "./lead-times.ts";
import { ancestorsOf, continued, hasEndedBefore, joined, predecessorsOf, type Track } from "./lineage.ts";
import type { RawItem } from "./raw-item.ts";
import { datesToChoose, successorQuestion } from "./successor-dates.ts";

export interface DemandOptions {
  /** Day number of the last day that counts; absent: the last usable line. */
  readonly asOf?: number;
  readonly bucket: Bucket | "auto";
  /** Buckets that will be forecast (working days are given for them). */
  readonly horizon: number;
  readonly plant: WorkCalendar;
  readonly calendar: readonly CalendarEntry[];
  /** Items with known requirements: they are planned although no line shows demand. */
  readonly required?: ReadonlySet<string>;
  /** What is known of an item's shelf at as-of; absent: nothing. */
  readonly shelf?: (item: string, asOf: number) => Shelf | undefined;
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

/** Raw demand to the regular demand of every item: what its forecast may see of others, its class, its series. */
export function itemDemands(
  raw: readonly RawItem[],
  items: ReadonlyMap<string, Item>,
  axis: Axis,
  options: DemandOptions,
  issues: Issue[],
): ItemDemand[] {
  const byItem = new Map(raw.map((one) => [one.item, one]));
  const predecessors = predecessorsOf(items, issues);
  for (const [successor, before] of predecessors) {
    if (byItem.has(successor) || items.has(successor)) continue;
    for (const { item } of before)
      issues.push({ code: "successor-unknown", severity: "warning", item, text: successor });
  }
  // without a date an item has the demand of another one only where that ended when its own began
  const counts = ({ item, successorFrom }: Item, successor: string): boolean => {
    const [old, own] = [byItem.get(item), byItem.get(successor)];
    return (
      successorFrom !== undefined || old === undefined || (own !== undefined && hasEndedBefore(old, own))
    );
  };
  for (const [successor, before] of predecessors) {
    for (const old of before) {
      const { item } = old;
      if (!counts(old, successor) && items.has(successor)) {
        const question = { id: successorQuestion(item), candidates: datesToChoose(axis.asOf) };
        issues.push({ code: "successor-date-missing", severity: "warning", item, text: successor, question });
      }
    }
  }
  for (const { item } of raw) {
    const like = items.get(item)?.likeItem;
    if (like !== undefined && !byItem.has(like))
      issues.push({ code: "like-item-unknown", severity: "warning", item, text: like });
  }
  return raw.map((one) => {
    const master = items.get(one.item);
    const before = ancestorsOf(one.item, predecessors, counts).flatMap((item) => byItem.get(item) ?? []);
    const like = master?.likeItem === undefined ? undefined : byItem.get(master.likeItem);
    return itemDemand(one, { before, like }, axis, master, options);
  });
}

/** Items whose history counts for another one. */
interface Lineage {
  /** Its predecessors: their demand is its own. */
  readonly before: readonly RawItem[];
  /** The item that a new one will behave like. */
  readonly like: RawItem | undefined;
}

const bucketsOfYear = ({ bucket }: Axis): number => Math.max(1, Math.round(bucketsPerYear[bucket]));

function itemDemand(
  one: RawItem,
  { before, like }: Lineage,
  axis: Axis,
  master: Item | undefined,
  options: DemandOptions,
): ItemDemand {
  const trackOf = (raw: RawItem): Track => ({ start: raw.start, values: seenByForecast(raw, axis) });
  const own = before.reduce((track, old) => joined(track, trackOf(old)), trackOf(one));
  const asOther = like !== undefined && one.values.length < bucketsOfYear(axis);
  const track = asOther ? continued(own, trackOf(like), master?.likeFactor ?? 1) : own;
  const isNew = asOther && classify(one.values, axis.bucket) === "new";
  const year = one.values.slice(-bucketsOfYear(axis)).filter((value) => !Number.isNaN(value));
  return {
    item: one.item,
    basis: one.basis,
    class: isNew ? "new" : classify(track.values, axis.bucket),
    start: one.start,
    values: withUnobserved(one),
    ...defined({ partial: one.partial }),
    firstPartial: axis.firstPartial && one.start === axis.first,
    censored: one.censored,
    series: {
      ...seriesOf(one.item, track, axis, master, options),
      ...(one.demands === 1 && track.values.length === one.values.length ? { single: true as const } : {}),
    },
    prices: one.prices,
    ...defined({ price: one.price, currency: one.currency, supplier: one.supplier }),
    annualQuantity: year.reduce((sum, value) => sum + value, 0),
    deliveries: one.deliveries,
    burst: one.burst,
  };
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
  track: Track,
  axis: Axis,
  master: Item | undefined,
  options: DemandOptions,
): Series {
  const events = eventsOf(options.calendar, item, master?.group, options.plant);
  // A leading stretch that nobody observed says nothing.
  let skip = 0;
  while (skip < track.values.length && Number.isNaN(track.values[skip])) skip += 1;
  const start = track.start + skip;
  return {
    item,
    bucket: axis.bucket,
    start: bucketDates(start, 1, axis.bucket)[0],
    period: seasonOf[axis.bucket],
    values: track.values.slice(skip),
    ...(master?.group === undefined ? {} : { group: master.group }),
    ...(events.length === 0 ? {} : { events }),
    ...(axis.workingDays === undefined || start < axis.first
      ? {}
      : // a view: of 400 buckets ahead each item would hold 3.5 KB of its own
        { workingDays: axis.workingDays.subarray(start - axis.first) }),
  };
}
