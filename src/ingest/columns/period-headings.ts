import { isoWeekName } from "../../calendar/bucket.ts";
import { dayOf, isoDate } from "../../calendar/date.ts";
import { type DateScan, scanDate } from "../cells/dates.ts";
import { normaliseHeading } from "../cells/heading-key.ts";
import { monthNumber, sharedMonths } from "../cells/month-names.ts";
import { totalSaid } from "../cells/total-words.ts";
import { dayHeadings } from "./day-headings.ts";
import { figureCounts } from "./evidence/state-words.ts";
import { halfYear } from "./headings/half-years.ts";
import { withGaps, withYearsBetween } from "./headings/period-gaps.ts";
import { quarterAlone, quarterOfYear } from "./headings/quarters.ts";
import { romanFour, romanMonths } from "./headings/roman-months.ts";
import { serialDays } from "./headings/serial-days.ts";
import { weekNumbers } from "./headings/week-numbers.ts";
import { weekdayHeadings, weekOfDays, withoutDayNames, withWeekdays } from "./headings/weekdays.ts";
import { areNumbered, fiscalHeadings, numberedHeadings } from "./numbered-headings.ts";
import type { PeriodHeading } from "./period-heading.ts";
import { shortMonths, slashedHeadings } from "./slashed-headings.ts";

const month = String.raw`\p{L}{3,12}`;
const shapes: readonly RegExp[] = [
  /\d{4}-\d{2}-\d{2}(?:T[\d:.]+)?/,
  /\b(?:19|20)\d{2}[/.]\d{1,2}[/.]\d{1,2}\b/,
  /\d{1,2}\.\d{1,2}\.\d{2,4}/,
  /\d{4}\s?[-/.]?\s?(?:KW|CW|W)\s?\d{1,2}/i,
  /(?:KW|CW|W)\s?\d{1,2}\s?[-/. ]\s?\d{4}/i,
  /(?:KW|CW)\s?\d{1,2}\s?[-/.]\s?\d{2}\b/i,
  /Q[1-4]\s?[-/. ]?\s?\d{4}/i,
  /\d{4}\s?[-/. ]?\s?Q[1-4]/i,
  /\d{4}-?M\d{1,2}\b/i,
  /\bM\d{1,2}[-/. ](?:19|20)\d{2}\b/i,
  /\b(?:19|20)\d{2}[./]0\d{2}\b/,
  /\b0\d{2}[./](?:19|20)\d{2}\b/,
  /\d{4} ?[年년] ?\d{1,2} ?[月월]/,
  /\b\d{1,2}[-/.]\d{4}\b/,
  /\b\d{4}[-/.]\d{1,2}\b/,
  new RegExp(String.raw`(?<!\d)\d{1,2}\.?[\s-]${month}\.?[\s-]'?(?:\d{4}|\d{2})\b`, "u"),
  new RegExp(String.raw`(?<!\p{L})${month}\.?[\s/_-]*'?\d{4}\b`, "u"),
  new RegExp(String.raw`(?<!\p{L})${month}\.?[\s/_-]*'?\d{2}\b`, "u"),
  new RegExp(String.raw`\b\d{4}[\s/._-]*${month}\.?(?!\p{L})`, "u"),
  /(?<![\p{L}\d])(?:19|20)\d{4}(?![\p{L}\d])/u,
  /^(?:19|20)\d{2} (?:0?[1-9]|1[0-2])$/,
];

function periodText(scan: DateScan): string | undefined {
  switch (scan.kind) {
    case "day":
      return isoDate(scan.day);
    case "parts":
      return scan.dotted && scan.second <= 12
        ? `${scan.year}-${two(scan.second)}-${two(scan.first)}`
        : undefined;
    case "pair":
      return scan.number >= 1 && scan.number <= 12 ? `${scan.year}-${two(scan.number)}` : undefined;
    default:
      return undefined;
  }
}

const two = (number: number): string => String(number).padStart(2, "0");

/** Name of the period that ends on a day, from the text that was found. */
function namedPeriod(found: string, day: number): string {
  // "KW 10 2025", but not the months "wrz 2025" and "kwi 2025".
  if (/(?<!\p{L})(?:KW|CW|W)(?!\p{L})/iu.test(found)) return isoWeekName(day);
  const date = isoDate(day);
  if (/Q/i.test(found)) return `${date.slice(0, 4)}-Q${Math.ceil(Number(date.slice(5, 7)) / 3)}`;
  return date.slice(0, 7);
}

const weekWord = String.raw`(?<!\p{L})(?:Kalenderwoche|Woche|Week|Wk|Semaine|Semana|Settimana|Sem|Tydzień|Tydz|Týden|Uge|Vecka|Viikko|Hafta|Uke|Hét|Vko|V(?=\d{1,2}\b)|S(?=\d{2}\b))\.?`;
const weeksOfYears: readonly (readonly [RegExp, "week" | "year"])[] = [
  [
    new RegExp(String.raw`${weekWord}[\s._-]*(\d{1,2})[\s./_'-]+((?:19|20)\d{2}|[23]\d)(?![\d.-])`, "iu"),
    "week",
  ],
  [new RegExp(String.raw`\b((?:19|20)\d{2})[\s./_-]*${weekWord}[\s._-]*(\d{1,2})\b`, "iu"), "year"],
];

/** "Week 3 2025", "2025 Semaine 3". */
function weekOfYear(heading: string): { period: string; found: string } | undefined {
  for (const [shape, first] of weeksOfYears) {
    const [found, a = "", b = ""] = shape.exec(heading) ?? [];
    const [week, year] = first === "week" ? [a, b] : [b, a];
    if (found !== undefined && Number(week) >= 1 && Number(week) <= 53)
      return { period: `${year.padStart(4, "20")}-W${two(Number(week))}`, found };
  }
  return undefined;
}

/** The month that a heading names beside its quarter, as merged cells do: "Q1 2025 Jan". */
function monthOfQuarter(heading: string, { period, found }: { period: string; found: string }) {
  const [, year, quarter] = /^(\d{4})-Q(\d)$/.exec(period) ?? [];
  const at = heading.indexOf(found);
  const word = `${heading.slice(0, at)} ${heading.slice(at + found.length)}`
    .split(/[^\p{L}]+/u)
    .find((one) => one.length >= 3 && Math.ceil(monthNumber(one) / 3) === Number(quarter));
  if (year === undefined || word === undefined) return undefined;
  const month = heading.lastIndexOf(word);
  const [from, to] = [Math.min(at, month), Math.max(at + found.length, month + word.length)];
  return { period: `${year}-${two(monthNumber(word))}`, found: heading.slice(from, to) };
}

function withYear(heading: string): { period: string; found: string } | undefined {
  const found = weekOfDays(heading) ?? halfYear(heading) ?? weekOfYear(heading) ?? quarterOfYear(heading);
  if (found !== undefined) return monthOfQuarter(heading, found) ?? found;
  for (const shape of shapes) {
    const found = shape.exec(heading)?.[0];
    if (found === undefined) continue;
    const scan = scanDate(found.replace(/T[\d:.]+$/, "").replace(/^(\d{4}) (?=\d{1,2}$)/, "$1-"));
    const period = scan.kind === "period" ? namedPeriod(found, scan.day) : periodText(scan);
    if (period !== undefined) return { period, found };
  }
  return undefined;
}

function withoutYear(heading: string): { period: string; found: string } | undefined {
  const week =
    /(?<!\p{L})(?:KW|CW|WK|Woche|Week|Sem|Semaine|Semana|Settimana|Tydz|Tydzień|Týden|Uge|Uke|Vecka|Viikko|Vko|Hafta|Hét|W)[\s._-]*(\d{1,2})(?![\p{L}\d])/iu.exec(
      heading,
    );
  if (week !== null) return { period: `W${two(Number(week[1]))}`, found: week[0] };
  const before =
    /^(\d{1,2})\.? ?(?:KW|CW|WK|Woche|Week|Sem|Semaine|Semana|Settimana|Tydzień|Tydz|Uge|Uke|Vecka|viikko|hafta|týden|hét)$/i.exec(
      heading,
    );
  if (before !== null && Number(before[1]) <= 53)
    return { period: `W${two(Number(before[1]))}`, found: before[0] };
  const ofEast = /(?:^|第) ?(\d{1,2}) ?[周週]/.exec(heading) ?? /(?:^|[^\d])(\d{1,2}) ?주차?$/.exec(heading);
  if (ofEast !== null && Number(ofEast[1]) <= 53)
    return { period: `W${two(Number(ofEast[1]))}`, found: ofEast[0] };
  const eastern = /(?<!\d)(\d{1,2}) ?[月월]/.exec(heading);
  if (eastern !== null && Number(eastern[1]) <= 12)
    return { period: `M${two(Number(eastern[1]))}`, found: eastern[0] };
  const numbered = /\b(?:M|Monat|Month|Periode|Period)(?!\s+[-–−]\d)[\s._-]*(\d{1,2})\b/i.exec(heading);
  if (numbered !== null && Number(numbered[1]) <= 12)
    return { period: `M${two(Number(numbered[1]))}`, found: numbered[0] };
  const quarter = quarterAlone(heading);
  if (quarter !== undefined) return quarter;
  for (const word of heading.split(/[^\p{L}]+/u)) {
    const number = word.length >= 3 ? monthNumber(word) : 0;
    if (number > 0) return { period: `M${two(number)}`, found: word };
  }
  return undefined;
}

/**
 * Period columns of a table, undefined when it is not wide. At least three headings must name different periods;
 * columns whose headings are days that are all firsts of months are months.
 */
export function periodHeadings(written: readonly string[]): readonly PeriodHeading[] | undefined {
  const spelled = sharedMonths(written) ?? romanMonths(written);
  const serials = serialDays(written);
  const header =
    spelled === undefined ? written.map((heading, k) => serials?.get(k) ?? heading) : written.map(spelled);
  const find = (
    look: (heading: string, column: number) => { period: string; found: string } | undefined,
    hasYear: boolean,
  ) =>
    header.flatMap((heading, column): PeriodHeading[] => {
      const hit = heading.length > 80 ? undefined : look(heading.trim(), column);
      if (hit === undefined) return [];
      const left = withoutDayNames(heading.replace(hit.found, " "), hit.period);
      const words = normaliseHeading(left).words.join(" ");
      // "P1 (Oct 2024)" counts the month once more.
      const measure = /^(p|fp|per|periode?)\d{1,2}$/.test(words) ? "" : words;
      return [{ column, period: hit.period, hasYear, measure }];
    });
  const counted = fiscalHeadings(header) ?? romanFour(header);
  if (counted !== undefined) return counted;
  const slashed = weekNumbers(header) ?? slashedHeadings(header) ?? shortMonths(header);
  const dated = find((heading, column) => {
    const day = slashed?.get(column);
    return day === undefined ? withYear(heading) : { period: day.date, found: day.found };
  }, true);
  const numbered = numberedHeadings(header);
  const between = withYearsBetween(dated, find(withoutYear, false));
  if (between !== undefined) return between;
  const found =
    new Set(dated.map(({ period }) => period)).size >= fewest || isTwice(dated) || areTwo(header, dated)
      ? dated
      : (beyondAYear(numbered) ?? find(withoutYear, false));
  const isShort = new Set(found.map(({ period }) => period)).size < (isTwice(found) ? 2 : fewest);
  if (isShort && withWeekdays(found) === found && !areTwo(header, found))
    return numbered ?? yearHeadings(header) ?? dayHeadings(header) ?? weekdayHeadings(header);
  return withGaps(header, asPeriods(withWeekdays(found)));
}

/** Fewer periods are no history. */
const fewest = 3;

/** True for two months that each stand over the same two measures or more: "Jan 25 Ist", "Jan 25 Plan", "Feb 25 Ist" …, those of one year without it. */
function isTwice(found: readonly PeriodHeading[]): boolean {
  const measures = new Set(found.map(({ measure }) => measure));
  const periods = new Set(found.map(({ period }) => period));
  const isWhole = measures.size >= 2 && found.length === measures.size * periods.size;
  const [one, other] = [...periods].map((period) => Number(/^M(\d\d)$/.exec(period)?.[1]));
  const follow = periods.size === 2 && one !== undefined && other === (one % 12) + 1;
  return isWhole && (found[0]?.hasYear === true || follow);
}

/** Sums that stand beside the periods which they add up: "Cumul févr. 2025", "MAT Feb 2025". */
const isSum = (heading: string): boolean =>
  /(?<!\p{L})(mat|ytd|qtd|mtd|l\d+m|ltm|ttm|(cum|kum|sum)\p{L}*|to date)(?!\p{L})/iu.test(heading) ||
  heading.split(/[\s_-]+/).some((word) => totalSaid(word) !== undefined);

/** Where a period stands in the row of its kind; NaN for a day. */
function placeOf({ period }: PeriodHeading): number {
  const [, year = "0", kind = "", number = ""] = /^(?:(\d{4})-)?([MWQH]?)(\d{1,2})$/.exec(period) ?? [];
  const inYear = kind === "Q" ? 4 : kind === "H" ? 2 : kind === "W" ? 52 : 12;
  return number === "" ? Number.NaN : Number(year) * inYear + Number(number);
}

/** True for two periods side by side that follow each other, with nothing in their headings but what is counted. */
function areTwo(header: readonly string[], found: readonly PeriodHeading[]): boolean {
  const [own, others] = [found.slice(0, 2), found.slice(2)];
  const [first, second] = own.length < 2 ? own : asPeriods(own);
  const areSums = others.every(({ column }) => isSum(header[column] ?? ""));
  if (first === undefined || second === undefined || !areSums) return false;
  const step = placeOf(second) - placeOf(first);
  const follows = step === 1 || (!first.hasYear && step === -11);
  const areAlike = first.measure === second.measure && figureCounts(first.measure) !== false;
  return follows && areAlike && second.column === first.column + 1;
}

/** Years that follow each other, alone or behind a word: "2023", "Menge 2023"; undefined for fewer than three. */
function yearHeadings(header: readonly string[]): readonly PeriodHeading[] | undefined {
  const found = header.flatMap((heading, column): PeriodHeading[] => {
    const [, before, year, after] =
      /^([^\d]{0,30})\b((?:19|20)\d{2})\b([^\d]{0,30})$/.exec(heading.trim()) ?? [];
    if (year === undefined) return [];
    const measure = normaliseHeading(`${before} ${after}`).words.join(" ");
    return [{ column, period: year, hasYear: true, measure }];
  });
  const years = [...new Set(found.map(({ period }) => Number(period)))].sort((a, b) => a - b);
  const follow = years.every((year, k) => k === 0 || year === (years[k - 1] ?? 0) + 1);
  return years.length >= 3 && follow ? found : undefined;
}

/** Counted columns that cannot be the months or weeks of one year. */
const beyondAYear = (numbered: readonly PeriodHeading[] | undefined): readonly PeriodHeading[] | undefined =>
  numbered !== undefined && numbered.length > 53 ? numbered : undefined;

function asPeriods(found: readonly PeriodHeading[]): readonly PeriodHeading[] {
  if (areNumbered(found)) return found;
  const days = found.map(({ period }) => dayOf(period));
  if (days.some((day) => Number.isNaN(day))) return found;
  if (found.every(({ period }) => period.endsWith("-01")))
    return found.map((each) => ({ ...each, period: each.period.slice(0, 7) }));
  const mondays = days.every((day) => isoWeekName(day) !== isoWeekName(day - 1));
  return mondays ? found.map((each, k) => ({ ...each, period: isoWeekName(days[k]) })) : found;
}

/** Month that a line above the table names: "Verbrauch Februar 2025". @example monthNamed(["Verbrauch 02/2025"]) // "2025-02" */
export const monthNamed = (lines: readonly string[]): string | undefined => {
  const months = lines.flatMap((line) => {
    const { period = "" } = line.length > 200 ? {} : (withYear(line.trim()) ?? {});
    return /^\d{4}-\d{2}$/.test(period) ? [period] : [];
  });
  return new Set(months).size === 1 ? months[0] : undefined;
};

/** Year that a line above the table names, where all of them name one. @example yearNamed(["Verbrauch 2025"]) // 2025 */
export const yearNamed = (lines: readonly string[]): number | undefined => {
  const years = new Set(
    lines.flatMap((line) =>
      line.length > 200 ? [] : (line.match(/(?<![\d.,/-])20\d{2}(?!\d|[.,/-]\d)/g) ?? []),
    ),
  );
  const [only] = years;
  return years.size === 1 ? Number(only) : undefined;
};

/** First year of a fiscal year that a line above the table names. @example yearsNamed(["GJ 2024/25"]) // 2024 */
export const yearsNamed = (lines: readonly string[]): number | undefined => {
  const years = new Set(
    lines.flatMap((line) =>
      [...line.slice(0, 200).matchAll(/(?<![\d.,])(20\d{2}) ?[/–-] ?(?:20)?(\d{2})(?!\d)/g)].flatMap(
        ([, first, second]) => (Number(first) + 1 - 2000 === Number(second) ? [Number(first)] : []),
      ),
    ),
  );
  const [only] = years;
  return years.size === 1 ? only : undefined;
};

/** Period without a year put into one. @example inYear("M03", 2025) // "2025-03" */
export const inYear = (period: string, year: number): string =>
  /^[WQ]/.test(period) ? `${year}-${period}` : `${year}-${period.slice(1)}`;
