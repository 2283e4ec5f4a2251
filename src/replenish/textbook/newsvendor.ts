import { poissonCdf, poissonLoss } from "../../numeric/poisson.ts";
import type { CostedLot } from "./economic-quantity.ts";
import { type LognormalDemand, lognormalLoss, lognormalMean, lognormalQuantile } from "./lognormal.ts";
import { levelOf, type NormalDemand, shortOf } from "./normal-demand.ts";

/** Cost of a unit left over and of a unit short, per period. */
export interface SingleCosts {
  readonly holding: number;
  readonly short: number;
}

const criticalRatio = ({ holding, short }: SingleCosts) => short / (short + holding);

/** h E(x - D)+ + p E(D - x)+ from mean and expected excess. */
const costOf = ({ holding, short }: SingleCosts, level: number, mean: number, excess: number) =>
  holding * (level - mean + excess) + short * excess;

/**
 * Newsvendor level for normal demand (Snyder & Shen 4.3). With `leadPeriods` the level covers lead time and review
 * period of a base-stock policy.
 */
export function newsvendorNormal(costs: SingleCosts, demand: NormalDemand, leadPeriods = 0): CostedLot {
  const periods = leadPeriods + 1;
  const total = { mean: demand.mean * periods, sd: demand.sd * Math.sqrt(periods) };
  const quantity = levelOf(total, criticalRatio(costs));
  return { quantity, cost: costOf(costs, quantity, total.mean, shortOf(total, quantity)) };
}

/** Newsvendor level for Poisson demand: the lowest with P(D <= level) at or above the critical ratio. */
export function newsvendorPoisson(costs: SingleCosts, mean: number): CostedLot {
  let quantity = 0;
  while (poissonCdf(quantity, mean) < criticalRatio(costs)) quantity++;
  return { quantity, cost: costOf(costs, quantity, mean, poissonLoss(quantity, mean)) };
}

/** Newsvendor level for lognormal demand. */
export function newsvendorLognormal(costs: SingleCosts, demand: LognormalDemand): CostedLot {
  const quantity = lognormalQuantile(demand, criticalRatio(costs));
  return { quantity, cost: costOf(costs, quantity, lognormalMean(demand), lognormalLoss(quantity, demand)) };
}

/** Newsvendor with prices instead of costs (Snyder & Shen 4.2): level and expected profit. */
export function newsvendorProfit(
  prices: { readonly revenue: number; readonly cost: number; readonly salvage: number },
  demand: NormalDemand,
): { readonly quantity: number; readonly profit: number } {
  const { revenue, cost, salvage } = prices;
  const quantity = levelOf(demand, (revenue - cost) / (revenue - salvage));
  const profit =
    (revenue - salvage) * demand.mean -
    (cost - salvage) * quantity -
    (revenue - salvage) * shortOf(demand, quantity);
  return { quantity, profit };
}
