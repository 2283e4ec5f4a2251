import { dayNumber, dayOf } from "../../../src/calendar/date.ts";
import type { IsoDate } from "../../../src/order.ts";

/** Size and look of a made order history. */
export interface OrderOptions {
  readonly lines: number;
  readonly items: number;
  readonly months: number;
  readonly seed: number;
  /** `iso` = UTF-8, comma, point, ISO dates, English; `de` = semicolon, decimal comma, dd.mm.yyyy, German. */
  readonly format?: "iso" | "de";
  /** Last day of the history, by default the end of October 2026. */
  readonly end?: IsoDate;
}

/** First and last day (day numbers): the first is the first of a month, `months` calendar months in all. */
export function spanOf({ months, end = "2026-10-31" }: OrderOptions): { first: number; last: number } {
  const last = dayOf(end);
  if (Number.isNaN(last)) throw new RangeError(`"${end}" is not a date such as 2026-10-31`);
  const count = Number(end.slice(0, 4)) * 12 + Number(end.slice(5, 7)) - months;
  return { first: dayNumber(Math.floor(count / 12), (count % 12) + 1, 1), last };
}

/** Throws for sizes that make no history. */
export function checkOptions({ lines, items, months, seed }: OrderOptions): void {
  for (const [name, value, least] of [
    ["lines", lines, 0],
    ["items", items, 1],
    ["months", months, 1],
    ["seed", seed, 0],
  ] as const) {
    if (!Number.isInteger(value) || value < least)
      throw new RangeError(`${name} must be a whole number of at least ${least}, not ${value}`);
  }
}
