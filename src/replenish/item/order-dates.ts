import { weekday } from "../../calendar/date.ts";
import type { WorkCalendar } from "../../calendar/work-days.ts";
import { shutdowns } from "../demand/usual-days.ts";

/** Days on which an order can be placed and goods can arrive. */
export interface OrderDates {
  readonly plant: WorkCalendar;
  readonly supplier: WorkCalendar;
  /** Weekdays on which the supplier takes orders, 1 = Monday; absent: every open day. */
  readonly orderDays?: readonly number[];
}

const farthest = 3660;

const canOrder = ({ plant, supplier, orderDays }: OrderDates, day: number) =>
  (orderDays === undefined || orderDays.length === 0 || orderDays.includes(weekday(day))) &&
  plant.isOpen(day) &&
  supplier.isOpen(day);

/** First day from `day` on when an order can be placed. */
export function orderDayFrom(dates: OrderDates, day: number): number {
  for (let k = 0; k < farthest; k++) if (canOrder(dates, day + k)) return day + k;
  return dates.plant.next(day);
}

/** Last day up to `day` when an order can be placed. */
export function orderDayUpTo(dates: OrderDates, day: number): number {
  for (let k = 0; k < farthest; k++) if (canOrder(dates, day - k)) return day - k;
  return dates.plant.previous(day);
}

/**
 * Day by whose end an order is usable: lead time in calendar days, longer by what a shutdown of the supplier takes,
 * then the next open day of the own plant, then the working days of goods receipt.
 */
export function receiptDay(
  dates: OrderDates,
  ordered: number,
  leadDays: number,
  receiptWorkDays: number,
): number {
  let arrival = ordered + Math.ceil(leadDays);
  const closed = shutdowns(dates.supplier, ordered + 1, arrival).reduce((sum, one) => sum + one, 0);
  if (closed > 0) arrival = Math.max(arrival, dates.supplier.add(arrival, closed));
  return dates.plant.add(dates.plant.next(arrival), Math.ceil(receiptWorkDays));
}

/** Longest wait between two days on which the supplier takes orders. @example orderGap([2]) // 7 */
export function orderGap(orderDays: readonly number[] | undefined): number {
  if (orderDays === undefined || orderDays.length === 0) return 1;
  const days = [...new Set(orderDays)].sort((a, b) => a - b);
  let gap = days[0] + 7 - days[days.length - 1];
  for (let k = 1; k < days.length; k++) gap = Math.max(gap, days[k] - days[k - 1]);
  return gap;
}
