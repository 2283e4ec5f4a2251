import { poissonCdf, poissonDensity, poissonLoss } from "../../numeric/poisson.ts";
import type { NormalDemand } from "./normal-demand.ts";

/** A periodically reviewed (s, S) system, costs per unit and period. */
export interface LevelCosts {
  readonly orderCost: number;
  readonly holding: number;
  readonly backorder: number;
}

export interface LevelPolicy {
  readonly reorderPoint: number;
  readonly orderUpTo: number;
  readonly cost: number;
}

/**
 * Optimal (s, S) for Poisson demand per period and no lead time (Zheng & Federgruen 1991); an order is placed at or
 * below the reorder point.
 */
export function optimalLevels({ orderCost, holding, backorder }: LevelCosts, mean: number): LevelPolicy {
  const loss = (y: number) => {
    const excess = y < 0 ? mean - y : poissonLoss(y, mean);
    return holding * (y - mean + excess) + backorder * excess;
  };
  const renewal = renewals(mean);
  /** Mean cost per period of (s, S). */
  const costOf = (s: number, S: number) => {
    let sum = orderCost;
    for (let j = 0; j < S - s; j++) sum += renewal.density(j) * loss(S - j);
    return sum / renewal.time(S - s);
  };
  let y = 0;
  while (poissonCdf(y, mean) < backorder / (backorder + holding)) y++;
  let S = y;
  let s = y;
  do s--;
  while (costOf(s, S) > loss(s));
  let best = costOf(s, S);
  for (let up = S + 1; loss(up) <= best; up++) {
    if (costOf(s, up) < best) {
      S = up;
      while (costOf(s, S) <= loss(s + 1)) s++;
      best = costOf(s, S);
    }
  }
  return { reorderPoint: s, orderUpTo: S, cost: best };
}

/** Renewal density m(j) and the expected number of periods until `total` is demanded. */
function renewals(mean: number) {
  const none = poissonDensity(0, mean);
  const densities = [1 / (1 - none)];
  const times = [0, densities[0]];
  const density = (j: number): number => {
    for (let k = densities.length; k <= j; k++) {
      let sum = 0;
      for (let i = 1; i <= k; i++) sum += poissonDensity(i, mean) * densities[k - i];
      densities.push(sum / (1 - none));
    }
    return densities[j];
  };
  const time = (total: number): number => {
    for (let k = times.length; k <= total; k++) times.push(times[k - 1] + density(k - 1));
    return times[total];
  };
  return { density, time };
}

/** Power approximation of (s, S) (Ehrhardt & Mosier 1984), without their cap for lots below 1.5 periods. */
export function powerLevels(
  { orderCost, holding, backorder }: LevelCosts,
  demand: NormalDemand,
  leadPeriods = 0,
): Omit<LevelPolicy, "cost"> {
  const mean = demand.mean * (leadPeriods + 1);
  const sd = demand.sd * Math.sqrt(leadPeriods + 1);
  const lot =
    1.3 * demand.mean ** 0.494 * (orderCost / holding) ** 0.506 * (1 + sd ** 2 / demand.mean ** 2) ** 0.116;
  const z = Math.sqrt((lot * holding) / (sd * backorder));
  const s = 0.973 * mean + sd * (0.183 / z + 1.063 - 2.192 * z);
  return { reorderPoint: s, orderUpTo: s + lot };
}
