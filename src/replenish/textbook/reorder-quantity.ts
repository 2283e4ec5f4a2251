import { poissonCdf, poissonLoss } from "../../numeric/poisson.ts";
import { economicQuantity, economicQuantityWithBackorders } from "./economic-quantity.ts";
import { levelOf, type NormalDemand, shortIntegral, shortOf } from "./normal-demand.ts";

/** A continuously reviewed (r, Q) system; costs per unit and year, demand per year, `lead` its lead-time demand. */
export interface ReorderCosts {
  readonly orderCost: number;
  readonly holding: number;
  readonly backorder: number;
  readonly demandPerYear: number;
  readonly lead: NormalDemand;
}

export interface ReorderPolicy {
  readonly reorderPoint: number;
  readonly quantity: number;
  readonly cost: number;
}

/** Yearly cost of (r, Q) with normal lead-time demand: (K D + integral of the newsvendor cost over the lot) / Q. */
export function reorderCost(of: ReorderCosts, reorderPoint: number, quantity: number): number {
  const { orderCost, holding, backorder, demandPerYear, lead } = of;
  const held = holding * ((reorderPoint - lead.mean) * quantity + (quantity * quantity) / 2);
  const short =
    (holding + backorder) *
    (shortIntegral(lead, reorderPoint) - shortIntegral(lead, reorderPoint + quantity));
  return (orderCost * demandPerYear + held + short) / quantity;
}

/** Reorder point of least cost for a given lot: the newsvendor cost is the same at both ends of the lot. */
export function bestReorderPoint({ holding, backorder, lead }: ReorderCosts, quantity: number): number {
  const cost = (y: number) => holding * (y - lead.mean) + (holding + backorder) * shortOf(lead, y);
  let low = lead.mean - 40 * lead.sd - quantity;
  let high = lead.mean + 40 * lead.sd;
  for (let step = 0; step < 200; step++) {
    const middle = (low + high) / 2;
    if (cost(middle) > cost(middle + quantity)) low = middle;
    else high = middle;
  }
  return (low + high) / 2;
}

/** Approximation by the expected inventory level (Snyder & Shen 5.3.2), solved by turns. */
export function reorderByInventoryLevel(of: ReorderCosts): ReorderPolicy {
  const { orderCost, holding, backorder, demandPerYear, lead } = of;
  let quantity = economicQuantity({ orderCost, holdingPerUnitYear: holding, demandPerYear }).quantity;
  let reorderPoint = lead.mean;
  for (let step = 0; step < 500; step++) {
    reorderPoint = levelOf(lead, 1 - (quantity * holding) / (backorder * demandPerYear));
    const next = Math.sqrt(
      (2 * demandPerYear * (orderCost + backorder * shortOf(lead, reorderPoint))) / holding,
    );
    const settled = Math.abs(next - quantity) < 1e-12 * quantity;
    quantity = next;
    if (settled) break;
  }
  const short = shortOf(lead, reorderPoint);
  const cost =
    holding * (reorderPoint - lead.mean + quantity / 2) +
    ((orderCost + backorder * short) * demandPerYear) / quantity;
  return { reorderPoint, quantity, cost };
}

/** Economic quantity with planned backorders, then the best reorder point for it. */
export function reorderByBackorders(of: ReorderCosts): ReorderPolicy {
  const { quantity } = economicQuantityWithBackorders({
    ...of,
    holdingPerUnitYear: of.holding,
    backorderPerUnitYear: of.backorder,
  });
  const reorderPoint = bestReorderPoint(of, quantity);
  return { reorderPoint, quantity, cost: reorderCost(of, reorderPoint, quantity) };
}

/** Economic quantity, with the newsvendor level of lead-time demand as reorder point. */
export function reorderBySafetyStock(of: ReorderCosts): ReorderPolicy {
  const { quantity } = economicQuantity({ ...of, holdingPerUnitYear: of.holding });
  const reorderPoint = levelOf(of.lead, of.backorder / (of.backorder + of.holding));
  return { reorderPoint, quantity, cost: reorderCost(of, reorderPoint, quantity) };
}

/** Approximation that neglects a shortage beyond the whole lot (Snyder & Shen 5.3.5), solved by turns. */
export function reorderByLoss(of: ReorderCosts): ReorderPolicy {
  const { orderCost, holding, backorder, demandPerYear, lead } = of;
  let quantity = economicQuantity({ orderCost, holdingPerUnitYear: holding, demandPerYear }).quantity;
  let reorderPoint = lead.mean;
  for (let step = 0; step < 1000; step++) {
    reorderPoint = levelForShort(lead, (holding * quantity) / (holding + backorder));
    const next = Math.sqrt(
      (2 * (orderCost * demandPerYear + (holding + backorder) * shortIntegral(lead, reorderPoint))) / holding,
    );
    const settled = Math.abs(next - quantity) < 1e-13 * quantity;
    quantity = next;
    if (settled) break;
  }
  return { reorderPoint, quantity, cost: reorderCost(of, reorderPoint, quantity) };
}

/** Level whose expected excess is `short`. */
function levelForShort(lead: NormalDemand, short: number): number {
  let low = lead.mean - 40 * lead.sd - short;
  let high = lead.mean + 40 * lead.sd;
  for (let step = 0; step < 200; step++) {
    const middle = (low + high) / 2;
    if (shortOf(lead, middle) > short) low = middle;
    else high = middle;
  }
  return (low + high) / 2;
}

/**
 * Optimal (r, Q) for Poisson demand (Federgruen & Zheng 1992): the lot grows at its cheaper end as long as that
 * lowers the mean cost. Lead-time demand has mean `demandPerPeriod * leadPeriods`.
 */
export function reorderPoisson(of: {
  readonly orderCost: number;
  readonly holding: number;
  readonly backorder: number;
  readonly demandPerPeriod: number;
  readonly leadPeriods: number;
}): ReorderPolicy {
  const { orderCost, holding, backorder, demandPerPeriod } = of;
  const mean = demandPerPeriod * of.leadPeriods;
  const cost = (y: number) => holding * (y - mean) + (holding + backorder) * excess(y, mean);
  let top = 0;
  while (poissonCdf(top, mean) < backorder / (backorder + holding)) top++;
  let reorderPoint = top - 1;
  let quantity = 1;
  let sum = orderCost * demandPerPeriod + cost(top);
  for (;;) {
    const below = cost(reorderPoint);
    const above = cost(reorderPoint + quantity + 1);
    const added = Math.min(below, above);
    if (added >= sum / quantity) return { reorderPoint, quantity, cost: sum / quantity };
    sum += added;
    quantity++;
    if (below <= above) reorderPoint--;
  }
}

/** E(D - y)+ of Poisson demand, also for y below 0. */
const excess = (y: number, mean: number) => (y < 0 ? mean - y : poissonLoss(y, mean));
