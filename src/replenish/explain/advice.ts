import { isoDate } from "../../calendar/date.ts";
import { defined } from "../../defined.ts";
import type { OpenOrderAdvice } from "../../suggestion.ts";
import type { ItemPlan } from "../item/item-plan.ts";

/** Smallest shift in days that is worth a call to the supplier: less only makes noise. */
const worthACall = ({ leadDays, reviewDays }: ItemPlan) => ({
  earlier: Math.max(5, Math.ceil(0.1 * leadDays)),
  later: Math.max(21, 2 * reviewDays, Math.ceil(0.25 * leadDays)),
});

/**
 * What to do about each open order of an item: confirm an overdue one; expedite one that arrives after the stock
 * before it has run out; postpone one that lies unused for weeks; cancel one that no demand in sight will use.
 */
export function adviceOf(plan: ItemPlan): OpenOrderAdvice[] {
  const { position, curve, item, today } = plan;
  const limits = worthACall(plan);
  const safety = Math.max(0, plan.reorderPoint - plan.coverDemand);
  let available = position.onHand - position.backorders;
  const advice: OpenOrderAdvice[] = [];
  for (const { due, quantity, order, overdueDays } of position.supply) {
    if (order !== undefined) {
      const empty = available <= 0 ? today : curve.dayOf(available);
      const touched = available <= safety ? today : curve.dayOf(available - safety);
      const isSurplus = empty === undefined || empty - due > 365;
      const what =
        overdueDays > 0
          ? "confirm"
          : isSurplus
            ? "cancel"
            : empty <= due - limits.earlier
              ? "expedite"
              : touched !== undefined && touched - due >= limits.later
                ? "postpone"
                : "keep";
      advice.push({
        ...defined({ order: order.order }),
        item: item.item,
        ...((order.supplier ?? item.supplier) === undefined
          ? {}
          : { supplier: order.supplier ?? item.supplier }),
        due: isoDate(due),
        quantity,
        advice: what,
        ...(overdueDays > 0 ? { overdueDays } : {}),
      } as OpenOrderAdvice);
    }
    available += quantity;
  }
  return advice;
}
