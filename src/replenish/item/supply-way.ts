import type { LeadTimeDistribution } from "../demand/lead-time.ts";
import { isInShutdown, shutdownDays } from "../demand/usual-days.ts";
import { orderDayFrom, type SupplyCalendar } from "./supply-calendar.ts";

/** What an order goes through from its day to its receipt. */
interface SupplyWay {
  readonly calendar: SupplyCalendar;
  /** From order to arrival, goods receipt not included. */
  readonly leadTime: LeadTimeDistribution;
  readonly receiptWorkDays: number;
  /** Planned lead time with goods receipt, in calendar days. */
  readonly leadDays: number;
}

/**
 * Days by which shutdowns of the own plant or the supplier delay an order of a day: until it can be placed, on its
 * way, and until it can be received. 0 where no shutdown lies there; weekends and single holidays are none.
 * @param day day number on which it would be ordered
 */
export function shutdownDelay(way: SupplyWay, day: number): number {
  const { calendar, leadDays } = way;
  const { plant, supplier } = calendar;
  const isShut = isInShutdown(plant, day) || isInShutdown(supplier, day);
  const ordered = orderDayFrom(calendar, day);
  const arrival = ordered + Math.ceil(way.leadTime.planned);
  if (!isShut && shutdownDays(supplier, ordered + 1, arrival) === 0 && !isInShutdown(plant, arrival))
    return 0;
  return Math.max(0, receiptDay(way, ordered) - day - leadDays);
}

/**
 * Day by whose end an order is usable: lead time in calendar days, longer by what a shutdown of the supplier takes,
 * then the next open day of the own plant, then the working days of goods receipt.
 * @param ordered day number of the order
 */
export function receiptDay(
  { calendar, leadTime, receiptWorkDays }: Omit<SupplyWay, "leadDays">,
  ordered: number,
): number {
  const { plant, supplier } = calendar;
  let arrival = ordered + Math.ceil(leadTime.planned);
  const closed = shutdownDays(supplier, ordered + 1, arrival);
  if (closed > 0) arrival = Math.max(arrival, supplier.add(arrival, closed));
  return plant.add(plant.next(arrival), Math.ceil(receiptWorkDays));
}
