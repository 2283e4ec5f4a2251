import { bucketDates, bucketIndex } from "../../calendar/bucket.ts";
import { dayOf } from "../../calendar/date.ts";
import type { Plan, PlanItem } from "../../result.ts";
import { forecastDay } from "../forecast-start.ts";
import { atLevel } from "../levels.ts";

/** What of a plan says which day is today. */
export type PlanDays = Pick<Plan, "asOf" | "stockDate">;
/** What of a plan the stock of its items depends on. */
export type PlanStock = PlanDays & Pick<Plan, "bucket" | "openOrders">;

/** Stock of an item as expected from today on: one value a day number in `days`. */
export interface StockPath {
  readonly days: readonly number[];
  /** Without our order, then with it. */
  readonly expected: readonly number[];
  readonly withOrder: readonly number[];
  /** Stock that demand leaves in 19 of 20 cases, and in 1 of 20; with our order. */
  readonly low: readonly number[];
  readonly high: readonly number[];
}

/** Cumulative demand between two bucket ends, straight in calendar days. */
function demandUntil(
  ends: readonly number[],
  cumulative: Float64Array,
  start: number,
): (day: number) => number {
  return (day) => {
    if (day < start) return 0;
    const k = ends.findIndex((end) => end >= day);
    if (k < 0) return cumulative[cumulative.length - 1] ?? 0;
    const from = k === 0 ? start - 1 : ends[k - 1];
    const before = k === 0 ? 0 : cumulative[k - 1];
    return before + ((day - from) / (ends[k] - from)) * (cumulative[k] - before);
  };
}

/** Day for which stock and plan hold: the later of stock date and as-of. */
export const todayOf = (plan: PlanDays): number => Math.max(dayOf(plan.asOf), dayOf(plan.stockDate));

/** Receipts on the way as [day, quantity]; supply without a date, and what is overdue, counts from today on. */
function receipts(plan: PlanStock, item: string, onOrder: number, today: number): [number, number][] {
  const dated = plan.openOrders
    .filter((order) => order.item === item)
    .map((order): [number, number] => [Math.max(dayOf(order.due), today), order.quantity]);
  return dated.length > 0 || onOrder <= 0 ? dated : [[today, onOrder]];
}

/** Expected stock of an item for `length` days from today on; undefined where stock or dates are not known. */
export function stockPath(plan: PlanStock, of: PlanItem, length: number): StockPath | undefined {
  const { suggestion, forecast } = of;
  if (suggestion === null || forecast.cumulative.mean.length === 0) return undefined;
  const today = todayOf(plan);
  const start = forecastDay(of, plan.bucket);
  const count = forecast.cumulative.mean.length;
  const starts = bucketDates(bucketIndex(start, plan.bucket), count + 1, plan.bucket).map(dayOf);
  const ends = starts.slice(1).map((day) => day - 1);
  const last = Math.min(today + length, ends[count - 1]);
  if (last <= today) return undefined;
  const days = Array.from({ length: last - today + 1 }, (_, k) => today + k);
  const supply = receipts(plan, of.item, suggestion.onOrder, today);
  const arrival = dayOf(suggestion.receiptBy);
  const known = (day: number) => {
    const arrived = supply.filter(([due]) => due <= day).reduce((sum, [, quantity]) => sum + quantity, 0);
    return suggestion.onHand - suggestion.backorders + arrived;
  };
  const ours = (day: number) => (day >= arrival ? suggestion.quantity : 0);
  const path = (cumulative: Float64Array, order: boolean) => {
    const demand = demandUntil(ends, cumulative, start);
    const before = demand(today);
    return days.map((day) => Math.max(0, known(day) + (order ? ours(day) : 0) - demand(day) + before));
  };
  const { cumulative } = forecast;
  return {
    days,
    expected: path(cumulative.mean, false),
    withOrder: path(cumulative.mean, true),
    low: path(atLevel(cumulative, 0.95), true),
    high: path(atLevel(cumulative, 0.05), true),
  };
}
