import type { Item } from "../../item.ts";
import { type ReplenishContext, todayOf } from "../context.ts";
import { leadTimeDistribution } from "../demand/lead-time.ts";
import type { Arrivals } from "../lots/sources.ts";
import { orderDayFrom, supplyCalendar } from "./supply-calendar.ts";
import { receiptDay, shutdownDelay } from "./supply-way.ts";

/** When an item comes from each of its sources, ordered today and at the next review. */
export function sourceArrivals(item: Item, context: ReplenishContext): (source: Item) => Arrivals {
  const today = todayOf(context);
  const reviewDays = Math.max(1, Math.ceil(item.reviewDays ?? context.options.reviewDays));
  const receiptWorkDays = Math.max(0, item.goodsReceiptWorkingDays ?? 0);
  return (source) => {
    const calendar = supplyCalendar(context, source.supplier, item.item);
    const leadTime = leadTimeDistribution(source, undefined);
    const leadDays = Math.ceil(leadTime.planned) + Math.ceil((receiptWorkDays * 7) / 5);
    const way = { calendar, leadTime, receiptWorkDays, leadDays };
    const of = (day: number) => receiptDay(way, orderDayFrom(calendar, day));
    return {
      now: of(today),
      delay: shutdownDelay(way, today),
      cycle: leadDays + reviewDays,
      next: of(today + reviewDays) - today,
    };
  };
}
