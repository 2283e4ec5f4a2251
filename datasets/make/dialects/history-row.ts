import { bucketDates, bucketIndex, isoWeek } from "../../../src/calendar/bucket.ts";
import { dayOf } from "../../../src/calendar/date.ts";
import type { IsoDate } from "../../../src/order.ts";

/** A line of a history that is to be written: consumption, or a return of it where the quantity is negative. */
export interface HistoryRow {
  readonly order: string;
  readonly line: string;
  readonly item: string;
  readonly date: IsoDate;
  /** At most two decimals. */
  readonly quantity: number;
  readonly unit: string;
  /** At most four decimals. */
  readonly price: number;
}

export interface DialectOptions {
  /** Data lines on a page of a list with page headings, 40 by default. */
  readonly pageLines?: number;
}

export type Dialect = (rows: readonly HistoryRow[], options?: DialectOptions) => Uint8Array;

const hundredths = (quantity: number) => Math.round(quantity * 100);

/** Sums by item and period number, items in the order of their names. */
export function sums(
  rows: readonly HistoryRow[],
  bucket: "month" | "week",
): Map<string, Map<number, number>> {
  const items = [...new Set(rows.map(({ item }) => item))].sort();
  const found = new Map(items.map((item) => [item, new Map<number, number>()]));
  for (const { item, date, quantity } of rows) {
    const period = bucketIndex(dayOf(date), bucket);
    const own = found.get(item)!;
    own.set(period, (own.get(period) ?? 0) + hundredths(quantity));
  }
  for (const own of found.values()) for (const [period, sum] of own) own.set(period, sum / 100);
  return found;
}

/** First day of a period number. */
export const periodStart = (period: number, bucket: "month" | "week"): IsoDate =>
  bucketDates(period, 1, bucket)[0];

/** "KW 03/2025" of the week that begins on this Monday. */
export function weekName(monday: IsoDate): string {
  const { year, week } = isoWeek(dayOf(monday));
  return `KW ${String(week).padStart(2, "0")}/${year}`;
}
