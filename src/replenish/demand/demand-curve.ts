import { bucketEnd, bucketIndex, bucketStart, daysOf } from "../../calendar/bucket.ts";
import { dayOf } from "../../calendar/date.ts";
import type { WorkCalendar } from "../../calendar/work-days.ts";
import type { Forecast } from "../../forecast.ts";
import type { Requirement } from "../../item.ts";
import type { Bucket } from "../../series.ts";
import { meanOfLength, quantilesOfLength } from "./forecast-length.ts";
import { usualWorkingDays } from "./usual-days.ts";

/** Demand from the day after `today` on, known requirements consuming the forecast of their bucket. */
export interface DemandCurve {
  readonly today: number;
  /** Expected demand of the next `days` calendar days, counted as their usual number of working days. */
  mean(days: number): number;
  /** Quantiles of the same at the forecast's levels, into `values`: what an order must cover. */
  quantiles(days: number, values: Float64Array): void;
  /** Levels of the quantiles. */
  readonly levels: readonly number[];
  /** Expected demand of (today, day], by the working days that really lie there. */
  until(day: number): number;
  /** First day by whose end the expected demand reaches `amount`; undefined when never. */
  dayOf(amount: number): number | undefined;
  /** Known requirements due in (today, day], overdue ones included. */
  known(day: number): number;
}

export interface CurveInput {
  readonly forecast: Forecast;
  readonly bucket: Bucket;
  readonly requirements: readonly Requirement[];
  readonly today: number;
  readonly plant: WorkCalendar;
  /** Day after which the item is no longer used. */
  readonly lastDay?: number;
  /** Sum of the squared demands of a bucket's days, on average. */
  readonly burst?: number;
  /** Only known requirements count. */
  readonly requirementsOnly?: boolean;
}

/** One future bucket, or what today leaves of it. */
interface Slice {
  readonly from: number;
  readonly to: number;
  readonly open: number;
  /** Forecast left after known requirements took their share. */
  readonly rest: number;
  /** Forecast before that. */
  readonly gross: number;
  readonly known: number;
}

function slicesOf(input: CurveInput, dated: readonly { day: number; quantity: number }[]): Slice[] {
  const { forecast, bucket, today, plant } = input;
  const { mean } = forecast.demand;
  const start = forecast.start === undefined ? today + 1 : dayOf(forecast.start);
  const first = bucketIndex(start, bucket);
  const end = input.lastDay ?? Number.POSITIVE_INFINITY;
  const slices: Slice[] = [];
  for (let k = 0; k < mean.length; k++) {
    const bucketFrom = bucketStart(first + k, bucket);
    const bucketTo = bucketEnd(first + k, bucket);
    const from = Math.max(bucketFrom, today + 1);
    const to = Math.min(bucketTo, end);
    if (to < from) {
      if (bucketFrom > end) break;
      continue;
    }
    const open = bucket === "day" ? 1 : plant.count(from, to);
    const all = bucket === "day" ? 1 : plant.count(bucketFrom, bucketTo);
    const share = all > 0 ? open / all : (to - from + 1) / (bucketTo - bucketFrom + 1);
    const gross = input.requirementsOnly === true ? 0 : Math.max(0, mean[k]) * share;
    let known = 0;
    for (const need of dated) if (need.day >= from && need.day <= to) known += need.quantity;
    slices.push({ from, to, open, gross, known, rest: Math.max(0, gross - known) });
  }
  return slices;
}

/** The demand curve of an item. */
export function demandCurve(input: CurveInput): DemandCurve {
  const { forecast, bucket, today, plant } = input;
  const dated = input.requirements
    .map(({ date, quantity }) => ({ day: Math.max(dayOf(date), today + 1), quantity }))
    .filter(({ day, quantity }) => Number.isFinite(day) && quantity > 0)
    .sort((a, b) => a.day - b.day || a.quantity - b.quantity);
  const slices = slicesOf(input, dated);
  const end = input.lastDay ?? Number.POSITIVE_INFINITY;
  const horizonDays = slices.length === 0 ? 0 : slices[slices.length - 1].to - today;
  const horizonRest = slices.reduce((sum, slice) => sum + slice.rest, 0);
  const horizonOpen = slices.reduce((sum, slice) => sum + slice.open, 0);
  const beyond = horizonOpen > 0 && end === Number.POSITIVE_INFINITY ? horizonRest / horizonOpen : 0;

  const known = (day: number) => {
    let sum = 0;
    for (const need of dated) if (need.day <= day) sum += need.quantity;
    return sum;
  };

  /** Forecast (rest and gross) of the next `open` working days. */
  const take = (open: number) => {
    let rest = 0;
    let left = open;
    for (const slice of slices) {
      if (left <= 0) break;
      const part = slice.open > 0 ? Math.min(1, left / slice.open) : 1;
      rest += part * slice.rest;
      left -= slice.open;
    }
    return rest + Math.max(0, left) * beyond;
  };

  const openDays = (days: number) => (bucket === "day" ? days : usualWorkingDays(plant, today, days));

  const until = (day: number) => {
    let sum = known(Math.min(day, end));
    for (const slice of slices) {
      if (slice.from > day) break;
      const to = Math.min(slice.to, day);
      const part =
        to === slice.to
          ? 1
          : bucket === "day" || slice.open === 0
            ? (to - slice.from + 1) / (slice.to - slice.from + 1)
            : plant.count(slice.from, to) / slice.open;
      sum += part * slice.rest;
    }
    const after = slices.length === 0 ? today : slices[slices.length - 1].to;
    if (day > after && beyond > 0) {
      sum += (bucket === "day" ? day - after : plant.count(after + 1, day)) * beyond;
    }
    return sum;
  };

  return {
    today,
    mean: (days) => take(openDays(days)) + known(Math.min(end, today + days)),
    levels: forecast.cumulative.levels,
    quantiles: (days, values) => {
      const length = days / daysOf[bucket];
      const usual = meanOfLength(forecast, length);
      const scale = usual > 0 ? take(openDays(days)) / usual : 0;
      quantilesOfLength(
        forecast,
        length,
        scale,
        known(Math.min(end, today + days)),
        input.burst ?? 0,
        values,
      );
    },
    until,
    dayOf: (amount) => {
      if (amount <= 0) return today + 1;
      const farthest = today + Math.max(horizonDays, 1) + (beyond > 0 ? 3660 : 0);
      if (until(farthest) < amount - 1e-9 * Math.abs(amount)) return undefined;
      let low = today;
      let high = farthest;
      while (high - low > 1) {
        const middle = (low + high) >> 1;
        if (until(middle) >= amount - 1e-9 * Math.abs(amount)) high = middle;
        else low = middle;
      }
      return high;
    },
    known,
  };
}
