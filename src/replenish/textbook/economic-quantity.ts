/** Fixed cost of an order, holding cost per unit and year, demand per year: one currency, base units. */
interface LotCosts {
  readonly orderCost: number;
  readonly holdingPerUnitYear: number;
  readonly demandPerYear: number;
}

/** A lot and what it costs. */
export interface CostedLot {
  /** Units. */
  readonly quantity: number;
  /** Cost per year. */
  readonly cost: number;
}

/**
 * Economic order quantity (Harris 1913, Andler 1929): sqrt(2 A D / h), with its yearly cost of ordering and holding.
 * @example economicQuantity({ orderCost: 50, holdingPerUnitYear: 2, demandPerYear: 1000 }).quantity // 223.607
 */
export function economicQuantity(costs: LotCosts): CostedLot {
  const { orderCost, holdingPerUnitYear, demandPerYear } = costs;
  const quantity = Math.sqrt((2 * orderCost * demandPerYear) / holdingPerUnitYear);
  return { quantity, cost: lotCost(costs, quantity) };
}

/** Yearly cost of ordering and holding with lots of `quantity`. */
export const lotCost = (
  { orderCost, holdingPerUnitYear, demandPerYear }: LotCosts,
  quantity: number,
): number => (orderCost * demandPerYear) / quantity + (holdingPerUnitYear * quantity) / 2;
