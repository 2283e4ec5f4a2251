import { isoDate } from "../../calendar/date.ts";
import type { Suggestion } from "../../suggestion.ts";
import { orderQuantity } from "../lots/order-quantity.ts";
import { type ItemPlan, quantityRules } from "./item-plan.ts";
import { farthestOrder } from "./order-day.ts";
import { laterSupply } from "./position.ts";
import { orderDayFrom, orderDayUpTo } from "./supply-calendar.ts";

/** What today's reorder point and maximum stock of the ERP would order; undefined where it has none. */
export function asIsOf(plan: ItemPlan): Suggestion["asIs"] {
  const { item, lot, curve, calendar, today } = plan;
  const position = plan.position.position + laterSupply(plan.position) + plan.position.reserved;
  const level = item.reorderPoint;
  if (level === undefined || !Number.isFinite(level)) return undefined;
  if (position <= level) {
    const upTo = Math.max(
      item.maximumStock ?? 0,
      level + (item.maximumStock === undefined ? lot.leastOrder : 0),
    );
    const need = Math.max(0, upTo - position);
    const { quantity } = orderQuantity(need, position, quantityRules(plan));
    return { quantity, orderBy: isoDate(orderDayFrom(calendar, today)) };
  }
  const day = Math.min(curve.dayOf(position - level) ?? Number.POSITIVE_INFINITY, today + farthestOrder);
  return {
    quantity: 0,
    orderBy: isoDate(Math.max(orderDayUpTo(calendar, day), orderDayFrom(calendar, today))),
  };
}
