import { normalCdf, normalQuantile } from "../../src/numeric/normal.ts";
import { inverseLoss, type NormalDemand, shortOf } from "./normal-demand.ts";

/** Safety stock k sigma for a probability of no stockout in a cycle (P1). */
export const stockForCycle = (sd: number, target: number): number => sd * normalQuantile(target);

/**
 * Safety stock for a fill rate (P2) with lots of `lot`: G(k) = lot (1 - target) / sd, first term only; never below 0.
 * @example stockForFill(11.4, 0.99, 200) // 6.5629
 */
export const stockForFill = (sd: number, target: number, lot: number): number =>
  Math.max(0, sd * inverseLoss((lot * (1 - target)) / sd));

/** Deviation of demand over `periods` when their number varies too: sqrt(L sd^2 + d^2 sdL^2). */
export const spreadOfLead = (demand: NormalDemand, periods: number, sdPeriods: number): number =>
  Math.sqrt(periods * demand.sd ** 2 + demand.mean ** 2 * sdPeriods ** 2);

/** Fill rate of a reorder point with lots of `lot`; `exact` also counts what is short beyond the lot. */
export function fillOfReorderPoint(
  lead: NormalDemand,
  reorderPoint: number,
  lot: number,
  exact: boolean,
): number {
  const beyond = exact ? shortOf(lead, reorderPoint + lot) : 0;
  return 1 - (shortOf(lead, reorderPoint) - beyond) / lot;
}

/** Probability of no stockout in a cycle. */
export const cycleOfReorderPoint = ({ mean, sd }: NormalDemand, reorderPoint: number): number =>
  normalCdf((reorderPoint - mean) / sd);
