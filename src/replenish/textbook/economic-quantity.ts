/** Fixed cost of an order, holding cost per unit and year, demand per year: one currency, base units. */
export interface LotCosts {
  readonly orderCost: number;
  readonly holdingPerUnitYear: number;
  readonly demandPerYear: number;
}

export interface CostedLot {
  readonly quantity: number;
  /** Cost per year. */
  readonly cost: number;
}

/**
 * Economic order quantity (Andler, Harris): sqrt(2 A D / h), with its yearly cost of ordering and holding.
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

/** Andler's formula with the holding rate in percent of the price. @example andler(10000, 50, 5, 20) // 1000 */
export const andler = (
  demandPerYear: number,
  orderCost: number,
  price: number,
  holdingPercent: number,
): number => Math.sqrt((200 * demandPerYear * orderCost) / (price * holdingPercent));

/** Economic quantity with planned backorders (Snyder & Shen 3.5): `fraction` of the demand waits. */
export function economicQuantityWithBackorders(
  costs: LotCosts & { readonly backorderPerUnitYear: number },
): CostedLot & { readonly fraction: number } {
  const { orderCost, holdingPerUnitYear: h, demandPerYear, backorderPerUnitYear: p } = costs;
  const quantity = Math.sqrt((2 * orderCost * demandPerYear * (h + p)) / (h * p));
  return { quantity, fraction: h / (h + p), cost: (h * p * quantity) / (h + p) };
}

/** Economic production quantity: the lot arrives at `productionPerYear` instead of at once. */
export function economicProduction(costs: LotCosts & { readonly productionPerYear: number }): CostedLot {
  const { holdingPerUnitYear, demandPerYear, productionPerYear } = costs;
  return economicQuantity({
    ...costs,
    holdingPerUnitYear: holdingPerUnitYear * (1 - demandPerYear / productionPerYear),
  });
}
