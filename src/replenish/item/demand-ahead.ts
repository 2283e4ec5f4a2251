import { bucketsPerYear, daysOf } from "../../calendar/bucket.ts";
import { dayOf, isoDate } from "../../calendar/date.ts";
import { defined } from "../../defined.ts";
import type { Issue } from "../../issue.ts";
import type { Requirement } from "../../item.ts";
import type { ReplenishContext } from "../context.ts";
import { type DemandCurve, demandCurve } from "../demand/demand-curve.ts";
import { activeInSeason, sizesOf } from "../demand/forecast-length.ts";
import type { LeadTimeDistribution } from "../demand/lead-time.ts";
import { demandByDays, protections } from "../service/levels.ts";
import type { Protection } from "../service/service.ts";
import type { TimedItem } from "./order-times.ts";
import { type Position, positionOf } from "./position.ts";

/** An item with what it will be asked for, and what is there for that. Quantities in base units. */
export interface DemandedItem extends TimedItem {
  readonly curve: DemandCurve;
  /** Expected demand until what is ordered at the next review can be used. */
  readonly coverDemand: number;
  /** Expected demand of a year: recent demand, or what an item with an end is still asked for. */
  readonly yearlyDemand: number;
  readonly position: Position;
}

/** Requirements less what the master data count as backorders already: overdue orders that wait are the same ones. */
function beyondBackorders(
  requirements: readonly Requirement[],
  backorders: number,
  today: number,
): readonly Requirement[] {
  let waiting = Math.max(0, backorders);
  if (waiting === 0) return requirements;
  return requirements.map((one) => {
    if (dayOf(one.date) > today) return one;
    const same = Math.min(waiting, Math.max(0, one.quantity));
    waiting -= same;
    return { ...one, quantity: one.quantity - same };
  });
}

/** Demand from today on, and the position that has to serve it; overdue requirements are reported. */
export function withDemandAhead(
  timed: TimedItem,
  { plant, options }: ReplenishContext,
  issues: Issue[],
): DemandedItem {
  const { request, item, today, coverDays, lastDay } = timed;
  const { forecast, bucket, requirements, burst, meanPerBucket } = request;
  for (const { date, quantity } of requirements) {
    if (dayOf(date) <= today) {
      issues.push({ code: "requirement-overdue", severity: "info", item: item.item, quantity, text: date });
    } else if (lastDay !== undefined && dayOf(date) > lastDay && quantity > 0) {
      const last = isoDate(lastDay);
      issues.push({
        code: "requirement-after-end",
        severity: "warning",
        item: item.item,
        quantity,
        text: date,
        last,
      });
    }
  }
  const curve = demandCurve({
    forecast,
    bucket,
    requirements: beyondBackorders(requirements, item.backorders ?? 0, today),
    today,
    plant,
    consumptionDaysBefore: options.consumptionDaysBefore ?? null,
    consumptionDaysAfter: options.consumptionDaysAfter ?? null,
    ...defined({ takeover: request.takeover, lastDay, burst: bucket === "day" ? undefined : burst }),
    requirementsOnly: item.planning === "requirements",
  });
  return {
    ...timed,
    curve,
    coverDemand: curve.mean(coverDays),
    yearlyDemand: lastDay === undefined ? meanPerBucket * bucketsPerYear[bucket] : curve.mean(365),
    position: positionOf(timed, issues),
  };
}

/** Protection intervals by lead time: demand until an order placed now arrives, and until the next one does. */
export function protectionBy({
  request,
  curve,
  leadTime,
  leadDays,
  receiptDays,
  delay,
  coverDays,
}: DemandedItem): (leadTime: LeadTimeDistribution) => Protection[] {
  const { forecast, bucket } = request;
  const lead = delay + Math.max(leadDays, ...leadTime.days.map((days) => days + receiptDays));
  const reviewDays = coverDays - leadDays - delay;
  const longest = Math.ceil(lead) + reviewDays;
  const byDays = demandByDays(curve, longest);
  const means = Array.from({ length: longest + 1 }, (_, days) => curve.mean(days));
  const active = activeInSeason(forecast, reviewDays / daysOf[bucket]);
  // what is known for later says nothing of the demand until then
  const sizes = curve.known(curve.today + longest) > 0 ? [] : sizesOf(forecast);
  return (of) => protections(byDays, means, of, receiptDays + delay, reviewDays, active, sizes);
}
