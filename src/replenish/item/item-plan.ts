import type { Issue } from "../../issue.ts";
import type { ReplenishContext, ReplenishItem } from "../context.ts";
import type { TunedOdds } from "../cost/tuned.ts";
import type { QuantityRules } from "../lots/order-quantity.ts";
import { withDemandAhead } from "./demand-ahead.ts";
import { type SizedItem, withLevels } from "./item-levels.ts";
import { type OrderedItem, withOrder } from "./item-order.ts";
import { withTimes } from "./order-times.ts";
import { usableItem } from "./usable-item.ts";

/** Why an item that is not due goes along with an order to its supplier. Money in its currency. */
interface JoinedOrder {
  /** Days before it would have been due. */
  readonly days: number;
  /** Cost of holding everything that was pulled forward to the same order. */
  readonly holdingCost: number;
  /** Cost of the order of its own, and of a surcharge, that this saves. */
  readonly saves: number;
}

/** Levels and order of one item, before supplier rules and budget. Days are day numbers, quantities base units. */
export interface ItemPlan extends OrderedItem {
  /** Why it goes along with an order to its supplier although it is not due. */
  readonly joined?: JoinedOrder;
}

/**
 * Plans one item; undefined when it must not be planned (an issue says why).
 * @param reorderPoint decided elsewhere, e.g. over the assortment; absent: by the item's policy
 * @param tuned how far the replay of its class moved what its costs say
 */
export function itemPlan(
  request: ReplenishItem,
  context: ReplenishContext,
  issues: Issue[],
  reorderPoint?: number,
  tuned?: TunedOdds,
): ItemPlan | undefined {
  const usable = usableItem(request, context, issues);
  if (usable === undefined) return undefined;
  const timed = withTimes(usable, context);
  const demanded = withDemandAhead(timed, context, issues);
  const sized = withLevels(demanded, context, reorderPoint, tuned);
  return withOrder(sized, context);
}

/** What an order of the item must keep to. @param tolerance share of a pack that a need may exceed without another */
export const quantityRules = ({ item, lotSize }: SizedItem, tolerance = 0): QuantityRules => ({
  ...item,
  whole: lotSize.whole,
  tolerance,
});

/** True where nothing may be ordered without a person. */
export const isBlocked = ({ request: { blocked = [] } }: ItemPlan): boolean => blocked.length > 0;

/** True where a person rejected the order of the item. */
export const isRejected = ({ position }: ItemPlan): boolean => position.decision?.action === "reject";
