import { firstYear, lastYear } from "../../bounds.ts";
import { bucketEnd, bucketIndex, mondayOf } from "../../calendar/bucket.ts";
import { dayNumber, isCivil } from "../../calendar/date.ts";
import { dayInZone } from "../../calendar/zone.ts";
import { dayAndTime, withoutDayName, yearAndWeek } from "./date-kinds.ts";
import { ofEast } from "./eastern-dates.ts";
import { fiscalPeriod } from "./fiscal-periods.ts";
import { monthNumber } from "./month-names.ts";
import { isMissing } from "./numbers.ts";

/**
 * What one text says about its date, before the style of its column is known. `parts` has an open order of day
 * and month; `pair` is a year with a number that is a month or a week.
 */
export type DateScan =
  | { readonly kind: "day"; readonly day: number; readonly century?: true }
  | { readonly kind: "period"; readonly day: number }
  | {
      readonly kind: "parts";
      readonly first: number;
      readonly second: number;
      readonly year: number;
      readonly dotted: boolean;
      readonly century?: true;
    }
  | { readonly kind: "pair"; readonly number: number; readonly year: number }
  | { readonly kind: "serial"; readonly serial: number }
  | { readonly kind: "short"; readonly first: number; readonly second: number }
  | { readonly kind: "missing" | "open" | "impossible" | "unreadable" };

/** Style of a date column. */
export interface DateStyle {
  readonly order: "dmy" | "mdy" | "ymd" | "ambiguous";
  readonly pair: "month" | "week" | "ambiguous";
  /** 1904: the serials count from 1904-01-01 (old Macintosh workbooks). */
  readonly system: "1900" | "1904";
  /** Years of the short dates "TTMM": first and last day that a meta header allows. */
  readonly period?: { readonly from: number; readonly to: number };
  /** Every date stands in the evening of the day before the one that is meant. */
  readonly evening?: boolean;
  /** A spreadsheet swapped day and month of the cells that it typed as dates. */
  readonly swapped?: boolean;
}

/** Style of dates where no column decides it: day before month, years with months. */
export const plainDates: DateStyle = { order: "dmy", pair: "month", system: "1900" };

const missing: DateScan = { kind: "missing" };
const open: DateScan = { kind: "open" };
const impossible: DateScan = { kind: "impossible" };
const unreadable: DateScan = { kind: "unreadable" };

/** Two-digit years: 00 to 69 are 2000 to 2069, 70 to 99 are 1970 to 1999 (reported once a column). */
const fullYear = (text: string): number =>
  text.length > 2 ? Number(text) : Number(text) + (Number(text) < 70 ? 2000 : 1900);

function onDay(year: number, month: number, day: number, century: boolean): DateScan {
  if (year >= 9999 || (year === 2999 && month === 12)) return open;
  if ((year === 1900 && month === 1 && day === 1) || year === 0 || (month === 0 && day === 0)) return missing;
  if (!isCivil(year, month, day)) return impossible;
  return { kind: "day", day: dayNumber(year, month, day), ...(century ? { century: true as const } : {}) };
}

const inMonth = (year: number, month: number): DateScan =>
  month < 1 || month > 12
    ? impossible
    : { kind: "period", day: bucketEnd(bucketIndex(dayNumber(year, month, 1), "month"), "month") };

const inWeek = (year: number, week: number): DateScan => {
  const monday = mondayOf(year, week);
  return Number.isNaN(monday) ? impossible : { kind: "period", day: monday + 6 };
};

const inQuarter = (year: number, quarter: number): DateScan => ({
  kind: "period",
  day: bucketEnd(bucketIndex(dayNumber(year, quarter * 3, 1), "quarter"), "quarter"),
});

const plausible = (year: number): boolean => year >= 1900 && year <= 2200;

const time =
  /^(.*?\d)(?:(?:[T ]+| +[-–|] +| *, *| (?:at|um|à) )\d{1,2}[:.]\d{2}(?:[:.]\d{2})?(?:[.,]\d+)?\s*(?:[AaPp]\.?[Mm]\.?|Uhr|uur|h|hs|hrs|horas)?\.?\s*(?:Z|UTC|[+-]\d{2}:?\d{2})?)$/;

/** Reads one text. @example scanDate("KW 12/2025") // { kind: "period", day: Sunday 2025-03-23 } */
export function scanDate(raw: string): DateScan {
  if (raw.length > 60) return unreadable;
  let text = raw.replace(/[\u00a0\u202f]/g, " ").trim();
  if (isMissing(text)) return missing;
  if (text.startsWith("'")) text = text.slice(1);
  const withTime = time.exec(text);
  if (withTime !== null) text = withTime[1].trim();
  // Croatian and Serbian lists end a date in a point: "3.2.2025."
  if (/^\d{1,2}\. ?\d{1,2}\. ?\d{4}\.$/.test(text)) text = text.slice(0, -1);
  text = ofEast(withoutDayName(text));
  // "January 14th, 2025"
  return digits(text) ?? numeric(text) ?? named(text.replace(/(\d)(?:st|nd|rd|th)\b/i, "$1")) ?? unreadable;
}

/** Digits only, or a number with a fraction. */
function digits(text: string): DateScan | undefined {
  const number = /^(\d+)(?:[.,]\d+)?$/.exec(text);
  if (number === null) return undefined;
  const whole = number[1];
  const fraction = text.length > whole.length;
  if (/^0+$/.test(whole)) return missing;
  // 30.06 and 03.2025 are not fractions of a serial: those have five digits before the separator.
  if (fraction && whole.length !== 5) return undefined;
  switch (whole.length) {
    case 3:
    case 4:
      if (whole.length === 4 && Number(whole) >= 1950 && Number(whole) <= 2100)
        return { kind: "period", day: dayNumber(Number(whole), 12, 31) };
      return { kind: "short", first: Number(whole.slice(0, -2)), second: Number(whole.slice(-2)) };
    case 5:
      return Number(whole) >= 60 && Number(whole) <= 80000
        ? { kind: "serial", serial: Number(whole) }
        : impossible;
    case 6: {
      const year = Number(whole.slice(0, 4));
      if (year >= 1950 && year <= 2100) return { kind: "pair", year, number: Number(whole.slice(4)) };
      const late = Number(whole.slice(2));
      return late >= 1950 && late <= 2100
        ? { kind: "pair", year: late, number: Number(whole.slice(0, 2)) }
        : impossible;
    }
    case 8: {
      const [y, m, d] = [Number(whole.slice(0, 4)), Number(whole.slice(4, 6)), Number(whole.slice(6))];
      if (y === 9999) return open;
      if (plausible(y)) return onDay(y, m, d, false);
      return onDay(Number(whole.slice(4)), Number(whole.slice(2, 4)), Number(whole.slice(0, 2)), false);
    }
    case 10:
      return instant(Number(whole) * 1000);
    case 14:
      return dayAndTime.test(whole) ? digits(whole.slice(0, 8)) : unreadable;
    case 13:
      return instant(Number(whole));
    default:
      return unreadable;
  }
}

/** Epoch milliseconds between 1998 and 2036; document and article numbers of that length are mostly outside. */
const instant = (milliseconds: number): DateScan =>
  milliseconds >= 9e11 && milliseconds <= 2.1e12 ? { kind: "day", day: dayInZone(milliseconds) } : unreadable;

/** Numbers with separators. */
function numeric(text: string): DateScan | undefined {
  let match = /^(\d{4})[-/.](\d{1,2})[-/.](\d{1,2})$/.exec(text);
  if (match !== null) return onDay(Number(match[1]), Number(match[2]), Number(match[3]), false);
  match = /^(\d{1,2})([-/.])\s?(\d{1,2})\2\s?(\d{4}|\d{2})$/.exec(text);
  if (match !== null) {
    const [first, second] = [Number(match[1]), Number(match[3])];
    const year = fullYear(match[4]);
    const century = match[4].length === 2 && Number(match[1]) > 0;
    if (year >= 9999) return open;
    if (year === 0 || (first === 0 && second === 0) || (year === 1900 && first === 1 && second === 1))
      return missing;
    if (first === second && !century) return onDay(year, second, first, century);
    const short = century ? { century: true as const } : {};
    return { kind: "parts", first, second, year, dotted: match[2] === ".", ...short };
  }
  // Posting periods of a fiscal year have three digits; those after the twelfth belong to its last month.
  match = /^0(\d{2})[-/.](\d{4})$/.exec(text);
  if (match !== null) return inMonth(Number(match[2]), Math.min(12, Number(match[1])));
  match = /^(\d{4})[-/.]0(\d{2})$/.exec(text);
  if (match !== null) return inMonth(Number(match[1]), Math.min(12, Number(match[2])));
  match = /^(\d{1,2})[-/.](\d{4})$/.exec(text);
  if (match !== null) return { kind: "pair", number: Number(match[1]), year: Number(match[2]) };
  match = /^(\d{4})[-/.](\d{1,2})$/.exec(text);
  if (match !== null) return { kind: "pair", number: Number(match[2]), year: Number(match[1]) };
  return undefined;
}

/** Weeks, quarters and month names. */
function named(text: string): DateScan | undefined {
  let match = /^(?:KW|CW|W|Wk|Week|Woche|Kalenderwoche)[\s._-]*(\d{1,2})\s*[-/. ]\s*(\d{4}|\d{2})$/i.exec(
    text,
  );
  if (match !== null) return inWeek(fullYear(match[2]), Number(match[1]));
  match = yearAndWeek.exec(text);
  if (match !== null) {
    const week = inWeek(Number(match[1]), Number(match[2]));
    return match[3] === undefined || week.kind !== "period"
      ? week
      : { kind: "day", day: week.day - 7 + Number(match[3]) };
  }
  match = /^(\d{1,2})\.?\s*(?:KW|CW|Woche)\s*[-/. ]?\s*(\d{4}|\d{2})$/i.exec(text);
  if (match !== null) return inWeek(fullYear(match[2]), Number(match[1]));
  match = /^(?:Q|Quartal\s*|Quarter\s*)([1-4])\s*[-/. ]?\s*'?(\d{4}|\d{2})$/i.exec(text);
  if (match !== null) return inQuarter(fullYear(match[2]), Number(match[1]));
  match = /^(\d{4})\s*[-/. ]?\s*(?:Q|Quartal\s*)([1-4])$/i.exec(text);
  if (match !== null) return inQuarter(Number(match[1]), Number(match[2]));
  match = /^([1-4])\.?\s*(?:Q|Quartal|Quarter|Qu)\.?\s*[-/. ]?\s*(\d{4}|\d{2})$/i.exec(text);
  if (match !== null) return inQuarter(fullYear(match[2]), Number(match[1]));
  match = /^M(\d{1,2})[-/. ](\d{4})$/i.exec(text);
  if (match !== null) return inMonth(Number(match[2]), Number(match[1]));
  match = /^(\d{4})-?M(\d{1,2})$/i.exec(text);
  if (match !== null) return inMonth(Number(match[1]), Number(match[2]));
  // Like posting periods: those after the twelfth belong to the last month.
  const fiscal = fiscalPeriod(text);
  return fiscal === undefined ? monthNamed(text) : inMonth(fiscal.year, Math.min(12, fiscal.number));
}

function monthNamed(text: string): DateScan | undefined {
  let match =
    /^(\d{1,2})\.?[\s-]*(?:d[eo]l? )?(\p{L}{3,12})\.?[\s,-]*(?:d[eo]l? )?(\d{4}|\d{2})(?:\s?(?:г|r|р)\.?|\.)?$/u.exec(
      text,
    );
  if (match !== null) {
    const month = monthNumber(match[2]);
    const short = match[3].length === 2;
    return month === 0 ? undefined : onDay(fullYear(match[3]), month, Number(match[1]), short);
  }
  match = /^(\p{L}{3,12})\.?[\s-]+(\d{1,2})(?:st|nd|rd|th)?(?:,\s*|[\s-]+)(\d{4}|\d{2})$/u.exec(text);
  if (match !== null) {
    const month = monthNumber(match[1]);
    const short = match[3].length === 2;
    return month === 0 ? undefined : onDay(fullYear(match[3]), month, Number(match[2]), short);
  }
  match = /^(\d{4})[\s/-]*(\p{L}{3,12})\.?[\s/-]+(\d{1,2})$/u.exec(text);
  if (match !== null) {
    const month = monthNumber(match[2]);
    return month === 0 ? undefined : onDay(Number(match[1]), month, Number(match[3]), false);
  }
  match = /^(\p{L}{3,12})\.?[\s/_-]*(?:del? )?'?(\d{4}|\d{2})$/u.exec(text);
  if (match !== null) {
    const month = monthNumber(match[1]);
    return month === 0 ? undefined : inMonth(fullYear(match[2]), month);
  }
  match = /^(\d{4})[\s/._-]*(\p{L}{3,12})\.?$/u.exec(text);
  if (match !== null) {
    const month = monthNumber(match[2]);
    return month === 0 ? undefined : inMonth(Number(match[1]), month);
  }
  return undefined;
}

/** A resolved date: a day, or why there is none. */
export type Resolved =
  | { readonly day: number; readonly byPeriod: boolean }
  | { readonly problem: "missing" | "open" | "impossible" | "unreadable" | "ambiguous" };

const earliest = dayNumber(firstYear, 1, 1);
const latest = dayNumber(lastYear, 12, 31);

/** A day between the first and the last year that count; others are no days of a business. */
const inTime = (day: number, byPeriod: boolean): Resolved =>
  day >= earliest && day <= latest ? { day, byPeriod } : { problem: "impossible" };

const found = (scan: DateScan): Resolved =>
  scan.kind === "day" || scan.kind === "period"
    ? inTime(scan.day, scan.kind === "period")
    : { problem: scan.kind === "missing" || scan.kind === "open" ? scan.kind : "impossible" };

/** Excel serial to day number; day 60 of the 1900 system (29 February 1900) does not exist. */
export function serialDay(serial: number, system: "1900" | "1904"): number {
  const whole = Math.floor(serial);
  if (system === "1904") return dayNumber(1904, 1, 1) + whole;
  return whole === 60 ? Number.NaN : dayNumber(1899, 12, whole > 60 ? 30 : 31) + whole;
}

/** Date of a scanned text under the style of its column. */
export function resolveDate(scan: DateScan, style: DateStyle): Resolved {
  switch (scan.kind) {
    case "parts": {
      if (style.order === "ymd") return yearFirst(scan);
      if (scan.first === scan.second) return found(onDay(scan.year, scan.second, scan.first, false));
      const order = scan.dotted && style.order === "ambiguous" ? "dmy" : style.order;
      if (order === "ambiguous") return { problem: "ambiguous" };
      const [day, month] = order === "dmy" ? [scan.first, scan.second] : [scan.second, scan.first];
      return found(onDay(scan.year, month, day, false));
    }
    case "pair":
      if (style.pair === "ambiguous") return { problem: "ambiguous" };
      return found(style.pair === "month" ? inMonth(scan.year, scan.number) : inWeek(scan.year, scan.number));
    case "serial":
      return inTime(serialDay(scan.serial, style.system), false);
    case "short":
      return shortDate(scan.first, scan.second, style);
    case "unreadable":
      return { problem: "unreadable" };
    default:
      return found(scan);
  }
}

/** "25.01.14" under a style that writes the year first. */
const yearFirst = ({ first, second, year }: { first: number; second: number; year: number }): Resolved =>
  found(onDay(fullYear(String(first).padStart(2, "0")), second, year % 100, false));

/** "TTMM" of a DATEV batch: the year is the one that lies in the period of its meta header. */
function shortDate(day: number, month: number, style: DateStyle): Resolved {
  const { period } = style;
  if (period === undefined) return { problem: "unreadable" };
  for (let year = 1900 + Math.floor(period.from / 366) - 2; year <= 2200; year++) {
    if (!isCivil(year, month, day)) continue;
    const candidate = dayNumber(year, month, day);
    if (candidate >= period.from && candidate <= period.to) return { day: candidate, byPeriod: false };
    if (candidate > period.to) break;
  }
  return { problem: "impossible" };
}
