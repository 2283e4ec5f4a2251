import type { DemandCurve } from "../demand/demand-curve.ts";
import { type OrderDates, orderDayFrom, orderDayUpTo } from "./order-dates.ts";

export interface WhenInput {
  readonly curve: DemandCurve;
  readonly position: number;
  /** Stock that must not be touched by expected demand: the safety stock, negative where service allows waiting. */
  readonly floor: number;
  readonly leadDays: number;
  readonly reviewDays: number;
  readonly dates: OrderDates;
  readonly today: number;
}

/** Backwards from the day on which expected demand reaches the safety stock. */
export function orderDates(input: WhenInput, ordering: boolean): { orderDay: number; late: boolean } {
  const { curve, position, floor, leadDays, reviewDays, dates, today } = input;
  const needed = curve.dayOf(position - floor) ?? today + 3660;
  let latest = needed - leadDays;
  latest = ordering ? Math.min(latest, today + reviewDays) : Math.max(latest, today + 1);
  const open = orderDayUpTo(dates, latest);
  if (open >= today) return { orderDay: open, late: false };
  return { orderDay: orderDayFrom(dates, today), late: ordering && needed - leadDays < today };
}
