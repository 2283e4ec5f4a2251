import { bucketIndex, bucketStart, isoWeekName } from "../../calendar/bucket.ts";
import { dayOf, isoDate } from "../../calendar/date.ts";
import type { Bucket } from "../../series.ts";
import { scanDate } from "../cells/dates.ts";
import { type FiscalPeriod, periodText } from "../cells/fiscal-periods.ts";
import { romanLast } from "./headings/roman-months.ts";
import type { PeriodHeading } from "./period-heading.ts";

/** Words before the number of a period; alone, "1" or "Wert 1" may be anything. */
const words = new Set(
  "t p m w d y period periode zeitraum monat month woche week kw tag day menge verbrauch bedarf quantity qty demand".split(
    " ",
  ),
);
/** Fewer columns than this are no history. */
const fewest = 6;
const fewestBack = 3;

/**
 * Columns that count periods without naming them (t01 … t24, Periode 1 … 18), oldest first; undefined where there are
 * none. Their period is "#1", "#2", … until `datedFrom` says which one the last is.
 */
export function numberedHeadings(header: readonly string[]): readonly PeriodHeading[] | undefined {
  const byWord = new Map<string, { column: number; number: number }[]>();
  header.forEach((heading, column) => {
    const found = /^(\p{L}{1,12})[\s._-]*0*(\d{1,3})$/u.exec(heading.trim());
    const word = found?.[1]?.toLowerCase() ?? "";
    if (!words.has(word)) return;
    const list = byWord.get(word) ?? [];
    list.push({ column, number: Number(found?.[2]) });
    byWord.set(word, list);
  });
  for (const list of byWord.values()) {
    const counts = list.every(({ number }, k) => k === 0 || number === (list[k - 1]?.number ?? 0) + 1);
    if (list.length < fewest || !counts || (list[0]?.number ?? 2) > 1) continue;
    return list.map(({ column }, k) => ({ column, period: `#${k + 1}`, hasYear: true, measure: "" }));
  }
  return countedBack(header);
}

/** Columns that count back from the last period, oldest first: "Month -3", "Month -2", "Month -1", or the other way round. */
function countedBack(header: readonly string[]): readonly PeriodHeading[] | undefined {
  const found = header.flatMap((heading, column) => {
    const [, word = "", number] = /^(\p{L}{1,12})\s*[-–−]\s*(\d{1,3})$/u.exec(heading.trim()) ?? [];
    return words.has(word.toLowerCase()) ? [{ column, number: Number(number) }] : [];
  });
  const isBack = found.every(({ number }, k) => k === 0 || number === (found[k - 1]?.number ?? 0) - 1);
  // "M-1", "M-2" may be the months of a year.
  const isAhead = found.every(
    ({ column, number }, k) =>
      /\s[-–−]\d/.test(header[column] ?? "") && (k === 0 || number === (found[k - 1]?.number ?? 0) + 1),
  );
  if (found.length < fewestBack || !(isBack || isAhead)) return undefined;
  if (Math.min(...found.map(({ number }) => number)) > 1) return undefined;
  const ordered = isBack ? found : found.toReversed();
  return ordered.map(({ column }, k) => ({ column, period: `#${k + 1}`, hasYear: true, measure: "" }));
}

/** A period of a fiscal year, whose first month only the firm knows: "FY25 P01", "2025P01", "Periode 01/2025". */
function fiscalOf(heading: string): FiscalPeriod | undefined {
  const [, year, number] =
    /^(?:FY|GJ|WJ)\s?'?(\d{4}|\d{2})[\s/._-]*(?:P|PER|PERIODE?|M)?[\s._-]*0*(\d{1,2})$/i.exec(
      heading.trim(),
    ) ?? [];
  return number === undefined
    ? periodText(heading.trim(), false)
    : { year: Number(year) + (Number(year) < 100 ? 2000 : 0), number: Number(number) };
}
const fewestFiscal = 3;

/** A quarter of a fiscal year: "FY25 Q1", "Q1 FY2025". */
function fiscalQuarterOf(heading: string): number | undefined {
  const text = heading.trim();
  const [, year, quarter] = /^(?:FY|GJ|WJ)\s?'?(\d{4}|\d{2})[\s/._-]*Q([1-4])$/i.exec(text) ?? [];
  const [, first, behind] = /^Q([1-4])[\s/._-]*(?:FY|GJ|WJ)\s?'?(\d{4}|\d{2})$/i.exec(text) ?? [];
  const [of, number] = [year ?? behind, quarter ?? first];
  if (of === undefined || number === undefined) return undefined;
  return (Number(of) + (of.length === 2 ? 2000 : 0)) * 4 + Number(number) - 1;
}

/** Columns of fiscal periods that follow each other, as counted ones; undefined where there are none. */
export function fiscalHeadings(header: readonly string[]): readonly PeriodHeading[] | undefined {
  const found = header.flatMap((heading, column) => {
    const period = fiscalOf(heading);
    const number = period === undefined ? fiscalQuarterOf(heading) : period.year * 12 + period.number - 1;
    return number === undefined ? [] : [{ column, number }];
  });
  const counts = found.every(({ number }, k) => k === 0 || number === (found[k - 1]?.number ?? 0) + 1);
  if (found.length < fewestFiscal || !counts) return undefined;
  return found.map(({ column }, k) => ({ column, period: `#${k + 1}`, hasYear: true, measure: "" }));
}

/** True for periods that are only counted. */
export const areNumbered = (periods: readonly PeriodHeading[]): boolean =>
  periods[0]?.period.startsWith("#") === true;

/** Months from January to the first month of a fiscal year, the commonest first. */
const commonShifts = [0, -3, 3, -6, 6, 9, -9];

/** What the last period may be called: of a fiscal year the months that the common years make of it. */
export function lastPeriodsOf(heading: string): readonly string[] {
  const quarter = fiscalQuarterOf(heading);
  if (quarter !== undefined)
    return [0, -1, 1, -2, 2, -3, 3].map(
      (shift) => `${Math.floor((quarter + shift) / 4)}-Q${((quarter + shift) % 4) + 1}`,
    );
  const fiscal = fiscalOf(heading);
  if (fiscal === undefined) return romanLast(heading) ?? lastPeriods;
  return commonShifts.map((shift) => {
    const month = fiscal.year * 12 + fiscal.number - 1 + shift;
    return `${Math.floor(month / 12)}-${String((month % 12) + 1).padStart(2, "0")}`;
  });
}

const lastPeriods: readonly string[] = ["2025-12", "2026-06", "2025-W52", "2025-Q4", "2025-12-31"];

/** A day of the period that a text names (2025-12, 12/2025, 2025-W52, 2025-Q4, 2025-12-31), and its kind. */
function periodOf(text: string): { day: number; bucket: Bucket } | undefined {
  const scan = scanDate(text);
  if (scan.kind === "day") return { day: scan.day, bucket: "day" };
  if (scan.kind === "pair" && scan.number >= 1 && scan.number <= 12)
    return { day: dayOf(`${scan.year}-${String(scan.number).padStart(2, "0")}-01`), bucket: "month" };
  if (scan.kind !== "period") return undefined;
  return { day: scan.day, bucket: /Q/i.test(text) ? "quarter" : /[WK]/i.test(text) ? "week" : "month" };
}

/**
 * Counted periods with their dates, the last one being `last`; undefined where `last` is no month, week, quarter or day.
 * @example datedFrom([#1, #2], "2026-01") // 2025-12, 2026-01
 */
export function datedFrom(periods: readonly PeriodHeading[], last: string): PeriodHeading[] | undefined {
  const found = periodOf(last.trim());
  if (found === undefined) return undefined;
  const { day, bucket } = found;
  const end = bucketIndex(day, bucket);
  return periods.map((one, k) => {
    const start = bucketStart(end - (periods.length - 1 - k), bucket);
    return { ...one, period: nameOf(start, bucket) };
  });
}

function nameOf(start: number, bucket: Bucket): string {
  const date = isoDate(start);
  if (bucket === "day") return date;
  if (bucket === "week") return isoWeekName(start);
  return bucket === "month"
    ? date.slice(0, 7)
    : `${date.slice(0, 4)}-Q${Math.ceil(Number(date.slice(5, 7)) / 3)}`;
}
