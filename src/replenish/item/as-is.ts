import { isoDate } from "../../calendar/date.ts";
import type { Suggestion } from "../../suggestion.ts";
import { orderQuantity } from "../lots/order-quantity.ts";
import { type ItemPlan, quantityRules } from "./item-plan.ts";
import { orderDayFrom, orderDayUpTo } from "./supply-calendar.ts";

/** What today's reorder point and maximum stock of the ERP would order; undefined where it has none. */
export function asIsOf(plan: ItemPlan): Suggestion["asIs"] {
  const { item, position, lot, curve, calendar, today } = plan;
  const level = item.reorderPoint;
  if (level === undefined || !Number.isFinite(level)) return undefined;
  if (position.position <= level) {
    const upTo = Math.max(
      item.maximumStock ?? 0,
      level + (item.maximumStock === undefined ? lot.leastOrder : 0),
    );
    const need = Math.max(0, upTo - position.position);
    const { quantity } = orderQuantity(need, position.position, quantityRules(plan));
    return { quantity, orderBy: isoDate(orderDayFrom(calendar, today)) };
  }
  const day = curve.dayOf(position.position - level) ?? today + 3660;
  return {
    quantity: 0,
    orderBy: isoDate(Math.max(orderDayUpTo(calendar, day), orderDayFrom(calendar, today))),
  };
}
