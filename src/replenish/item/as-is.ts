import { isoDate } from "../../calendar/date.ts";
import type { Suggestion } from "../../suggestion.ts";
import { orderQuantity } from "../lots/order-quantity.ts";
import type { ItemPlan } from "./item-plan.ts";
import { orderDayFrom, orderDayUpTo } from "./order-dates.ts";

/** What today's reorder point and maximum stock of the ERP would order; undefined where it has none. */
export function asIsOf(plan: ItemPlan): Suggestion["asIs"] {
  const { item, position, lot, curve, dates, today } = plan;
  const level = item.reorderPoint;
  if (level === undefined || !Number.isFinite(level)) return undefined;
  if (position.position <= level) {
    const upTo = Math.max(item.maximumStock ?? 0, level + (item.maximumStock === undefined ? lot.order : 0));
    const { quantity } = orderQuantity(Math.max(0, upTo - position.position), position.position, {
      ...item,
      whole: plan.lots.whole,
      tolerance: 0,
    });
    return { quantity, orderBy: isoDate(orderDayFrom(dates, today)) };
  }
  const day = curve.dayOf(position.position - level) ?? today + 3660;
  return { quantity: 0, orderBy: isoDate(Math.max(orderDayUpTo(dates, day), orderDayFrom(dates, today))) };
}
