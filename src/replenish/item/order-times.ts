import { dayOf } from "../../calendar/date.ts";
import { defined } from "../../defined.ts";
import type { Item } from "../../item.ts";
import { type ReplenishContext, todayOf } from "../context.ts";
import { type LeadTimeDistribution, leadTimeDistribution } from "../demand/lead-time.ts";
import { shutdownDays } from "../demand/usual-days.ts";
import { policies } from "../policies/index.ts";
import { orderGap, type SupplyCalendar } from "./supply-calendar.ts";
import type { UsableItem } from "./usable-item.ts";

/** An item with when it can be ordered, and how long what is ordered takes. Days are day numbers or calendar days. */
export interface TimedItem extends UsableItem {
  readonly today: number;
  readonly calendar: SupplyCalendar;
  /** From order to arrival, goods receipt not included. */
  readonly leadTime: LeadTimeDistribution;
  readonly receiptWorkDays: number;
  /** Goods receipt in calendar days. */
  readonly receiptDays: number;
  /** Planned lead time with goods receipt, in calendar days. */
  readonly leadDays: number;
  readonly reviewDays: number;
  /** Last day on which the item is used; absent: no end is known. */
  readonly lastDay?: number;
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

/** Times of an item; a supplier that takes orders more rarely than the policy looks lengthens the review. */
export function withTimes(usable: UsableItem, context: ReplenishContext): TimedItem {
  const { request, item, policy } = usable;
  const today = todayOf(context);
  const orderDays = item.supplier === undefined ? undefined : context.suppliers.get(item.supplier)?.orderDays;
  const supplier = context.supplierCalendars(item.supplier);
  const calendar = { plant: context.plant, supplier, ...defined({ orderDays }) };
  const asked = Math.max(1, Math.ceil(item.reviewDays ?? context.options.reviewDays));
  const leadTime = leadTimeDistribution(item, request.leadTimeSamples);
  const receiptWorkDays = Math.max(0, item.goodsReceiptWorkingDays ?? 0);
  const receiptDays = Math.ceil((receiptWorkDays * 7) / 5);
  return {
    ...usable,
    today,
    calendar,
    leadTime,
    receiptWorkDays,
    receiptDays,
    leadDays: Math.ceil(leadTime.planned) + receiptDays,
    reviewDays: Math.max(policies[policy].reviewDays(asked), orderGap(orderDays)),
    ...defined({ lastDay: lastDayOf(item, today) }),
  };
}

/**
 * Day by whose end an order is usable: lead time in calendar days, longer by what a shutdown of the supplier takes,
 * then the next open day of the own plant, then the working days of goods receipt.
 * @param ordered day number of the order
 */
export function receiptDay(
  { calendar, leadTime, receiptWorkDays }: Pick<TimedItem, "calendar" | "leadTime" | "receiptWorkDays">,
  ordered: number,
): number {
  const { plant, supplier } = calendar;
  let arrival = ordered + Math.ceil(leadTime.planned);
  const closed = shutdownDays(supplier, ordered + 1, arrival);
  if (closed > 0) arrival = Math.max(arrival, supplier.add(arrival, closed));
  return plant.add(plant.next(arrival), Math.ceil(receiptWorkDays));
}
