import type { ItemPlan } from "../item/item-plan.ts";

/** What the budget left of an item's order, in base units. */
export interface BudgetedQuantity {
  readonly quantity: number;
  /** The quantity before the budget cut it. */
  readonly wanted: number;
}

/** The order as it was planned: nothing is cut. */
export const asOrdered = ({ order: { quantity } }: ItemPlan): BudgetedQuantity => ({
  quantity,
  wanted: quantity,
});
