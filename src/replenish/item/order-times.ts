import { dayOf } from "../../calendar/date.ts";
import { defined } from "../../defined.ts";
import type { Item } from "../../item.ts";
import { type ReplenishContext, todayOf } from "../context.ts";
import { type LeadTimeDistribution, leadTimeDistribution } from "../demand/lead-time.ts";
import { isShared } from "../lots/sources.ts";
import { policies } from "../policies/index.ts";
import { orderDayFrom, orderGap, type SupplyCalendar, supplyCalendar } from "./supply-calendar.ts";
import { receiptDay, shutdownDelay } from "./supply-way.ts";
import type { UsableItem } from "./usable-item.ts";

/** An item with when it can be ordered, and how long what is ordered takes. Days are day numbers or calendar days. */
export interface TimedItem extends UsableItem {
  readonly today: number;
  readonly calendar: SupplyCalendar;
  /** The same of another supplier of the item. */
  readonly calendarOf: (supplier: string | undefined) => SupplyCalendar;
  /** From order to arrival, goods receipt not included. */
  readonly leadTime: LeadTimeDistribution;
  readonly receiptWorkDays: number;
  /** Goods receipt in calendar days. */
  readonly receiptDays: number;
  /** Planned lead time with goods receipt, in calendar days. */
  readonly leadDays: number;
  readonly reviewDays: number;
  /** Days by which shutdowns delay an order placed today. */
  readonly delay: number;
  /** Days until what is ordered at the next review can be used: lead time, review, and what shutdowns add. */
  readonly coverDays: number;
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

/** The lead time of an item that several sources share: as likely as its share each, planned as its main source. */
function sharedLeadTime(item: Item, main: LeadTimeDistribution): LeadTimeDistribution {
  if (!isShared(item)) return main;
  const others = (item.sources ?? []).filter(({ share = 0 }) => share > 0);
  const all = [{ share: item.share ?? 0, of: main }].concat(
    others.map((source) => ({ share: source.share ?? 0, of: leadTimeDistribution(source, undefined) })),
  );
  const shares = all.reduce((sum, { share }) => sum + share, 0);
  return {
    ...main,
    days: all.flatMap(({ of }) => of.days),
    weights: all.flatMap(({ share, of }) => of.weights.map((weight) => (weight * share) / shares)),
  };
}

/** Times of an item; a supplier that takes orders more rarely than the policy looks lengthens the review. */
export function withTimes(usable: UsableItem, context: ReplenishContext): TimedItem {
  const { request, item, policy } = usable;
  const today = todayOf(context);
  const calendarOf = (supplier: string | undefined) => supplyCalendar(context, supplier, item.item);
  const calendar = calendarOf(item.supplier);
  const asked = Math.max(1, Math.ceil(item.reviewDays ?? context.options.reviewDays));
  const leadTime = sharedLeadTime(item, leadTimeDistribution(item, request.leadTimeSamples));
  const receiptWorkDays = Math.max(0, item.goodsReceiptWorkingDays ?? 0);
  const receiptDays = Math.ceil((receiptWorkDays * 7) / 5);
  const way = { calendar, leadTime, receiptWorkDays, leadDays: Math.ceil(leadTime.planned) + receiptDays };
  const reviewDays = Math.max(policies[policy].reviewDays(asked), orderGap(calendar.orderDays));
  const delay = shutdownDelay(way, today);
  const next = way.leadDays + reviewDays + shutdownDelay(way, today + reviewDays);
  return {
    ...usable,
    ...way,
    today,
    calendarOf,
    receiptDays,
    reviewDays,
    delay,
    coverDays: Math.max(next, way.leadDays + delay + 1),
    ...defined({ lastDay: lastDayOf(item, today) }),
  };
}

/** First day from `day` on when another source of an item takes an order. */
export const orderedFromSource = (timed: TimedItem, source: Item, day: number): number =>
  orderDayFrom(timed.calendarOf(source.supplier), day);

/** Day on which what another source of an item is asked for from `day` on is usable, by its calendar and lead time. */
export function receivedFrom(timed: TimedItem, source: Item, day: number): number {
  const calendar = timed.calendarOf(source.supplier);
  const way = { ...timed, calendar, leadTime: leadTimeDistribution(source, undefined) };
  return receiptDay(way, orderDayFrom(calendar, day));
}
