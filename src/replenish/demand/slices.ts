import { bucketEnd, bucketIndex, bucketStart } from "../../calendar/bucket.ts";
import { dayOf } from "../../calendar/date.ts";
import type { WorkCalendar } from "../../calendar/work-days.ts";
import type { Forecast } from "../../forecast.ts";
import type { Requirement } from "../../item.ts";
import type { Bucket } from "../../series.ts";

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
  readonly quantity: number;
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
}

/** Requirements with a day and a quantity, ascending by day. */
export const knownNeeds = (requirements: readonly Requirement[], today: number): KnownNeed[] =>
  requirements
    .map(({ date, quantity }) => ({ day: Math.max(dayOf(date), today + 1), quantity }))
    .filter(({ day, quantity }) => Number.isFinite(day) && quantity > 0)
    .sort((a, b) => a.day - b.day || a.quantity - b.quantity);

/** Buckets of the forecast from tomorrow on, each less the requirements known in it. */
export function slicesOf(input: SliceInput, needs: readonly KnownNeed[]): Slice[] {
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
    const gross = input.requirementsOnly === true ? 0 : Math.max(0, mean) * share;
    let known = 0;
    for (const need of needs) if (need.day >= from && need.day <= to) known += need.quantity;
    slices.push({ from, to, open, rest: Math.max(0, gross - known) });
  }
  return slices;
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
