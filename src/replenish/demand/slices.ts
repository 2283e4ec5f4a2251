import { bucketEnd, bucketIndex, bucketStart } from "../../calendar/bucket.ts";
import { dayOf } from "../../calendar/date.ts";
import type { WorkCalendar } from "../../calendar/work-days.ts";
import type { Forecast } from "../../forecast.ts";
import type { Requirement } from "../../item.ts";
import type { Bucket } from "../../series.ts";
import type { Takeover } from "../context.ts";

/** One future bucket of a forecast, or what today and the item's last day leave of it. Days are day numbers. */
export interface Slice {
  readonly from: number;
  readonly to: number;
  /** Working days. */
  readonly open: number;
  /** Forecast left after known requirements took their share. */
  readonly rest: number;
}

/** A known requirement; one that is overdue is needed tomorrow. */
export interface KnownNeed {
  readonly day: number;
  /** Day for which it was asked: what is overdue consumes the forecast of its own time, not that of today. */
  readonly asked: number;
  readonly quantity: number;
  /** True for a project: it comes on top of the forecast. */
  readonly isOnTop: boolean;
}

/** A forecast and the days that it is cut by, as day numbers. */
export interface SliceInput {
  readonly forecast: Forecast;
  readonly bucket: Bucket;
  readonly today: number;
  readonly plant: WorkCalendar;
  /** Day after which the item is no longer used. */
  readonly lastDay?: number;
  /** Only known requirements count. */
  readonly requirementsOnly?: boolean;
  /** Where the item takes over from another one. */
  readonly takeover?: Takeover;
  /** Days before a known requirement whose forecast it consumes; absent: as many as after it. */
  readonly consumptionDaysBefore?: number | null;
  /** Days after it; absent: to the end of its bucket. */
  readonly consumptionDaysAfter?: number | null;
}

/** Kinds of requirements that no forecast can hold. */
const onTopKind = /^(proje[ck]t|on[ -]?top|zusatz|einmalig|one[ -]?off|additional)/i;

/** Requirements with a day and a quantity, ascending by day. */
export const knownNeeds = (requirements: readonly Requirement[], today: number): KnownNeed[] =>
  requirements
    .map(({ date, quantity, kind = "" }) => ({
      day: Math.max(dayOf(date), today + 1),
      asked: dayOf(date),
      quantity,
      isOnTop: onTopKind.test(kind.trim()),
    }))
    .filter(({ day, quantity }) => Number.isFinite(day) && quantity > 0)
    .sort((a, b) => a.day - b.day || a.quantity - b.quantity);

/** Forecast from tomorrow on, bucket by bucket, less what known requirements consume of it. */
export function slicesOf(input: SliceInput, needs: readonly KnownNeed[]): Slice[] {
  let slices = takenOver(wholeSlices(input), input);
  // the last first: an early one would eat the days of those after it and leave its own
  for (const need of needs.toReversed()) if (!need.isOnTop) slices = consumed(slices, need, input);
  return slices;
}

/** Slices of which an item that takes over from another one has only its own part until it does. */
function takenOver(slices: Slice[], input: SliceInput): Slice[] {
  if (input.takeover === undefined) return slices;
  const { firstDay, ownShare } = input.takeover;
  return cutAt(slices, firstDay, input).map((slice) =>
    slice.to < firstDay ? { ...slice, rest: ownShare * slice.rest } : slice,
  );
}

/** Buckets of the forecast from tomorrow on. */
function wholeSlices(input: SliceInput): Slice[] {
  const { forecast, bucket, today, lastDay = Number.POSITIVE_INFINITY } = input;
  const start = forecast.start === undefined ? today + 1 : dayOf(forecast.start);
  const first = bucketIndex(start, bucket);
  const slices: Slice[] = [];
  for (const [k, mean] of forecast.demand.mean.entries()) {
    const bucketFrom = bucketStart(first + k, bucket);
    if (bucketFrom > lastDay) break;
    const bucketTo = bucketEnd(first + k, bucket);
    const from = Math.max(bucketFrom, today + 1);
    const to = Math.min(bucketTo, lastDay);
    if (to < from) continue;
    const { open, share } = partOf(input, { from, to }, { from: bucketFrom, to: bucketTo });
    slices.push({ from, to, open, rest: input.requirementsOnly === true ? 0 : Math.max(0, mean) * share });
  }
  return slices;
}

/**
 * Slices less what a known requirement consumes: first of the days from its own on to the end of its bucket, then of as
 * many days before it. So an order at the end of a month leaves the demand of the weeks before it alone.
 */
function consumed(slices: readonly Slice[], { asked: day, quantity }: KnownNeed, input: SliceInput): Slice[] {
  const { bucket, consumptionDaysBefore, consumptionDaysAfter } = input;
  const after = consumptionDaysAfter ?? bucketEnd(bucketIndex(day, bucket), bucket) - day;
  const before = consumptionDaysBefore ?? after + 1;
  const cut = [day - before, day, day + after + 1].reduce((parts, at) => cutAt(parts, at, input), slices);
  const windows = [
    { from: day, to: day + after },
    { from: day - before, to: day - 1 },
  ];
  let left = quantity;
  let rest = [...cut];
  for (const { from, to } of windows) {
    const isIn = (slice: Slice) => slice.from >= from && slice.to <= to;
    const there = rest.reduce((sum, slice) => sum + (isIn(slice) ? slice.rest : 0), 0);
    const share = there > 0 ? Math.min(1, left / there) : 0;
    rest = rest.map((slice) => (isIn(slice) ? { ...slice, rest: slice.rest * (1 - share) } : slice));
    left -= share * there;
  }
  return rest;
}

/** Slices of which one ends on the day before `at`. */
function cutAt(slices: readonly Slice[], at: number, { bucket, plant }: SliceInput): Slice[] {
  return slices.flatMap((slice) => {
    const { from, to, open, rest } = slice;
    if (at <= from || at > to) return [slice];
    const early = bucket === "day" ? 0 : plant.count(from, at - 1);
    const share = bucket === "day" || open === 0 ? (at - from) / (to - from + 1) : early / open;
    return [
      { from, to: at - 1, open: early, rest: share * rest },
      { from: at, to, open: open - early, rest: (1 - share) * rest },
    ];
  });
}

interface Days {
  readonly from: number;
  readonly to: number;
}

/** Working days of a part of a bucket, and the share of the bucket's demand that falls into it. */
function partOf({ bucket, plant }: SliceInput, part: Days, whole: Days): { open: number; share: number } {
  if (bucket === "day") return { open: 1, share: 1 };
  const open = plant.count(part.from, part.to);
  const all = plant.count(whole.from, whole.to);
  return { open, share: all > 0 ? open / all : (part.to - part.from + 1) / (whole.to - whole.from + 1) };
}
