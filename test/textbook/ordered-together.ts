/** Demand per period and holding cost per unit and period of an item that is ordered with others. */
export interface JointItem {
  readonly demand: number;
  readonly holding: number;
}

/**
 * All items in every order (Chopra & Meindl, Supply Chain Management, "lots aggregated"): orders a period, lot of each
 * item in units, cost a period of ordering and holding. @param orderCost cost of one order, whatever it holds
 */
export function orderedTogether(
  orderCost: number,
  items: readonly JointItem[],
): { readonly orders: number; readonly quantities: readonly number[]; readonly cost: number } {
  const holding = items.reduce((sum, item) => sum + item.demand * item.holding, 0);
  const orders = Math.sqrt(holding / (2 * orderCost));
  return {
    orders,
    quantities: items.map(({ demand }) => demand / orders),
    cost: holding / (2 * orders) + orders * orderCost,
  };
}
