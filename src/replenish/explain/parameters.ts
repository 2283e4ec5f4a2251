import { daysPerYear } from "../../calendar/bucket.ts";
import { defined } from "../../defined.ts";
import type { ParameterChange } from "../../suggestion.ts";
import type { ReplenishOptions } from "../context.ts";
import { shortageCostOf } from "../cost/unit-costs.ts";
import type { ItemPlan } from "../item/item-plan.ts";
import { clean } from "../lots/rounding.ts";
import { policies } from "../policies/index.ts";
import { expectedShort, fillRate } from "../service/service.ts";

/** A unit short costs this share of its price where no shortage cost is given, for weighing a change only. */
const shortageShare = 0.5;

/**
 * Reorder point, order-up-to level, safety stock and lead time for the ERP, old beside new. A change is proposed
 * only where its gain (less holding and shortage a year) beats the cost of the change.
 */
export function parameterOf(plan: ItemPlan, options: ReplenishOptions): ParameterChange {
  const { item, request } = plan;
  const { reorderPoint, orderUpTo, coverDemand } = plan.usual ?? plan;
  const reorderPointNew = clean(Math.max(0, reorderPoint));
  const leadTimeDaysNew = plan.leadTime.planned;
  const inForce = basisInForce(plan);
  const values = {
    item: item.item,
    ...defined({ reorderPointOld: item.reorderPoint }),
    reorderPointNew,
    ...defined({ orderUpToOld: item.maximumStock }),
    orderUpToNew: clean(Math.max(reorderPointNew, orderUpTo)),
    ...defined({ safetyStockOld: item.safetyStock }),
    safetyStockNew: clean(Math.max(0, reorderPoint - coverDemand)),
    ...defined({ leadTimeDaysOld: item.leadTimeDays }),
    leadTimeDaysNew,
    basis: request.meanPerBucket,
    ...defined({ basisOld: inForce }),
    bucket: request.bucket,
  };
  const found = reasonOf(plan, options, leadTimeDaysNew);
  // what has to be settled first moves no master data
  const [blocked] = request.blocked ?? [];
  if (blocked !== undefined) return { ...values, change: false, reason: blocked };
  const reason =
    found === "gain-below-cost" && isDrifted(request.meanPerBucket, inForce, options)
      ? "demand-drifted"
      : found;
  return { ...values, change: reason !== "unchanged" && reason !== "gain-below-cost", reason };
}

/**
 * Demand a bucket that the ERP's reorder point rests on: that of the run whose proposal it is, else of the run that
 * first let it stand, else (changed by somebody) today's. Undefined on the first run.
 */
function basisInForce({ item, request }: ItemPlan): number | undefined {
  const { previous, meanPerBucket } = request;
  const last = previous?.basis;
  if (item.reorderPoint === undefined || previous === undefined || last === undefined) return undefined;
  if (item.reorderPoint === last.reorderPoint) return last.inForce ?? last.fresh;
  return item.reorderPoint === previous.reorderPoint ? last.fresh : meanPerBucket;
}

/** True when demand has moved away from the one that a row rests on: somebody should look at it again. */
function isDrifted(now: number, then: number | undefined, { reopenDrift = 0.25 }: ReplenishOptions): boolean {
  return then !== undefined && Math.abs(now - then) > reopenDrift * Math.max(then, 1e-9);
}

function reasonOf(plan: ItemPlan, options: ReplenishOptions, leadTimeNew: number): string {
  const { item, protection, lotSize, reviewDays } = plan;
  const { reorderPoint: level } = plan.usual ?? plan;
  if (!policies[plan.policy].isOurs) return "unchanged";
  if (item.reorderPoint === undefined) return "no-reorder-point";
  if (
    Math.abs(leadTimeNew - (item.leadTimeDays ?? leadTimeNew)) > Math.max(7, 0.5 * (item.leadTimeDays ?? 0))
  )
    return "lead-time-differs";
  const old = item.reorderPoint;
  if (Math.abs(old - Math.max(0, level)) < (lotSize.whole ? 1 : 1e-6 * Math.max(1, old))) return "unchanged";
  const price = item.unitCost;
  if (price === undefined) {
    return Math.abs(fillRate(protection, old, lotSize) - fillRate(protection, level, lotSize)) > 0.01 ||
      old > 1.5 * Math.max(level, 1)
      ? direction(old, level)
      : "gain-below-cost";
  }
  const reviews = daysPerYear / reviewDays;
  const holding = (item.holdingRatePerYear ?? options.holdingRatePerYear) * price;
  const short = shortageCostOf(item) ?? shortageShare * price;
  const costOf = (x: number) => holding * x + short * reviews * expectedShort(protection, x, lotSize);
  // service that was asked for counts as well as money: too low a level is raised though it costs
  const missed = plan.aim.type === "fill" ? plan.aim.target - fillRate(protection, old, lotSize) : 0;
  const gain = Math.abs(costOf(old) - costOf(Math.max(level, 0)));
  return missed > 0.01 || gain > options.changeCost ? direction(old, level) : "gain-below-cost";
}

const direction = (old: number, level: number) => (old < level ? "too-little-service" : "too-much-stock");
