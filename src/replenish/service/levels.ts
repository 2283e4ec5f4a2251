import type { DemandCurve } from "../demand/demand-curve.ts";
import { type Distribution, distribution } from "../demand/distribution.ts";
import type { LeadTimeDistribution } from "../demand/lead-time.ts";
import {
  cheapestLevel,
  cycleService,
  fillRate,
  type LotSize,
  levelForCycle,
  levelForFill,
  type Protection,
} from "./service.ts";

/** What a level is sized for. */
export type Aim =
  | { readonly type: "fill" | "cycle"; readonly target: number }
  | { readonly type: "cost"; readonly holdingPerUnitAndReview: number; readonly short: number };

/** Demand by the length of the interval in days. */
type DemandByDays = (days: number) => Distribution;

/** Demand over 0 to `longest` days, each at least that of the shorter one. */
export function demandByDays(curve: DemandCurve, longest: number): DemandByDays {
  const { levels } = curve;
  const width = levels.length;
  const rows = new Float64Array((longest + 1) * width);
  for (let day = 0; day <= longest; day++) {
    const row = rows.subarray(day * width, (day + 1) * width);
    curve.quantiles(day, row);
    if (day > 0) for (let i = 0; i < width; i++) row[i] = Math.max(row[i], rows[(day - 1) * width + i]);
  }
  const made = new Map<number, Distribution>();
  return (days) => {
    // A copy: a part of `rows` would keep all of it.
    const known =
      made.get(days) ?? distribution(levels, Array.from(rows.subarray(days * width, (days + 1) * width)));
    made.set(days, known);
    return known;
  };
}

/** Least and largest expected demand of a review period that starts within the first `lead` days. */
function reviewRange(means: readonly number[], lead: number, reviewDays: number) {
  let least = Number.POSITIVE_INFINITY;
  let largest = 0;
  for (let d = 0; d <= lead; d++) {
    const review = means[d + reviewDays] - means[d];
    least = Math.min(least, review);
    largest = Math.max(largest, review);
  }
  return { least: Math.max(0, least), largest };
}

/**
 * Lead times with demand until their order arrives and until the next one does.
 * @param means expected demand of the next 0, 1, 2 … days
 * @param active probability that a review period brings any demand
 * @param sizes sizes of the demand of such a period relative to their mean; none: known by its day
 */
export function protections(
  byDays: DemandByDays,
  means: readonly number[],
  leadTime: LeadTimeDistribution,
  receiptDays: number,
  reviewDays: number,
  active: number,
  sizes: readonly number[],
): Protection[] {
  return leadTime.days.map((days, k) => {
    const lead = Math.ceil(days) + receiptDays;
    const { least, largest } = reviewRange(means, lead, reviewDays);
    return {
      weight: leadTime.weights[k],
      lead: byDays(lead),
      leadAndReview: byDays(lead + reviewDays),
      review: least,
      active,
      size: sizes.length === 0 ? 0 : largest / active,
      sizes,
    };
  });
}

function levelFor(protection: readonly Protection[], aim: Aim, lotSize: LotSize): number {
  if (aim.type === "fill") return levelForFill(protection, aim.target, lotSize);
  if (aim.type === "cost") return cheapestLevel(protection, aim, lotSize);
  const level = levelForCycle(protection, aim.target, lotSize.whole);
  // an order is placed at or below the level: whole stock is at least one above it afterwards
  return lotSize.whole ? Math.max(-1, level - 1) : level;
}

/**
 * Position at or below which an order is placed. A longer lead time never gives a lower one: demand by days only
 * grows, and where costs decide, the shorter lead times are looked at too.
 */
export function reorderLevel(
  demandOver: (leadTime: LeadTimeDistribution) => readonly Protection[],
  leadTime: LeadTimeDistribution,
  aim: Aim,
  lotSize: LotSize,
): number {
  let level = levelFor(demandOver(leadTime), aim, lotSize);
  if (aim.type !== "cost") return level;
  const longest = Math.ceil(Math.max(...leadTime.days));
  for (let lead = 0; lead < longest; lead += longest > 60 ? 7 : 1) {
    const shorter = demandOver({ ...leadTime, days: [lead], weights: [1] });
    level = Math.max(level, cheapestLevel(shorter, aim, lotSize));
  }
  return level;
}

/** Service that a level gives, by the definition asked for. */
export function serviceAt(
  protection: readonly Protection[],
  type: "fill" | "cycle",
  level: number,
  lotSize: LotSize,
): number {
  return type === "fill"
    ? fillRate(protection, level, lotSize)
    : cycleService(protection, lotSize.whole ? level + 1 : level);
}
