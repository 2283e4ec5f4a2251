import { clean } from "../lots/rounding.ts";
import type { Levels, Policy, Sizing } from "./policy.ts";

/** The reorder point that the service asks for, and the item's lot above it. */
function levels(_: unknown, { servicePoint, lot, whole }: Sizing): Levels {
  const reorderPoint = servicePoint();
  return {
    reorderPoint: whole ? reorderPoint : clean(reorderPoint),
    orderUpTo: clean(reorderPoint + lot.quantity),
  };
}

/** What is missing up to the order-up-to level. */
export const lifted = (position: number, { orderUpTo }: Levels): number => Math.max(0, orderUpTo - position);

/** What policies that size their levels for a service have in common: each review lifts the position to the level. */
export const serviceLevels: Policy = {
  suits: () => true,
  reviewDays: (asked) => asked,
  levels,
  need: lifted,
  hasLots: true,
  isOurs: true,
};
