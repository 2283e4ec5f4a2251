import { bucketsPerYear, daysPerYear } from "../../calendar/bucket.ts";
import type { Decision, Item, Supplier } from "../../item.ts";
import type { ReplenishContext, ReplenishItem, ReplenishOptions } from "../context.ts";
import type { ItemPlan } from "../item/item-plan.ts";
import { receiptDay } from "../item/order-dates.ts";
import { unitPriceOf } from "../lots/lot.ts";
import { orderQuantity } from "../lots/order-quantity.ts";
import type { Granted } from "./granted.ts";

/** Review periods that an item may be ordered before its time. */
const furthestReviews = 4;

/** Why an item that is not due goes along with an order to its supplier. Money in its currency. */
export interface Joined {
  /** Days before it would have been due. */
  readonly days: number;
  /** Cost of holding everything that was pulled forward to the same order. */
  readonly holdingCost: number;
  /** Cost of the order of its own, and of a surcharge, that this saves. */
  readonly saves: number;
}

const supplierOf = ({ supplier, currency }: Item) =>
  supplier === undefined ? "" : `${supplier}\u0000${currency ?? ""}`;

/**
 * Items with their share of the cost of an order to their supplier, by the holding cost of a year's demand: the lots
 * that follow make all items of a supplier due at about the same time (joint cycle, METHODS 7.1 and 7.2, 28).
 */
export function withOrderCostShares(
  items: readonly ReplenishItem[],
  options: ReplenishOptions,
): ReplenishItem[] {
  const { supplierOrderCost = 0 } = options;
  const holding = ({ item, meanPerBucket, bucket }: ReplenishItem) =>
    (item.unitCost ?? 0) *
    (item.holdingRatePerYear ?? options.holdingRatePerYear) *
    meanPerBucket *
    bucketsPerYear[bucket];
  const totals = new Map<string, number>();
  for (const one of items) {
    const key = supplierOf(one.item);
    if (key !== "") totals.set(key, (totals.get(key) ?? 0) + holding(one));
  }
  return items.map((one) => {
    const total = totals.get(supplierOf(one.item)) ?? 0;
    if (!(total > 0)) return one;
    const share = (supplierOrderCost * holding(one)) / total;
    return { ...one, item: { ...one.item, orderCost: (one.item.orderCost ?? options.orderCost) + share } };
  });
}

interface Candidate {
  readonly index: number;
  readonly slot: number;
  readonly days: number;
  readonly amount: number;
  readonly holdingCost: number;
  readonly plan: ItemPlan;
}

const isRejected = (decision: Decision | undefined) => decision?.action === "reject";
const isBlocked = ({ one }: ItemPlan) => (one.blocked?.length ?? 0) > 0;

/**
 * Joint replenishment by supplier (a can-order policy): when something is ordered from a supplier, the items that will
 * be due there at the next reviews go along as long as holding them until then costs less than the order, and the
 * small-order surcharge, that is saved. A review's items go along together or not at all: what is left of them would
 * make the order anyway.
 */
export function jointly(
  plans: readonly ItemPlan[],
  granted: readonly Granted[],
  context: ReplenishContext,
): ItemPlan[] {
  const { supplierOrderCost = 0 } = context.options;
  const joined = [...plans];
  if (!(supplierOrderCost > 0)) return joined;
  const groups = Map.groupBy(plans.keys(), (k) => supplierOf(plans[k].item));
  groups.delete("");
  for (const members of groups.values()) {
    const due = members.filter(
      (k) => granted[k].quantity > 0 && !isBlocked(plans[k]) && !isRejected(plans[k].position.decision),
    );
    if (due.length === 0) continue;
    const orderDay = due.reduce((first, k) => Math.min(first, plans[k].orderDay), Number.POSITIVE_INFINITY);
    const amount = due.reduce(
      (sum, k) => sum + granted[k].quantity * (unitPriceOf(plans[k].item, granted[k].quantity) ?? 0),
      0,
    );
    const candidates = members.flatMap((k) => candidateOf(plans[k], k, orderDay, context));
    const supplier = context.suppliers.get(plans[due[0]].item.supplier ?? "");
    for (const { index, plan } of chosen(candidates, amount, supplier, supplierOrderCost))
      joined[index] = plan;
  }
  return joined;
}

/** An item that is not due but could be ordered now, with what that costs. */
function candidateOf(
  plan: ItemPlan,
  index: number,
  orderDay: number,
  context: ReplenishContext,
): Candidate[] {
  const { item, order, position, today, lots, dates } = plan;
  if (order.quantity > 0 || isBlocked(plan) || position.decision !== undefined) return [];
  if (item.planning !== undefined && item.planning !== "forecast") return [];
  const days = plan.orderDay - orderDay;
  const slot = Math.ceil((plan.orderDay - today) / plan.reviewDays);
  if (!(days > 0) || slot > furthestReviews) return [];
  const need = plan.orderUpTo - position.position;
  const { options } = context;
  const rules = { ...item, whole: lots.whole, tolerance: options.packTolerance };
  const now = orderQuantity(Math.max(need, 0), position.position, rules);
  const price = unitPriceOf(item, now.quantity);
  if (!(now.quantity > 0) || price === undefined || now.conflict !== undefined) return [];
  const amount = price * now.quantity;
  const rate = item.holdingRatePerYear ?? options.holdingRatePerYear;
  return [
    {
      index,
      slot,
      days,
      amount,
      holdingCost: (amount * rate * days) / daysPerYear,
      plan: {
        ...plan,
        need,
        order: now,
        orderDay,
        receiptDay: receiptDay(dates, orderDay, plan.leadDays - plan.receiptDays, plan.receiptWorkDays),
      },
    },
  ];
}

/** Review by review, as long as each saves more than it costs. */
function chosen(
  candidates: readonly Candidate[],
  ordered: number,
  supplier: Supplier | undefined,
  orderCost: number,
): { index: number; plan: ItemPlan }[] {
  const out: { index: number; plan: ItemPlan }[] = [];
  const limit = supplier?.minimumValue ?? supplier?.freeFreightValue ?? 0;
  let amount = ordered;
  for (let slot = 0; slot <= furthestReviews; slot++) {
    const own = candidates.filter((one) => one.slot === slot);
    if (own.length === 0) continue;
    const added = own.reduce((sum, one) => sum + one.amount, 0);
    const holdingCost = own.reduce((sum, one) => sum + one.holdingCost, 0);
    const surcharge = amount < limit && amount + added >= limit ? (supplier?.surcharge ?? 0) : 0;
    const saves = orderCost + surcharge;
    if (holdingCost >= saves) break;
    amount += added;
    for (const { index, plan, days } of own) {
      out.push({ index, plan: { ...plan, joined: { days, holdingCost, saves } } });
    }
  }
  return out;
}
