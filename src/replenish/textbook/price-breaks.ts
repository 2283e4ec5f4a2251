import type { PriceBreak } from "../../item.ts";
import { type CostedLot, economicQuantity, lotCost } from "./economic-quantity.ts";

interface BreakCosts {
  readonly orderCost: number;
  /** Holding cost per year as a share of the price. */
  readonly holdingRate: number;
  readonly demandPerYear: number;
  /** Ascending; the first starts at 0. */
  readonly breaks: readonly PriceBreak[];
}

/** `tier` counts from 1. */
interface BreakLot extends CostedLot {
  readonly tier: number;
}

/**
 * Best lot, in units, when the price of its tier holds for the whole lot (all-units discount; Snyder & Shen,
 * Fundamentals of Supply Chain Theory, 3.4). The cost is that of a year, goods included.
 */
export function allUnitsQuantity({ orderCost, holdingRate, demandPerYear, breaks }: BreakCosts): BreakLot {
  let best: BreakLot = { quantity: 0, cost: Number.POSITIVE_INFINITY, tier: 0 };
  for (let k = 0; k < breaks.length; k++) {
    const { from, price } = breaks[k];
    const costs = { orderCost, holdingPerUnitYear: holdingRate * price, demandPerYear };
    const quantity = Math.max(from, economicQuantity(costs).quantity);
    if (k + 1 < breaks.length && quantity >= breaks[k + 1].from) continue;
    const cost = price * demandPerYear + lotCost(costs, quantity);
    if (cost < best.cost) best = { quantity, cost, tier: k + 1 };
  }
  return best;
}

/** Price of a unit when `quantity` is ordered (all-units). */
export function priceAt(breaks: readonly PriceBreak[], quantity: number, base: number): number {
  let price = base;
  for (const step of breaks) if (quantity >= step.from * (1 - 1e-12)) price = step.price;
  return price;
}
