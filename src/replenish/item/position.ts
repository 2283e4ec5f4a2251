import { dayOf, isoDate } from "../../calendar/date.ts";
import type { WorkCalendar } from "../../calendar/work-days.ts";
import type { Issue } from "../../issue.ts";
import type { Decision, OpenOrder } from "../../item.ts";
import { by } from "../../numeric/order.ts";
import type { ReplenishItem } from "../context.ts";

/** Supply that is on its way; `day` is the day by which it can be expected, `due` what was promised. */
interface Supply {
  readonly day: number;
  readonly due: number;
  readonly quantity: number;
  readonly order?: OpenOrder;
  readonly overdueDays: number;
}

export interface Position {
  readonly onHand: number;
  readonly onOrder: number;
  readonly backorders: number;
  /** On hand + on order - backorders. */
  readonly position: number;
  /** Ascending by day. */
  readonly supply: readonly Supply[];
  /** The decision that holds for the coming suggestion. */
  readonly decision?: Decision;
}

/** An overdue order is expected after as long again as it is late already, at most half its lead time. */
function expectedDay(due: number, today: number, leadDays: number, plant: WorkCalendar): number {
  if (due > today) return due;
  const wait = Math.min(Math.max(1, today - due), Math.max(7, Math.ceil(leadDays / 2)));
  return plant.next(today + wait);
}

const isSupply = ({ action }: Decision) => action !== "reject";

/** Position of an item: stock, every open order whatever its date, and decisions not yet among the open orders. */
export function positionOf(
  one: ReplenishItem,
  leadDays: number,
  today: number,
  plant: WorkCalendar,
  issues: Issue[],
): Position {
  const { item, openOrders, decisions } = one;
  const supply: Supply[] = [];
  for (const order of openOrders) {
    const due = dayOf(order.date);
    if (!(order.quantity > 0)) continue;
    const promised = Number.isNaN(due) ? today + leadDays : due;
    supply.push({
      day: expectedDay(promised, today, leadDays, plant),
      due: promised,
      quantity: order.quantity,
      order,
      overdueDays: Math.max(0, today - promised),
    });
  }
  if (openOrders.length === 0 && (item.onOrder ?? 0) > 0) {
    const day = plant.next(today + Math.ceil(leadDays));
    supply.push({ day, due: day, quantity: item.onOrder ?? 0, overdueDays: 0 });
  }
  const decision = decided(one, leadDays, today, plant, supply, issues);
  supply.sort(
    by(
      ({ day }) => day,
      ({ quantity }) => quantity,
    ),
  );
  const onHand = Math.max(0, item.onHand ?? 0);
  const onOrder = supply.reduce((sum, { quantity }) => sum + quantity, 0);
  const reserved = one.requirements.length > 0 ? 0 : Math.max(0, item.reserved ?? 0);
  const backorders = Math.max(0, item.backorders ?? 0) + Math.max(0, -(item.onHand ?? 0)) + reserved;
  return {
    onHand,
    onOrder,
    backorders,
    position: onHand + onOrder - backorders,
    supply,
    ...(decision === undefined || decisions.length === 0 ? {} : { decision }),
  };
}

/** Adds accepted quantities that the ERP does not show yet to `supply`; gives the newest decision that still holds. */
function decided(
  { item, openOrders, decisions, previous }: ReplenishItem,
  leadDays: number,
  today: number,
  plant: WorkCalendar,
  supply: Supply[],
  issues: Issue[],
): Decision | undefined {
  const free = [...openOrders];
  let newest: Decision | undefined;
  for (const decision of [...decisions].sort(by(({ date = "" }) => date))) {
    const made = decision.date === undefined ? today : dayOf(decision.date);
    const age = today - made;
    if (!isSupply(decision)) {
      if (age <= Math.max(7, item.reviewDays ?? 7)) newest = decision;
      continue;
    }
    const quantity = decision.quantity ?? previous?.quantity ?? 0;
    if (!(quantity > 0)) {
      issues.push({ code: "decision-without-quantity", severity: "warning", item: item.item });
      continue;
    }
    const match = free.findIndex((order) =>
      decision.order !== undefined && order.order !== undefined
        ? order.order === decision.order
        : Math.abs(order.quantity - quantity) <= 1e-3 * quantity,
    );
    if (match >= 0) {
      free.splice(match, 1);
      continue;
    }
    const due = plant.next(made + Math.ceil(leadDays));
    if (due < today) {
      issues.push({
        code: "accepted-not-in-erp",
        severity: "warning",
        item: item.item,
        quantity,
        decided: isoDate(made),
        due: isoDate(due),
      });
      continue;
    }
    supply.push({ day: Math.max(due, today + 1), due, quantity, overdueDays: 0 });
    newest = decision;
  }
  return newest;
}
