import { dayOf, isoDate } from "../../calendar/date.ts";
import { defined } from "../../defined.ts";
import type { Issue } from "../../issue.ts";
import type { Decision, Item, OpenOrder } from "../../item.ts";
import { by } from "../../numeric/order.ts";
import { isUsable, sourceOf } from "../lots/sources.ts";
import { receivedFrom, type TimedItem } from "./order-times.ts";

/** Supply that is on its way; `day` is the day number by which it can be expected, `due` what was promised. */
export interface Supply {
  readonly day: number;
  readonly due: number;
  readonly quantity: number;
  readonly order?: OpenOrder;
  /** The source that it was decided to come from, where that is not the one chosen now. */
  readonly source?: Item;
  /** True for an order that was placed on a day; false for what the master data only say is on order. */
  readonly isPlaced: boolean;
  readonly overdueDays: number;
}

/** Stock and supply of an item in base units. */
export interface Position {
  readonly onHand: number;
  readonly onOrder: number;
  readonly backorders: number;
  /** On hand + supply that is there in time - what is reserved. */
  readonly position: number;
  /** On order, but so late that an order of now would be there before it is missed: it does not count yet. */
  readonly later: readonly Supply[];
  /** Known orders that the ERP's own levels do not hold. */
  readonly reserved: number;
  /** Ascending by day. */
  readonly supply: readonly Supply[];
  /** The decision that holds for the coming suggestion. */
  readonly decision?: Decision;
}

/** What is on order but comes too late to count. */
export const laterSupply = ({ later }: Position): number =>
  later.reduce((sum, { quantity }) => sum + quantity, 0);

/** Position of an item: stock, every open order whatever its date, and decisions not yet among the open orders. */
export function positionOf(timed: TimedItem, issues: Issue[]): Position {
  const { item, request } = timed;
  const { supply: accepted, decision } = decided(timed, issues);
  const supply = [...openSupply(timed), ...accepted].sort(
    by(
      ({ day }) => day,
      ({ quantity }) => quantity,
    ),
  );
  const onHand = Math.max(0, item.onHand ?? 0);
  const onOrder = supply.reduce((sum, { quantity }) => sum + quantity, 0);
  const reserved = request.requirements.length > 0 ? 0 : Math.max(0, item.reserved ?? 0);
  const backorders = Math.max(0, item.backorders ?? 0) + Math.max(0, -(item.onHand ?? 0)) + reserved;
  return {
    onHand,
    onOrder,
    backorders,
    position: onHand + onOrder - backorders,
    later: [],
    reserved: 0,
    supply,
    ...(decision === undefined ? {} : { decision }),
  };
}

/** Open orders; where none is listed, what the master data say is on order, a lead time from now. */
function openSupply(timed: TimedItem): Supply[] {
  const { request, item, today, leadDays, calendar } = timed;
  if (request.openOrders.length === 0 && (item.onOrder ?? 0) > 0) {
    const day = calendar.plant.next(today + Math.ceil(leadDays));
    return [{ day, due: day, quantity: item.onOrder ?? 0, isPlaced: false, overdueDays: 0 }];
  }
  return request.openOrders
    .filter(({ quantity }) => quantity > 0)
    .map((order) => {
      const given = dayOf(order.date);
      const due = Number.isNaN(given) ? today + leadDays : given;
      const overdueDays = Math.max(0, today - due);
      return {
        day: expectedDay(due, timed),
        due,
        quantity: order.quantity,
        order,
        isPlaced: true,
        overdueDays,
      };
    });
}

/** An overdue order is expected after as long again as it is late already, at most half its lead time. */
function expectedDay(due: number, { today, leadDays, calendar }: TimedItem): number {
  if (due > today) return due;
  const wait = Math.min(Math.max(1, today - due), Math.max(7, Math.ceil(leadDays / 2)));
  return calendar.plant.next(today + wait);
}

/** Accepted quantities that the ERP does not show yet, and the newest decision that still holds. */
function decided(timed: TimedItem, issues: Issue[]): { supply: Supply[]; decision: Decision | undefined } {
  const { request, item, today } = timed;
  const unmatched = [...request.openOrders];
  const supply: Supply[] = [];
  let newest: Decision | undefined;
  for (const decision of [...request.decisions].sort(by(({ date = "" }) => date))) {
    const made = decision.date === undefined ? today : dayOf(decision.date);
    if (decision.action === "reject") {
      if (today - made <= Math.max(7, item.reviewDays ?? 7)) newest = decision;
      continue;
    }
    const accepted = acceptedSupply(timed, decision, made, unmatched, issues);
    if (accepted === undefined) continue;
    supply.push(accepted);
    newest = withPart(newest, decision);
  }
  return { supply, decision: newest };
}

/** A decision, with the quantity of the same one's other suppliers where it is about the part of one. */
function withPart(newest: Decision | undefined, decision: Decision): Decision {
  const isSame = newest?.supplier !== undefined && newest.date === decision.date;
  if (!isSame || decision.supplier === undefined || newest.supplier === decision.supplier) return decision;
  return { ...decision, quantity: (newest.quantity ?? 0) + (decision.quantity ?? 0) };
}

/** Share by which a buyer who places an accepted order may round it, and the part of a lead time that dates may differ by. */
const roundedShare = 0.1;
const datedShare = 0.25;

/**
 * True where an open order is what was decided: by its number, by its quantity, or nearly so by its quantity where it
 * is due when that was expected.
 */
function isOrderOf({ order, supplier }: Decision, quantity: number, due: number, leadDays: number) {
  const apart = Math.max(3, datedShare * leadDays);
  return (open: OpenOrder): boolean => {
    if (order !== undefined && open.order !== undefined) return open.order === order;
    const off = Math.abs(open.quantity - quantity) / quantity;
    const isElsewhere = supplier !== undefined && open.supplier !== undefined && open.supplier !== supplier;
    return off <= 1e-3 || (off <= roundedShare && !isElsewhere && Math.abs(dayOf(open.date) - due) <= apart);
  };
}

/**
 * Supply of an accepted decision; undefined where an open order stands for it by now (which is taken out of
 * `unmatched`), and where it cannot count (an issue says why).
 */
function acceptedSupply(
  timed: TimedItem,
  decision: Decision,
  made: number,
  unmatched: OpenOrder[],
  issues: Issue[],
): Supply | undefined {
  const { request, item, today, leadDays, calendar } = timed;
  if (decision.delivered !== undefined && dayOf(decision.delivered) <= today) return undefined;
  const quantity = decision.quantity ?? request.previous?.quantity ?? 0;
  if (!(quantity > 0)) {
    issues.push({ code: "decision-without-quantity", severity: "warning", item: item.item });
    return undefined;
  }
  const source = otherSource(item, decision);
  const due =
    source === undefined
      ? calendar.plant.next(made + Math.ceil(leadDays))
      : receivedFrom(timed, source, made);
  const match = unmatched.findIndex(isOrderOf(decision, quantity, due, leadDays));
  if (match >= 0) {
    unmatched.splice(match, 1);
    return undefined;
  }
  if (due < today) {
    const days = { decided: isoDate(made), due: isoDate(due) };
    issues.push({ code: "accepted-not-in-erp", severity: "warning", item: item.item, quantity, ...days });
    return undefined;
  }
  const supply = { day: Math.max(due, today + 1), due, quantity, isPlaced: true, overdueDays: 0 };
  return { ...supply, ...defined({ source }) };
}

/** The source that a decision names, where it is known when it delivers and it is not the one chosen now. */
function otherSource(item: Item, { supplier }: Decision): Item | undefined {
  const source = sourceOf(item, supplier);
  return source === undefined || source.supplier === item.supplier || !isUsable(source) ? undefined : source;
}
