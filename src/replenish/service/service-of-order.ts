import type { ItemPlan } from "../item/item-plan.ts";
import { serviceAt } from "./levels.ts";

export type OrderedPlan = Pick<ItemPlan, "lots" | "level" | "over" | "serviceType" | "need" | "order">;

/**
 * Service that the policy gives when its orders bring `quantity` where it would order {@link ItemPlan.order}: a larger
 * order serves longer, a smaller one shortens the cycle and, beyond it, the level. Equal to the plan's expected service
 * for the planned quantity, and lower where a limit or budget leaves less than what is needed.
 * @example serviceOfOrder(plan, plan.order.quantity) // plan.expectedService, when nothing limits the order
 */
export function serviceOfOrder(plan: OrderedPlan, quantity: number): number {
  const { lots, level, over, serviceType } = plan;
  const change = quantity - Math.max(plan.order.quantity, plan.need);
  if (change === 0) return serviceAt(over, serviceType, level, lots);
  const least = lots.whole ? 1 : 0;
  const lot = lots.lot + change;
  // a cycle does not get safer by lasting longer
  if (lot >= least) return serviceAt(over, serviceType, level, { ...lots, lot });
  return serviceAt(over, serviceType, level + lot - least, { ...lots, lot: least });
}
