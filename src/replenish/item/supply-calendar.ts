import { weekday } from "../../calendar/date.ts";
import type { WorkCalendar } from "../../calendar/work-days.ts";
import { defined } from "../../defined.ts";
import type { ReplenishContext } from "../context.ts";

/** Days on which an order can be placed and goods can arrive. */
export interface SupplyCalendar {
  readonly plant: WorkCalendar;
  readonly supplier: WorkCalendar;
  /** Weekdays on which the supplier takes orders, 1 = Monday; absent: every open day. */
  readonly orderDays?: readonly number[];
}

/** The days of a supplier, for an item. */
export const supplyCalendar = (
  { plant, supplierCalendars, suppliers }: ReplenishContext,
  supplier: string | undefined,
  item: string,
): SupplyCalendar => ({
  plant,
  supplier: supplierCalendars(supplier, item),
  ...defined({ orderDays: supplier === undefined ? undefined : suppliers.get(supplier)?.orderDays }),
});

/** Days that are looked through for an order day: ten years. */
const farthest = 3660;

const canOrder = ({ plant, supplier, orderDays }: SupplyCalendar, day: number) =>
  (orderDays === undefined || orderDays.length === 0 || orderDays.includes(weekday(day))) &&
  plant.isOpen(day) &&
  supplier.isOpen(day);

/** First day from `day` on (a day number) when an order can be placed. */
export function orderDayFrom(calendar: SupplyCalendar, day: number): number {
  for (let k = 0; k < farthest; k++) if (canOrder(calendar, day + k)) return day + k;
  return calendar.plant.next(day);
}

/** Last day up to `day` (a day number) when an order can be placed. */
export function orderDayUpTo(calendar: SupplyCalendar, day: number): number {
  for (let k = 0; k < farthest; k++) if (canOrder(calendar, day - k)) return day - k;
  return calendar.plant.previous(day);
}

/** Longest wait in days between two days on which the supplier takes orders. @example orderGap([2]) // 7 */
export function orderGap(orderDays: readonly number[] | undefined): number {
  if (orderDays === undefined || orderDays.length === 0) return 1;
  const days = [...new Set(orderDays)].sort((a, b) => a - b);
  let gap = days[0] + 7 - days[days.length - 1];
  for (let k = 1; k < days.length; k++) gap = Math.max(gap, days[k] - days[k - 1]);
  return gap;
}

/** Days from `today` to the first day on which the supplier takes orders; 0 where it takes them on every open day. */
export const daysToOrderDay = (calendar: SupplyCalendar, today: number): number =>
  (calendar.orderDays ?? []).length === 0 ? 0 : orderDayFrom(calendar, today) - today;
