import { isoDate } from "../../calendar/date.ts";
import { defined } from "../../defined.ts";
import type { OpenOrderAdvice } from "../../suggestion.ts";
import type { ItemPlan } from "../item/item-plan.ts";
import { leastGap } from "../item/supply-in-time.ts";

/** Days that a surplus lies before its order is better cancelled. */
const yearDays = 365;

/** Smallest shift in days that is worth a call to the supplier: less only makes noise. */
const worthACall = ({ leadDays, reviewDays }: ItemPlan) => ({
  earlier: leastGap(leadDays),
  later: Math.max(21, 2 * reviewDays, Math.ceil(0.25 * leadDays)),
});

/**
 * What to do about each open order of an item: confirm an overdue one; expedite one that arrives after the stock
 * before it has run out; postpone one that lies unused for weeks; cancel one that no demand in sight will use.
 */
export function adviceOf(plan: ItemPlan): OpenOrderAdvice[] {
  const { position, item } = plan;
  let available = position.onHand - position.backorders;
  const advice: OpenOrderAdvice[] = [];
  for (const { due, quantity, order, overdueDays } of position.supply) {
    if (order !== undefined) {
      advice.push({
        ...defined({ order: order.order }),
        item: item.item,
        ...defined({ supplier: order.supplier ?? item.supplier }),
        due: isoDate(due),
        quantity,
        advice: overdueDays > 0 ? "confirm" : adviceFor(plan, due, available),
        ...(overdueDays > 0 ? { overdueDays } : {}),
      });
    }
    available += quantity;
  }
  return advice;
}

/** What to do about an order that is due on a day, where this much is there before it arrives. */
function adviceFor(plan: ItemPlan, due: number, available: number): OpenOrderAdvice["advice"] {
  const { curve, today } = plan;
  const { earlier, later } = worthACall(plan);
  const safetyStock = Math.max(0, plan.reorderPoint - plan.coverDemand);
  const empty = available <= 0 ? today : curve.dayOf(available);
  if (empty === undefined || empty - due > yearDays) return "cancel";
  if (empty <= due - earlier) return "expedite";
  const touched = available <= safetyStock ? today : curve.dayOf(available - safetyStock);
  return touched !== undefined && touched - due >= later ? "postpone" : "keep";
}
