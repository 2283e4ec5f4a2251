import type { DemandCurve } from "./demand-curve.ts";
import { atLeast, type Distribution } from "./distribution.ts";
import type { LeadTimeSpread } from "./lead-time.ts";
import {
  cheapestLevel,
  cycleService,
  expectedShort,
  fillRate,
  type LotOf,
  levelForCycle,
  levelForFill,
  type Protection,
  reviewDemand,
} from "./service.ts";

/** What a level is sized for. */
export type Aim =
  | { readonly type: "fill" | "cycle"; readonly target: number }
  | { readonly type: "cost"; readonly holdingPerUnitAndReview: number; readonly short: number };

/** Demand over 0, 1, 2 … days, each at least that of the shorter one. */
export function demandByDays(curve: DemandCurve, days: number): Distribution[] {
  const list: Distribution[] = [];
  for (let d = 0; d <= days; d++) {
    const over = curve.over(d);
    list.push(d === 0 ? over : atLeast(over, list[d - 1]));
  }
  return list;
}

/** Lead times with demand until their order arrives and until the next one does. */
export function protections(
  byDays: readonly Distribution[],
  spread: LeadTimeSpread,
  receiptDays: number,
  reviewDays: number,
): Protection[] {
  return spread.days.map((lead, k) => ({
    weight: spread.weights[k],
    lead: byDays[Math.ceil(lead) + receiptDays],
    leadAndReview: byDays[Math.ceil(lead) + receiptDays + reviewDays],
  }));
}

function levelFor(over: readonly Protection[], aim: Aim, lots: LotOf): number {
  if (aim.type === "fill") return levelForFill(over, aim.target, lots);
  if (aim.type === "cost") return cheapestLevel(over, aim, lots);
  const level = levelForCycle(over, aim.target, lots.whole);
  // an order is placed at or below the level: whole stock is at least one above it afterwards
  return lots.whole ? Math.max(-1, level - 1) : level;
}

/**
 * Position at or below which an order is placed. A longer lead time never gives a lower one: every shorter lead
 * time is looked at too, so that a quiet season at the end of a long lead time does not hide the busy one before.
 */
export function reorderLevel(
  byDays: readonly Distribution[],
  spread: LeadTimeSpread,
  receiptDays: number,
  reviewDays: number,
  aim: Aim,
  lots: LotOf,
): number {
  let level = levelFor(protections(byDays, spread, receiptDays, reviewDays), aim, lots);
  if (aim.type === "cycle") return level;
  const longest = Math.ceil(Math.max(...spread.days)) + receiptDays;
  const step = aim.type === "cost" && longest > 60 ? 7 : 1;
  for (let lead = 0; lead < longest; lead += step) {
    const shorter = [{ weight: 1, lead: byDays[lead], leadAndReview: byDays[lead + reviewDays] }];
    if (aim.type === "cost") level = Math.max(level, cheapestLevel(shorter, aim, lots));
    else if (expectedShort(shorter, level, lots) > (1 - aim.target) * reviewDemand(shorter) * (1 + 1e-9)) {
      level = Math.max(level, levelForFill(shorter, aim.target, lots));
    }
  }
  return level;
}

/** Service that a level gives, by the definition asked for. */
export function serviceAt(
  over: readonly Protection[],
  type: "fill" | "cycle",
  level: number,
  lots: LotOf,
): number {
  return type === "fill" ? fillRate(over, level, lots) : cycleService(over, lots.whole ? level + 1 : level);
}
