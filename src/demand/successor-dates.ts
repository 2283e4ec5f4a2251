import { bucketIndex, bucketStart } from "../calendar/bucket.ts";
import { dayOf, isoDate } from "../calendar/date.ts";
import type { Item } from "../item.ts";
import type { IsoDate } from "../order.ts";

/** The question from which day on the successor of an item is used; any day answers it. */
export const successorQuestion = (item: string): string => `successor-from:${item}`;

/** Days to choose from: the next one, and the first of the two months that follow. */
export function datesToChoose(asOf: number): IsoDate[] {
  const month = bucketIndex(asOf + 1, "month");
  return [asOf + 1, bucketStart(month + 1, "month"), bucketStart(month + 2, "month")].map(isoDate);
}

/** An item with the day of its successor as it was answered, where the master data name none. */
export function withSuccessorDate(item: Item, answers: Readonly<Record<string, string>> = {}): Item {
  if (item.successor === undefined || item.successorFrom !== undefined) return item;
  const day = answers[successorQuestion(item.item)];
  return day === undefined || Number.isNaN(dayOf(day)) ? item : { ...item, successorFrom: day };
}
