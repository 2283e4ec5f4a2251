import { bucketsPerYear, daysPerYear } from "../../calendar/bucket.ts";
import type { Supplier } from "../../item.ts";
import { addTo, type ExactSum, mergeInto, roundedSum, sumOf } from "../../numeric/exact-sum.ts";
import type { Total } from "../../total.ts";
import type { ReplenishContext, ReplenishItem, ReplenishOptions } from "../context.ts";
import { type ItemPlan, isBlocked, isRejected, quantityRules } from "../item/item-plan.ts";
import { receiptDay } from "../item/supply-way.ts";
import { unitPriceOf } from "../lots/lot.ts";
import { orderQuantity } from "../lots/order-quantity.ts";
import { orderedFrom } from "./ordered-from.ts";

/** Review periods that an item may be ordered before its time. */
const furthestReviews = 4;

/** Holding cost of a year's demand of an item. */
const yearlyHolding = ({ item, meanPerBucket, bucket }: ReplenishItem, options: ReplenishOptions) =>
  (item.unitCost ?? 0) *
  (item.holdingRatePerYear ?? options.holdingRatePerYear) *
  meanPerBucket *
  bucketsPerYear[bucket];

/**
 * An item's share of the cost of an order to its supplier, by the holding cost of a year's demand: the lots that
 * follow make all items of a supplier due at about the same time (one joint cycle; Chopra & Meindl, Supply Chain
 * Management, "lots aggregated"). The items of all suppliers are added up; what follows gives an item its share.
 */
export const orderCostShares = (
  options: ReplenishOptions,
): Total<ReplenishItem, Map<string, ExactSum>, (request: ReplenishItem) => ReplenishItem> => ({
  empty: () => new Map(),
  add(sums, request) {
    const key = orderedFrom(request.item);
    if (key !== undefined) addTo(sumOf(sums, key), yearlyHolding(request, options));
  },
  merge(sums, others) {
    for (const [key, other] of others) mergeInto(sumOf(sums, key), other);
  },
  finish(sums) {
    const { supplierOrderCost = 0 } = options;
    const totals = new Map<string | undefined, number>([...sums].map(([key, sum]) => [key, roundedSum(sum)]));
    return (request) => {
      const { item } = request;
      const total = totals.get(orderedFrom(item)) ?? 0;
      if (!(total > 0)) return request;
      const share = (supplierOrderCost * yearlyHolding(request, options)) / total;
      return { ...request, item: { ...item, orderCost: (item.orderCost ?? options.orderCost) + share } };
    };
  },
});

/**
 * Joint replenishment by supplier (a can-order policy, Balintfy 1964): when something is ordered from a supplier, the
 * items that will be due there at the next reviews go along as long as holding them until then costs less than the
 * order, and the small-order surcharge, that is saved. A review's items go along together or not at all: what is left
 * of them would make the order anyway.
 */
export function joinedOrders(plans: readonly ItemPlan[], context: ReplenishContext): ItemPlan[] {
  const joined = new Map<string, ItemPlan>();
  for (const [key, group] of Map.groupBy(plans, ({ item }) => orderedFrom(item))) {
    if (key === undefined) continue;
    for (const plan of joining(group, context)) joined.set(plan.item.item, plan);
  }
  return plans.map((plan) => joined.get(plan.item.item) ?? plan);
}

/** Items of one supplier that go along with what is due there, as they are ordered then. */
function joining(group: readonly ItemPlan[], context: ReplenishContext): ItemPlan[] {
  const due = group.filter((plan) => plan.order.quantity > 0 && !isBlocked(plan) && !isRejected(plan));
  if (due.length === 0) return [];
  const orderDay = due.reduce((first, plan) => Math.min(first, plan.orderDay), Number.POSITIVE_INFINITY);
  const amount = due.reduce(
    (sum, { item, order: { quantity } }) => sum + quantity * (unitPriceOf(item, quantity) ?? 0),
    0,
  );
  const candidates = group.flatMap((plan) => candidateOf(plan, orderDay, context));
  const supplier = context.suppliers.get(due[0].item.supplier ?? "");
  return chosen(candidates, amount, supplier, context.options.supplierOrderCost ?? 0);
}

/** An item that is not due but could be ordered now. */
interface Candidate {
  readonly plan: ItemPlan;
  /** The review at which it would be due, counted from today. */
  readonly review: number;
  /** Days before it would have been due. */
  readonly days: number;
  readonly amount: number;
  readonly holdingCost: number;
}

function candidateOf(plan: ItemPlan, orderDay: number, { options }: ReplenishContext): Candidate[] {
  const { item, order, position, today, orderUpTo } = plan;
  if (order.quantity > 0 || isBlocked(plan) || position.decision !== undefined) return [];
  if (item.planning !== undefined && item.planning !== "forecast") return [];
  const days = plan.orderDay - orderDay;
  const review = Math.ceil((plan.orderDay - today) / plan.reviewDays);
  if (!(days > 0) || review > furthestReviews) return [];
  const need = orderUpTo - position.position;
  const now = orderQuantity(Math.max(need, 0), position.position, quantityRules(plan, options.packTolerance));
  const price = unitPriceOf(item, now.quantity);
  if (!(now.quantity > 0) || price === undefined || now.conflict !== undefined) return [];
  const amount = price * now.quantity;
  const holdingRate = item.holdingRatePerYear ?? options.holdingRatePerYear;
  return [
    {
      plan: { ...plan, need, order: now, orderDay, receiptDay: receiptDay(plan, orderDay) },
      review,
      days,
      amount,
      holdingCost: (amount * holdingRate * days) / daysPerYear,
    },
  ];
}

/** Review by review, as long as each saves more than it costs. @param ordered value of what is due */
function chosen(
  candidates: readonly Candidate[],
  ordered: number,
  supplier: Supplier | undefined,
  orderCost: number,
): ItemPlan[] {
  const plans: ItemPlan[] = [];
  const limit = supplier?.minimumValue ?? supplier?.freeFreightValue ?? 0;
  let amount = ordered;
  for (let review = 0; review <= furthestReviews; review++) {
    const own = candidates.filter((candidate) => candidate.review === review);
    if (own.length === 0) continue;
    const added = own.reduce((sum, candidate) => sum + candidate.amount, 0);
    const holdingCost = own.reduce((sum, candidate) => sum + candidate.holdingCost, 0);
    const surcharge = amount < limit && amount + added >= limit ? (supplier?.surcharge ?? 0) : 0;
    const saves = orderCost + surcharge;
    if (holdingCost >= saves) break;
    amount += added;
    for (const { plan, days } of own) plans.push({ ...plan, joined: { days, holdingCost, saves } });
  }
  return plans;
}
