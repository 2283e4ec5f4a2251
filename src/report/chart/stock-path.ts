import { bucketDates, bucketIndex } from "../../calendar/bucket.ts";
import { dayOf } from "../../calendar/date.ts";
import type { Plan, PlanItem } from "../../result.ts";
import type { Suggestion } from "../../suggestion.ts";
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
  /** Receipts of open orders that are drawn, [day, quantity]. */
  readonly open: readonly Receipt[];
  /** Receipts of orders that the levels of today would place later, [day, quantity]: in `withOrder` they are counted. */
  readonly later: readonly Receipt[];
}

/** Goods that come: a day number and a quantity. */
export type Receipt = readonly [day: number, quantity: number];

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
function receipts(plan: PlanStock, item: string, onOrder: number, today: number): Receipt[] {
  const dated = plan.openOrders
    .filter((order) => order.item === item)
    .map((order): Receipt => [Math.max(dayOf(order.due), today), order.quantity]);
  return dated.length > 0 || onOrder <= 0 ? dated : [[today, onOrder]];
}

/** Days between two later orders at least: a review a week. */
const betweenOrders = 7;

interface Later {
  readonly suggestion: Suggestion;
  readonly today: number;
  readonly last: number;
  /** Stock and everything under way today. */
  readonly position: number;
  readonly demand: (day: number) => number;
}

/**
 * What would be ordered after today's order if demand came as expected. Levels follow the demand ahead, as those of the
 * runs to come will: today's safety stock over what is expected until the next order could arrive.
 */
function laterReceipts({ suggestion, today, last, position, demand }: Later): Receipt[] {
  const { reorderPoint, orderUpTo, safetyStock, receiptBy, orderBy, attention } = suggestion;
  const lead = Math.max(1, dayOf(receiptBy) - Math.max(today, dayOf(orderBy)));
  const found: Receipt[] = [];
  if (attention === "blocked" || !(orderUpTo > 0 && orderUpTo >= reorderPoint)) return found;
  const lot = orderUpTo - reorderPoint;
  let ordered = 0;
  for (let day = today + betweenOrders; day + lead <= last; day++) {
    const now = position + ordered - demand(day) + demand(today);
    const level = safetyStock + demand(day + lead + betweenOrders) - demand(day);
    // a level that is only filled up to is ordered for at each review
    if (now > level || (lot === 0 && now === level)) continue;
    found.push([day + lead, level + lot - now]);
    ordered += level + lot - now;
    day += betweenOrders - 1;
  }
  return found;
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
  const { cumulative } = forecast;
  const mean = demandUntil(ends, cumulative.mean, start);
  const position =
    suggestion.onHand -
    suggestion.backorders +
    suggestion.quantity +
    supply.reduce((sum, [, quantity]) => sum + quantity, 0);
  const later = laterReceipts({ suggestion, today, last: days.at(-1) ?? today, position, demand: mean });
  const afterwards = (day: number) => later.reduce((sum, [due, q]) => (due <= day ? sum + q : sum), 0);
  const path = (values: Float64Array, order: boolean) => {
    const demand = demandUntil(ends, values, start);
    const before = demand(today);
    return days.map((day) =>
      Math.max(0, known(day) + (order ? ours(day) + afterwards(day) : 0) - demand(day) + before),
    );
  };
  return {
    days,
    expected: path(cumulative.mean, false),
    withOrder: path(cumulative.mean, true),
    low: path(atLevel(cumulative, 0.95), true),
    high: path(atLevel(cumulative, 0.05), true),
    open: supply,
    later,
  };
}
