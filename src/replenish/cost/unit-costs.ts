import { bucketsPerYear, daysOf } from "../../calendar/bucket.ts";
import type { Item } from "../../item.ts";

/** Share of the demand short that is lost; what is not lost waits. @example lostShareOf({ item: "A", shortage: "lost" }) // 1 */
export function lostShareOf({ shortage, lostShare = 0 }: Item): number {
  if (shortage === "lost") return 1;
  return shortage === "partial" ? Math.min(1, Math.max(0, lostShare)) : 0;
}

/** Cost of one unit short; undefined where nobody gives one. */
export const shortageCostOf = ({ shortageCost, backorderCost }: Item): number | undefined =>
  shortageCost ?? backorderCost;

/** Holding one unit for a year by what the item says of units; undefined where it says nothing. */
const ownHolding = ({ holdingCostPerUnit, holdingPer }: Item): number | undefined =>
  holdingCostPerUnit === undefined || holdingPer === undefined
    ? undefined
    : holdingCostPerUnit * bucketsPerYear[holdingPer];

/** Holding one unit for a year; undefined where neither a cost of units nor a price is known. */
export function holdingPerUnitYear(item: Item, holdingRatePerYear: number): number | undefined {
  const own = ownHolding(item);
  if (own !== undefined) return own;
  return item.unitCost === undefined
    ? undefined
    : item.unitCost * (item.holdingRatePerYear ?? holdingRatePerYear);
}

/** An item whose holding cost of units, where it has one, is the rate on its price. */
export function withOwnRate(item: Item): Item {
  const own = ownHolding(item);
  if (own === undefined || item.unitCost === undefined || !(item.unitCost > 0)) return item;
  return { ...item, holdingRatePerYear: own / item.unitCost };
}

/**
 * Part of a review period's holding that is paid on the stock at its begin, the rest on that at its end: stock is
 * counted at the end of each `holdingPer`, so that a cost per week of a shop that orders weekly is paid on what is
 * left over. Without a period of its own stock is counted all the time.
 * @example beginShareOf({ item: "A", holdingPer: "week" }, 7) // 0
 */
export function beginShareOf({ holdingPer }: Item, reviewDays: number): number {
  if (holdingPer === undefined) return 0.5;
  const counts = reviewDays / daysOf[holdingPer];
  return counts < 1 - 1e-9 ? 0.5 : Math.max(0, (counts - 1) / (2 * counts));
}
