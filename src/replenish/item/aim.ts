import { daysPerYear } from "../../calendar/bucket.ts";
import type { ReplenishOptions } from "../context.ts";
import { leastCostLevel, type ReviewCosts } from "../cost/expected-cost.ts";
import { beginShareOf, holdingPerUnitYear, lostShareOf, shortageCostOf } from "../cost/unit-costs.ts";
import { type Aim, reorderLevel } from "../service/levels.ts";
import type { LotSize, Protection } from "../service/service.ts";
import { type DemandedItem, protectionBy } from "./demand-ahead.ts";

/** Level in (0, 1): values above 1 are percent. */
const share = (level: number) => Math.min(level > 1 ? level / 100 : level, 0.9999);

function targetOf({ request, item }: DemandedItem, options: ReplenishOptions): number {
  const { abc, xyz } = request;
  const byClass = options.serviceByClass;
  return share(
    item.serviceLevel ?? byClass[abc + xyz] ?? byClass[abc] ?? byClass[xyz] ?? options.serviceLevel,
  );
}

/** What a review period of the item costs; undefined where holding or a unit short has no price. */
export function reviewCostsOf(
  { item, reviewDays }: DemandedItem,
  { holdingRatePerYear, orderCost }: ReplenishOptions,
): ReviewCosts | undefined {
  const [short, holding] = [shortageCostOf(item), holdingPerUnitYear(item, holdingRatePerYear)];
  if (short === undefined || holding === undefined) return undefined;
  return {
    holdingPerReview: (holding * reviewDays) / daysPerYear,
    beginShare: beginShareOf(item, reviewDays),
    short: Math.max(0, short),
    lostShare: lostShareOf(item),
    orderLine: item.orderCost ?? orderCost,
  };
}

/** A cost aim where a unit short has a price and nobody asked for a service level. */
export function aimOf(
  demanded: DemandedItem,
  options: ReplenishOptions,
  costs: ReviewCosts | undefined,
): Aim {
  const { item } = demanded;
  if (costs !== undefined && item.serviceLevel === undefined)
    return { type: "cost", short: costs.short, holdingPerUnitAndReview: costs.holdingPerReview };
  return { type: item.serviceType ?? options.serviceType, target: targetOf(demanded, options) };
}

/** Reorder point that the aim asks for: where demand is lost, from the stock projected for the arrival. */
export function aimedLevel(
  demanded: DemandedItem,
  protection: readonly Protection[],
  aim: Aim,
  lotSize: LotSize,
  costs: ReviewCosts | undefined,
): number {
  const { item, leadTime } = demanded;
  if (!(lostShareOf(item) > 0)) return reorderLevel(protectionBy(demanded), leadTime, aim, lotSize);
  return aim.type === "cost" && costs !== undefined
    ? leastCostLevel(protection, costs, lotSize)
    : reorderLevel(() => protection, leadTime, aim, lotSize);
}
