import type { DemandCurve } from "../demand/demand-curve.ts";
import { orderDayFrom, orderDayUpTo, type SupplyCalendar } from "./supply-calendar.ts";

interface OrderDayInput {
  readonly curve: DemandCurve;
  /** Stock and supply less what waits, in base units. */
  readonly position: number;
  /** Stock that must not be touched by expected demand: the safety stock, negative where service allows waiting. */
  readonly floor: number;
  readonly leadDays: number;
  readonly reviewDays: number;
  readonly calendar: SupplyCalendar;
  readonly today: number;
}

/**
 * Day number on which an order goes out: backwards from the day on which expected demand reaches the safety stock.
 * Without an order it is the day on which one will be due, after today.
 */
export function orderDay(input: OrderDayInput, isOrdered: boolean): { orderDay: number; late: boolean } {
  const { curve, position, floor, leadDays, reviewDays, calendar, today } = input;
  const needed = curve.dayOf(position - floor) ?? today + 3660;
  let latest = needed - leadDays;
  latest = isOrdered ? Math.min(latest, today + reviewDays) : Math.max(latest, today + 1);
  const open = orderDayUpTo(calendar, latest);
  if (open >= today) return { orderDay: open, late: false };
  return { orderDay: orderDayFrom(calendar, today), late: isOrdered && needed - leadDays < today };
}
