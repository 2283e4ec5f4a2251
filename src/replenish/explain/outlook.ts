import type { ItemPlan } from "../item/item-plan.ts";
import { serviceOfOrder } from "../service/service-of-order.ts";

/** Service that the policy gives with orders of `quantity`; what is reserved for customers is in its demand as well. */
export const expectedService = (plan: ItemPlan, quantity: number): number =>
  serviceOfOrder({ ...plan, reorderPoint: plan.reorderPoint + plan.position.reserved }, quantity);

/** True where nothing is there, demand is expected, and still nothing is ordered before a customer waits. */
export const isNotStocked = ({ position, need, coverDemand, reorderPoint, lastDay }: ItemPlan): boolean =>
  position.position <= 0 && !(need > 0) && coverDemand > 0 && reorderPoint < 0 && lastDay === undefined;
