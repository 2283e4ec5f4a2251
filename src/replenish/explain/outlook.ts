import { isoDate } from "../../calendar/date.ts";
import type { ItemPlan } from "../item/item-plan.ts";
import { serviceOfOrder } from "../service/service-of-order.ts";

/** Service that the policy gives with orders of `quantity`; what is reserved for customers is in its demand as well. */
export const expectedService = (plan: ItemPlan, quantity: number): number =>
  serviceOfOrder({ ...plan, reorderPoint: plan.reorderPoint + plan.position.reserved }, quantity);

/**
 * True where nothing is there and nothing is ordered though the item is asked for: before a customer waits none will be,
 * or the smallest order lasts longer than a year.
 */
export function isNotStocked(plan: ItemPlan): boolean {
  const { position, need, coverDemand, reorderPoint, lastDay, yearlyDemand, lot } = plan;
  if (position.position > 0 || need > 0 || lastDay !== undefined) return false;
  return (coverDemand > 0 && reorderPoint < 0) || (yearlyDemand > 0 && lot.leastOrder > yearlyDemand);
}

/** Years ahead for which no day is said any more. */
const farYears = 3;

/** Until when a stock lasts: a day, or more years than a day would be true for. */
export function lastingUntil(until: number | undefined, today: number) {
  if (until === undefined) return {};
  const years = Math.floor((until - today) / 365.25);
  return years >= farYears ? { years } : { until: isoDate(until) };
}

/** What is expected to be left of an order once the item has come to its last day; undefined where it has none. */
export function leftAtEnd(
  { curve, lastDay, position }: ItemPlan,
  quantity: number,
): { readonly quantity: number; readonly on: number } | undefined {
  if (lastDay === undefined || !(quantity > 0)) return undefined;
  const left = Math.min(quantity, position.position + quantity - curve.until(lastDay));
  return { quantity: Math.max(0, left), on: lastDay };
}

/** True where more of an order is left over in the end than is used. */
export const isMostlyLeft = (plan: ItemPlan, quantity: number): boolean =>
  (leftAtEnd(plan, quantity)?.quantity ?? 0) > quantity / 2;
