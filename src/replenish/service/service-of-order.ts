import { cdf, shortage } from "../demand/distribution.ts";
import { serviceAt } from "./levels.ts";
import type { LotSize, Protection } from "./service.ts";

/** What the service of an order is judged by. Quantities in base units. */
interface OrderedPlan {
  readonly protection: readonly Protection[];
  readonly serviceType: "fill" | "cycle";
  readonly reorderPoint: number;
  readonly lotSize: LotSize;
  readonly lot: { readonly leastOrder: number };
  /** What is missing, before minimum order and packs. */
  readonly need: number;
  readonly order: { readonly quantity: number };
}

/**
 * Service that the policy gives when its orders bring `quantity` where it would order `plan.order`: a larger order
 * serves longer, a smaller one shortens the cycle and, beyond it, the level. It is that of the reorder point for the
 * planned quantity, and lower where a limit or budget leaves less than what is needed.
 * @example serviceOfOrder(plan, plan.order.quantity) // the service aimed at, when nothing limits the order
 */
export function serviceOfOrder(plan: OrderedPlan, quantity: number): number {
  const { lotSize, reorderPoint: level, protection, serviceType } = plan;
  const change = quantity - Math.max(plan.order.quantity, plan.need);
  if (change === 0) return serviceAt(protection, serviceType, level, lotSize);
  const least = lotSize.whole ? 1 : 0;
  // a lot that counts for less than it brings loses nothing until less than that is left of it
  const lot = Math.min(lotSize.size + Math.max(0, change), plan.lot.leastOrder + change);
  // a cycle does not get safer by lasting longer
  if (lot >= least) return serviceAt(protection, serviceType, level, { ...lotSize, size: lot });
  return serviceAt(protection, serviceType, level + lot - least, { ...lotSize, size: least });
}

/**
 * Service of what is there and ordered alone, until what the next review orders arrives: the share of that demand which
 * it serves, or the probability that nothing is missing. More never serves less.
 */
export function serviceUntilNext(
  { protection, serviceType }: Pick<OrderedPlan, "protection" | "serviceType">,
  available: number,
): number {
  let service = 0;
  for (const { weight, leadAndReview: demand } of protection) {
    if (serviceType === "cycle") service += weight * cdf(demand, available);
    else
      service += weight * (demand.mean > 0 ? 1 - Math.min(1, shortage(demand, available) / demand.mean) : 1);
  }
  return Math.min(1, Math.max(0, service));
}
