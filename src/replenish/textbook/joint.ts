/** An item that is ordered jointly: cost of its line, holding cost per unit and period, demand per period. */
export interface JointItem {
  readonly orderCost: number;
  readonly holding: number;
  readonly demand: number;
}

export interface JointPlan {
  /** Item k is in every `multiples[k]`-th order. */
  readonly multiples: readonly number[];
  /** Periods between orders. */
  readonly cycle: number;
  readonly cost: number;
}

/**
 * Joint replenishment by Silver's heuristic: the item that is worth ordering most often is in every order, the others
 * in every m-th, m the rounded square root of how much rarer they would go alone.
 */
export function jointReplenishment(sharedCost: number, items: readonly JointItem[]): JointPlan {
  const rarity = items.map(({ orderCost, holding, demand }) => orderCost / (holding * demand));
  const base = rarity.indexOf(Math.min(...rarity));
  const first = items[base];
  const multiples = items.map((_, k) =>
    k === base
      ? 1
      : Math.max(
          1,
          Math.round(Math.sqrt((rarity[k] * first.demand * first.holding) / (sharedCost + first.orderCost))),
        ),
  );
  const ordering = items.reduce((sum, { orderCost }, k) => sum + orderCost / multiples[k], sharedCost);
  const holding = items.reduce((sum, item, k) => sum + item.holding * item.demand * multiples[k], 0);
  return { multiples, cycle: Math.sqrt((2 * ordering) / holding), cost: Math.sqrt(2 * ordering * holding) };
}

/** All items in every order (Chopra & Meindl): orders a period, lot of each item, cost. */
export function orderedTogether(
  orderCost: number,
  items: readonly { readonly demand: number; readonly holding: number }[],
): { readonly orders: number; readonly quantities: readonly number[]; readonly cost: number } {
  const holding = items.reduce((sum, item) => sum + item.demand * item.holding, 0);
  const orders = Math.sqrt(holding / (2 * orderCost));
  return {
    orders,
    quantities: items.map(({ demand }) => demand / orders),
    cost: holding / (2 * orders) + orders * orderCost,
  };
}
