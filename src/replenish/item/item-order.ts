import { mostDays } from "../../bounds.ts";
import { defined } from "../../defined.ts";
import type { Item } from "../../item.ts";
import type { ReplenishContext, ReplenishOptions } from "../context.ts";
import { holdingPerUnitYear } from "../cost/unit-costs.ts";
import type { DemandCurve } from "../demand/demand-curve.ts";
import { type OrderQuantity, orderQuantity, type QuantityRules } from "../lots/order-quantity.ts";
import { clean } from "../lots/rounding.ts";
import { policies } from "../policies/index.ts";
import { serviceOfOrder } from "../service/service-of-order.ts";
import type { SizedItem } from "./item-levels.ts";
import { orderDay } from "./order-day.ts";
import { dayEmpty, runOutDays } from "./run-out.ts";
import { type KeptQuantity, keptQuantity } from "./steady-order.ts";
import { daysToOrderDay, orderDayFrom } from "./supply-calendar.ts";
import { canWait, supplyInTime } from "./supply-in-time.ts";
import { receiptDay } from "./supply-way.ts";

/** An item with what it orders, and when. Quantities in base units, days are day numbers. */
export interface OrderedItem extends SizedItem {
  /** What is missing, before minimum order and packs. */
  readonly need: number;
  /** What else is missing, and would come only after the last day of the item; absent: nothing. */
  readonly missed?: number;
  readonly order: OrderQuantity;
  /** What the days until the supplier takes orders add to the demand to be covered; 0 where it takes them at once. */
  readonly waitDemand: number;
  readonly orderDay: number;
  readonly receiptDay: number;
  readonly late: boolean;
  /** True where what is missing waits for the next review: this one has ordered already. */
  readonly waits: boolean;
  /** First day on which what is there and on its way no longer covers expected demand; absent: not in sight. */
  readonly runsOut?: number;
  /** The same for demand as high as in one case of twenty; never after {@link runsOut}. */
  readonly safeUntil?: number;
  /** Why the last run's quantity stays, and what this run would have ordered. */
  readonly stays?: Pick<KeptQuantity, "why"> & { readonly fresh: number };
}

/** What is used up within 80 % of the shelf life after the arrival of an order; one of ten years is no limit. */
export const usableStock = (
  { shelfLifeDays }: Item,
  curve: DemandCurve,
  leadDays: number,
): number | undefined =>
  shelfLifeDays === undefined || shelfLifeDays >= mostDays
    ? undefined
    : curve.mean(leadDays + 0.8 * shelfLifeDays);

/** Demand of the days by which an order of now covers longer because the supplier takes it only on another day. */
function waitDemandOf({ policy, calendar, today, delay, curve, coverDays, lastDay }: SizedItem): number {
  // the ERP's own levels are what they are; a shutdown's delay holds the wait already
  if (!policies[policy].isOurs || delay > 0) return 0;
  const wait = daysToOrderDay(calendar, today);
  if (wait === 0 || (lastDay !== undefined && lastDay <= today + coverDays)) return 0;
  return clean(Math.max(0, curve.mean(coverDays + wait) - curve.mean(coverDays)));
}

/** What is needed of an order that can only come after the last day of the item: what customers wait for by then. */
function usefulNeed({ lastDay, curve, calendar, today, ...sized }: SizedItem, need: number, there: number) {
  if (lastDay === undefined || receiptDay({ calendar, ...sized }, orderDayFrom(calendar, today)) <= lastDay)
    return need;
  return Math.min(need, Math.max(0, clean(curve.known(lastDay) - there)));
}

/** Need and order of an item, and the day on which the order goes out. */
export function withOrder(planned: SizedItem, { options }: ReplenishContext): OrderedItem {
  const position = supplyInTime(planned);
  const sized = { ...planned, position };
  const { request, item, policy, curve, coverDemand, reorderPoint, lot, today, calendar } = sized;
  const isBelow = position.position <= reorderPoint + 1e-9 * Math.max(1, reorderPoint);
  const waits = isBelow && canWait(sized, position);
  const isDue = isBelow && !waits;
  const waitDemand = isDue ? waitDemandOf(sized) : 0;
  const there = position.position - waitDemand;
  const wanted = isDue ? clean(policies[policy].need(there, sized, lot.leastOrder)) : 0;
  const need = usefulNeed(sized, wanted, there);
  const rules = {
    ...item,
    whole: request.wholeUnits,
    tolerance: options.packTolerance,
    ...defined({ usableStock: usableStock(item, curve, sized.leadDays + sized.delay) }),
  };
  const fresh = orderQuantity(need, position.position, rules);
  const kept = policies[policy].isOurs ? lastQuantity(sized, { need, fresh, rules }, options) : undefined;
  const order = kept?.order ?? fresh;
  // what may wait for the lot is no reason to order only once the shelf is empty
  const floor = reorderPoint >= 0 ? Math.max(0, reorderPoint - coverDemand) : reorderPoint - coverDemand;
  const needed = dayEmpty(curve, position.position - floor, position.later);
  const day = orderDay(sized, needed, order.quantity > 0);
  // an order that waits for the end of the frozen window is due there
  const isFrozen = kept !== undefined && kept.until > today && order.quantity === 0;
  const ordered = isFrozen ? orderDayFrom(calendar, kept.until) : day.orderDay;
  return {
    ...sized,
    need: kept === undefined || isDue ? need : order.quantity,
    ...(need < wanted ? { missed: clean(wanted - need) } : {}),
    order,
    waitDemand,
    orderDay: ordered,
    receiptDay: receiptDay(sized, ordered),
    late: day.late,
    waits: waits && order.quantity === 0,
    ...runOutDays(curve, position),
    ...(kept === undefined ? {} : { stays: { why: kept.why, fresh: fresh.quantity } }),
  };
}

/** What this run would order by its own levels. */
interface FreshOrder {
  readonly need: number;
  readonly fresh: OrderQuantity;
  readonly rules: QuantityRules;
}

/** The last run's quantity, as this run's rules allow it, where it stays. */
function lastQuantity(
  sized: SizedItem,
  { need, fresh, rules }: FreshOrder,
  options: ReplenishOptions,
): (KeptQuantity & { readonly order: OrderQuantity }) | undefined {
  const { request, item, today, position, coverDemand, yearlyDemand, reorderPoint, target } = sized;
  const { previous } = request;
  if (previous === undefined) return undefined;
  const order = orderQuantity(previous.quantity, position.position, rules);
  const kept = keptQuantity({
    previous,
    today,
    position: position.position,
    onOrder: position.onOrder,
    reorderPoint,
    coverDemand,
    fresh: fresh.quantity,
    allowed: order.quantity,
    target,
    serviceWith: (quantity) => serviceOfOrder({ ...sized, need, order: fresh }, quantity),
    ...defined({ holdingPerUnitYear: holdingPerUnitYear(item, options.holdingRatePerYear) }),
    yearsPerUnit: yearlyDemand > 0 ? 1 / yearlyDemand : 0,
    coverDays: sized.coverDays,
    options,
  });
  return kept === undefined ? undefined : { ...kept, order };
}
