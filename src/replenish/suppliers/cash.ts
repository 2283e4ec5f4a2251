import { isoWeekName } from "../../calendar/bucket.ts";
import type { CashWeek, Suggestion } from "../../suggestion.ts";
import { type ReplenishContext, todayOf } from "../context.ts";
import type { ItemPlan } from "../item/item-plan.ts";
import { orderDayFrom, receiptDay } from "../item/order-dates.ts";
import { unitPriceOf } from "../lots/lot.ts";
import { orderQuantity } from "../lots/order-quantity.ts";
import { paymentsOf } from "./payment.ts";

/** z of the 90 % level. */
const z90 = 1.2815515655446004;

interface Sum {
  committed: number;
  /** Orders expected later: mean and variance of what is paid. */
  expected: number;
  variance: number;
}

/**
 * Money going out by ISO week of payment, supplier and currency: open orders and this run's suggestions as they are,
 * later orders as expected demand will cause them. P90 adds the spread of demand to the later orders. Net of tax.
 */
export function cashOf(
  lines: readonly { readonly plan: ItemPlan; readonly suggestion: Suggestion }[],
  context: ReplenishContext,
): CashWeek[] {
  const today = todayOf(context);
  const last = today + context.options.cashWeeks * 7;
  const sums = new Map<string, Sum>();
  const add = (plan: ItemPlan, supplier: string, day: number, part: Partial<Sum>) => {
    const week = isoWeekName(Math.max(day, today + 1));
    if (day > last) return;
    const key = `${week}\u0000${supplier}\u0000${plan.item.currency ?? ""}`;
    const sum = sums.get(key) ?? { committed: 0, expected: 0, variance: 0 };
    sum.committed += part.committed ?? 0;
    sum.expected += part.expected ?? 0;
    sum.variance += part.variance ?? 0;
    sums.set(key, sum);
  };
  for (const { plan, suggestion } of lines) {
    for (const { day, quantity, order } of plan.position.supply) {
      const supplier = order?.supplier ?? plan.item.supplier ?? "";
      const price = unitPriceOf(plan.item, quantity);
      if (price === undefined) continue;
      for (const { day: pays, share } of paymentsOf(context.suppliers.get(supplier), undefined, day)) {
        add(plan, supplier, pays, { committed: share * price * quantity });
      }
    }
    const supplier = plan.item.supplier ?? "";
    const terms = context.suppliers.get(supplier);
    const isOrdered = suggestion.quantity > 0 && suggestion.decision !== "reject";
    if (isOrdered && suggestion.amount !== undefined) {
      for (const { day, share } of paymentsOf(terms, plan.orderDay, plan.receiptDay)) {
        add(plan, supplier, day, { committed: share * suggestion.amount });
      }
    }
    for (const later of laterOrders(plan, isOrdered ? suggestion.quantity : 0, last)) {
      for (const { day, share } of paymentsOf(terms, later.ordered, later.received)) {
        add(plan, supplier, day, { expected: share * later.amount, variance: (share * later.spread) ** 2 });
      }
    }
  }
  return [...sums]
    .map(([key, { committed, expected, variance }]) => {
      const [week, supplier, currency] = key.split("\u0000");
      const p50 = committed + expected;
      return { week, supplier, currency, p50, p90: p50 + z90 * Math.sqrt(variance) };
    })
    .filter(({ p90 }) => p90 > 0)
    .sort(
      (a, b) => compare(a.week, b.week) || compare(a.supplier, b.supplier) || compare(a.currency, b.currency),
    );
}

const compare = (a: string, b: string) => (a < b ? -1 : a > b ? 1 : 0);

interface LaterOrder {
  readonly ordered: number;
  readonly received: number;
  readonly amount: number;
  readonly spread: number;
}

/** Orders that expected demand causes after this run: each time the position falls to the reorder level. */
function* laterOrders(plan: ItemPlan, ordered: number, last: number): Generator<LaterOrder> {
  const { item, curve, dates, level, orderUpTo, lots, reviewDays, leadDays, receiptDays, receiptWorkDays } =
    plan;
  const price = unitPriceOf(item, Math.max(1, orderUpTo - level));
  if (price === undefined || (plan.one.blocked?.length ?? 0) > 0) return;
  const start = plan.position.position + ordered;
  const relative = plan.coverExcess / z90;
  let bought = 0;
  for (let count = 0; count < 60; count++) {
    const day = curve.dayOf(start + bought - Math.max(0, level));
    if (day === undefined) return;
    const review = Math.max(day, plan.today + reviewDays * (count + 1));
    const placed = orderDayFrom(dates, review);
    const received = receiptDay(dates, placed, leadDays - receiptDays, receiptWorkDays);
    if (placed > last) return;
    const position = start + bought - curve.until(review);
    const { quantity } = orderQuantity(Math.max(0, orderUpTo - position), position, {
      ...item,
      whole: lots.whole,
      tolerance: 0,
    });
    if (!(quantity > 0)) return;
    bought += quantity;
    const amount = quantity * price;
    yield { ordered: placed, received, amount, spread: amount * relative };
  }
}
