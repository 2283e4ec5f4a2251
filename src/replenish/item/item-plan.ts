import { bucketsPerYear, daysOf, daysPerYear } from "../../calendar/bucket.ts";
import { dayOf } from "../../calendar/date.ts";
import { defined } from "../../defined.ts";
import type { Issue } from "../../issue.ts";
import type { Item } from "../../item.ts";
import { type ReplenishContext, type ReplenishItem, todayOf } from "../context.ts";
import { type DemandCurve, demandCurve } from "../demand/demand-curve.ts";
import { type Distribution, quantile } from "../demand/distribution.ts";
import { activeShare, sizesOf } from "../demand/forecast-length.ts";
import { type LeadTimeSpread, leadTimeSpread } from "../demand/lead-time.ts";
import { type Lot, lotOf } from "../lots/lot.ts";
import { type OrderQuantity, orderQuantity } from "../lots/order-quantity.ts";
import { clean } from "../lots/rounding.ts";
import { chosenSource } from "../lots/sources.ts";
import { levelsOf, type NamedPolicy, needOf, policyOf } from "../policies/policy-levels.ts";
import { type Aim, demandByDays, protections, serviceAt } from "../service/levels.ts";
import type { LotOf, Protection } from "../service/service.ts";
import { serviceOfOrder } from "../service/service-of-order.ts";
import type { Joined } from "../suppliers/joint.ts";
import { checkedItem } from "./master-data.ts";
import { type OrderDates, orderDayFrom, orderGap, receiptDay } from "./order-dates.ts";
import { orderDates } from "./order-when.ts";
import { type Position, positionOf } from "./position.ts";
import { type KeptQuantity, keptLevel, keptQuantity } from "./steady-order.ts";

/** Levels and order of one item, before supplier rules and budget. Days are day numbers. */
export interface ItemPlan {
  readonly one: ReplenishItem;
  readonly item: Item;
  readonly today: number;
  readonly policy: NamedPolicy;
  readonly curve: DemandCurve;
  readonly over: readonly Protection[];
  readonly spread: LeadTimeSpread;
  readonly dates: OrderDates;
  /** Planned lead time with goods receipt, and review, in calendar days. */
  readonly leadDays: number;
  readonly receiptDays: number;
  readonly receiptWorkDays: number;
  readonly reviewDays: number;
  readonly aim: Aim;
  readonly serviceType: "fill" | "cycle";
  readonly target: number;
  readonly lot: Lot;
  readonly lots: LotOf;
  /** An order is placed at or below this position; below 0: only when demand waits. */
  readonly level: number;
  readonly orderUpTo: number;
  /** Expected demand over lead and review time. */
  readonly coverDemand: number;
  /** How far its 90 % quantile lies above the mean, relative to it. */
  readonly coverExcess: number;
  readonly position: Position;
  readonly need: number;
  readonly order: OrderQuantity;
  readonly orderDay: number;
  readonly receiptDay: number;
  readonly late: boolean;
  readonly runsOut?: number;
  readonly expectedService: number;
  /** True when the last run's levels were kept. */
  readonly kept: boolean;
  /** Why it goes along with an order to its supplier although it is not due. */
  readonly joined?: Joined;
  /** Why the last run's quantity stays, and what this run would have ordered. */
  readonly stays?: Pick<KeptQuantity, "why"> & { readonly fresh: number };
}

/** Level in (0, 1): values above 1 are percent. */
const share = (level: number) => Math.min(level > 1 ? level / 100 : level, 0.9999);

function targetOf({ abc, xyz }: ReplenishItem, item: Item, { options }: ReplenishContext): number {
  const byClass = options.serviceByClass;
  return share(
    item.serviceLevel ?? byClass[abc + xyz] ?? byClass[abc] ?? byClass[xyz] ?? options.serviceLevel,
  );
}

/** A cost aim where a unit short has a price and nobody asked for a service level. */
function aimOf(one: ReplenishItem, item: Item, reviewDays: number, context: ReplenishContext): Aim {
  const { options } = context;
  const holdingRate = item.holdingRatePerYear ?? options.holdingRatePerYear;
  if (item.backorderCost !== undefined && item.serviceLevel === undefined && item.unitCost !== undefined) {
    return {
      type: "cost",
      short: Math.max(0, item.backorderCost),
      holdingPerUnitAndReview: (holdingRate * item.unitCost * reviewDays) / daysPerYear,
    };
  }
  return { type: item.serviceType ?? options.serviceType, target: targetOf(one, item, context) };
}

/** Last day on which the item is used: its phase-out, or the day before its successor takes over. */
function lastDayOf(item: Item, today: number): number | undefined {
  if (item.phaseOut === true) return today;
  const ends = [
    typeof item.phaseOut === "string" ? dayOf(item.phaseOut) : Number.NaN,
    item.successor !== undefined && item.successorFrom !== undefined
      ? dayOf(item.successorFrom) - 1
      : Number.NaN,
  ].filter((day) => !Number.isNaN(day));
  return ends.length === 0 ? undefined : Math.max(today, Math.min(...ends));
}

/** First day on which what is there and on its way no longer covers expected demand. */
function runOut(curve: DemandCurve, { onHand, backorders, supply }: Position): number | undefined {
  let available = onHand - backorders;
  let day = available <= 0 ? curve.today : curve.dayOf(available);
  for (const { day: arrives, quantity } of supply) {
    if (day !== undefined && arrives > day) break;
    available += quantity;
    day = available <= 0 ? curve.today : curve.dayOf(available);
  }
  return day;
}

/**
 * Plans one item; undefined when it must not be planned (an issue says why).
 * @param given reorder level decided elsewhere, e.g. over the assortment
 */
export function itemPlan(
  one: ReplenishItem,
  context: ReplenishContext,
  issues: Issue[],
  given?: number,
): ItemPlan | undefined {
  const { options, plant } = context;
  const today = todayOf(context);
  const { item: checked, plannable } = checkedItem(one.item, context.suppliers, issues);
  if (checked.planning === "none") return undefined;
  if (!plannable) return undefined;
  const item = chosenSource(checked, one.meanPerBucket * bucketsPerYear[one.bucket], issues);

  const whole = one.wholeUnits;
  const supplier = item.supplier === undefined ? undefined : context.suppliers.get(item.supplier);
  const dates: OrderDates = {
    plant,
    supplier: context.supplierCalendars(item.supplier),
    ...(supplier?.orderDays === undefined ? {} : { orderDays: supplier.orderDays }),
  };
  const policy = policyOf(item, options.policy);
  const asked = Math.max(1, Math.ceil(item.reviewDays ?? options.reviewDays));
  const reviewDays = Math.max(policy === "sS" ? 1 : asked, orderGap(dates.orderDays));
  const spread = leadTimeSpread(item, one.leadTimeSamples);
  const receiptWorkDays = Math.max(0, item.goodsReceiptWorkingDays ?? 0);
  const receiptDays = Math.ceil((receiptWorkDays * 7) / 5);
  const leadDays = Math.ceil(spread.planned) + receiptDays;

  for (const { date, quantity } of one.requirements) {
    if (dayOf(date) <= today) {
      issues.push({ code: "requirement-overdue", severity: "info", item: item.item, quantity, text: date });
    }
  }
  const lastDay = lastDayOf(item, today);
  const curve = demandCurve({
    forecast: one.forecast,
    bucket: one.bucket,
    requirements: one.requirements,
    today,
    plant,
    ...defined({ lastDay }),
    ...(one.burst === undefined || one.bucket === "day" ? {} : { burst: one.burst }),
    requirementsOnly: item.planning === "requirements",
  });
  const position = positionOf({ ...one, item }, leadDays, today, plant, issues);

  const longest =
    Math.ceil(Math.max(leadDays, ...spread.days.map((days) => days + receiptDays))) + reviewDays;
  const byDays = demandByDays(curve, longest);
  const active = activeShare(one.forecast, reviewDays / daysOf[one.bucket]);
  const means = Array.from({ length: longest + 1 }, (_, days) => curve.mean(days));
  const sizes = one.requirements.length > 0 ? [] : sizesOf(one.forecast);
  const demandOver = (of: LeadTimeSpread) =>
    protections(byDays, means, of, receiptDays, reviewDays, active, sizes);
  const over = demandOver(spread);
  const yearly = lastDay === undefined ? one.meanPerBucket * bucketsPerYear[one.bucket] : curve.mean(365);
  const plainLot = policy === "RS" || policy === "need";
  const lot = lotOf(
    plainLot ? { ...item, minimumOrder: 0, orderCost: 0, priceBreaks: [] } : item,
    yearly,
    plainLot ? { ...options, orderCost: 0 } : options,
    whole,
    options.serviceScope === "assortment" ? context.endRate : undefined,
  );
  const lots: LotOf = { lot: lot.order, whole };
  const aim = aimOf(one, item, reviewDays, context);
  const serviceType = aim.type === "cost" ? "fill" : aim.type;
  const coverDemand = curve.mean(leadDays + reviewDays);
  const serviceOf = (level: number) => serviceAt(over, serviceType, level, lots);
  const levels =
    given === undefined
      ? levelsOf(policy, item, { demandOver, spread, aim, lots, lot, coverDemand })
      : { level: given, orderUpTo: clean(given + lot.quantity) };
  const { previous } = one;
  const holdingPerUnitYear =
    item.unitCost === undefined
      ? undefined
      : item.unitCost * (item.holdingRatePerYear ?? options.holdingRatePerYear);
  const before =
    policy === "min-max" || aim.type === "cost" || previous === undefined
      ? undefined
      : keptLevel(previous, levels.level, {
          whole,
          serviceOf,
          changeCost: options.changeCost,
          ...defined({ holdingPerUnitYear }),
        });
  const level = before ?? levels.level;
  const orderUpTo = before === undefined ? levels.orderUpTo : before + lot.quantity;

  const triggered = position.position <= level + 1e-9 * Math.max(1, level);
  const need = triggered ? clean(needOf(policy, position.position, level, orderUpTo, lot.order)) : 0;
  const rules = { ...item, whole, tolerance: options.packTolerance, ...usableStock(item, curve, leadDays) };
  const planned = orderQuantity(need, position.position, rules);
  const earlier = orderQuantity(previous?.quantity ?? 0, position.position, rules);
  const stays =
    policy === "min-max" || previous === undefined
      ? undefined
      : keptQuantity({
          previous,
          today,
          position: position.position,
          onOrder: position.onOrder,
          level,
          coverDemand,
          fresh: planned.quantity,
          allowed: earlier.quantity,
          target: aim.type === "cost" ? serviceOf(level) : aim.target,
          serviceWith: (quantity) =>
            serviceOfOrder({ lots, level, over, serviceType, need, order: planned }, quantity),
          ...defined({ holdingPerUnitYear }),
          yearsPerUnit: yearly > 0 ? 1 / yearly : 0,
          options,
        });
  const order = stays === undefined ? planned : earlier;
  const when = orderDates(
    { curve, position: position.position, floor: level - coverDemand, leadDays, reviewDays, dates, today },
    order.quantity > 0,
  );
  // an order that waits for the end of the frozen window is due there
  const orderDay =
    stays !== undefined && stays.until > today && order.quantity === 0
      ? orderDayFrom(dates, stays.until)
      : when.orderDay;
  const out = runOut(curve, position);
  return {
    one,
    item,
    today,
    policy,
    curve,
    over,
    spread,
    dates,
    leadDays,
    receiptDays,
    receiptWorkDays,
    reviewDays,
    aim,
    serviceType,
    target: aim.type === "cost" ? serviceOf(level) : aim.target,
    lot,
    lots,
    level,
    orderUpTo,
    coverDemand,
    coverExcess: excessOf(over[0].leadAndReview),
    position,
    need: stays === undefined || triggered ? need : order.quantity,
    order,
    orderDay,
    receiptDay: receiptDay(dates, orderDay, leadDays - receiptDays, receiptWorkDays),
    late: when.late,
    ...defined({ runsOut: out }),
    expectedService: serviceOf(level),
    kept: before !== undefined,
    ...(stays === undefined ? {} : { stays: { why: stays.why, fresh: planned.quantity } }),
  };
}

const excessOf = (cover: Distribution) =>
  cover.mean > 0 ? Math.max(0, quantile(cover, 0.9) / cover.mean - 1) : 0;

/** What is used up within 80 % of the shelf life after the arrival of an order. */
function usableStock(item: Item, curve: DemandCurve, leadDays: number) {
  return item.shelfLifeDays === undefined
    ? {}
    : { usableStock: curve.mean(leadDays + 0.8 * item.shelfLifeDays) };
}
