import type { TimedItem } from "./order-times.ts";
import { orderDayFrom, orderDayUpTo } from "./supply-calendar.ts";
import { shutdownDelay } from "./supply-way.ts";

/** Days that an order is foreseen for at most: what is due later is looked at again until then. */
export const farthestOrder = 365;

/**
 * Day number on which an order goes out: backwards from the day on which expected demand reaches the safety stock, and
 * before a shutdown that it would not come through in time. Without an order it is the day on which one will be due,
 * after today and at most a year ahead.
 * @param needed day number on which what is there and comes in time reaches the safety stock; absent: not in sight
 */
export function orderDay(
  timed: TimedItem,
  needed: number | undefined,
  isOrdered: boolean,
): { orderDay: number; late: boolean } {
  const { leadDays, reviewDays, calendar, today } = timed;
  const due = needed === undefined ? Number.POSITIVE_INFINITY : needed - leadDays;
  let latest = Math.min(due, today + (isOrdered ? reviewDays : farthestOrder));
  while (latest > today && shutdownDelay(timed, latest) > 0) latest--;
  if (!isOrdered) latest = Math.max(latest, today + 1);
  const open = orderDayUpTo(calendar, latest);
  if (open >= today) return { orderDay: open, late: false };
  return { orderDay: orderDayFrom(calendar, today), late: isOrdered && due < today };
}
