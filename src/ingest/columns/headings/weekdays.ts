import { isoWeekName } from "../../../calendar/bucket.ts";
import { dayOf } from "../../../calendar/date.ts";
import type { PeriodHeading } from "../period-heading.ts";

/** Weekdays from Monday on, as lists head their columns. */
const languages: readonly (readonly string[])[] = [
  "mo di mi do fr sa so",
  "montag dienstag mittwoch donnerstag freitag samstag sonntag",
  "mon tue wed thu fri sat sun",
  "monday tuesday wednesday thursday friday saturday sunday",
  "lun mar mer jeu ven sam dim",
  "lundi mardi mercredi jeudi vendredi samedi dimanche",
  "lun mar mie jue vie sab dom",
  "lunes martes miercoles jueves viernes sabado domingo",
  "lun mar mer gio ven sab dom",
  "lunedi martedi mercoledi giovedi venerdi sabato domenica",
  "ma di wo do vr za zo",
  "maandag dinsdag woensdag donderdag vrijdag zaterdag zondag",
  "pon wt sr czw pt sob nd",
  "po ut st ct pa so ne",
  "man tir ons tor fre lor son",
  "man tis ons tors fre lor son",
].map((days) => days.split(" "));

/** Fewer weekdays than these may be anything. */
const fewest = 3;

const wordOf = (text: string): string =>
  text
    .trim()
    .toLowerCase()
    .replace(/[.:]$/, "")
    .replaceAll("ł", "l")
    .replaceAll("ø", "o")
    .normalize("NFD")
    .replace(/\p{M}/gu, "");

/** Number of the weekday that each text names, from 1, in the one language that has them all; undefined else. */
function weekdaysOf(texts: readonly string[]): readonly number[] | undefined {
  const words = texts.map(wordOf);
  const days = languages.find((own) => words.every((word) => own.includes(word)));
  return days === undefined ? undefined : words.map((word) => days.indexOf(word) + 1);
}

/** Weeks over weekdays: "KW 11 Mo", whose measure is a weekday, are days; others stay as they are. */
export function withWeekdays(found: readonly PeriodHeading[]): readonly PeriodHeading[] {
  const days = found.every(({ period }) => /W\d{2}$/.test(period))
    ? weekdaysOf(found.map(({ measure }) => measure))
    : undefined;
  if (days === undefined || new Set(days).size < fewest) return found;
  return found.map((each, k) => ({ ...each, period: `${each.period}-${days[k]}`, measure: "" }));
}

const weekName = /(?<!\p{L})(?:KW|CW|Woche|Week|Wk|Semaine|Semana|Settimana|Vecka|Uge)\.?\s*\d{1,2}(?!\d)/giu;

/** What is left of a heading beside its period, without the name of the day of a day, and the week of a week. */
export function withoutDayNames(left: string, period: string): string {
  if (/W\d{2}$/.test(period)) return left.replace(weekName, " ");
  if (!/^\d{4}-\d{2}-\d{2}$/.test(period)) return left;
  const words = left.split(/[\s,.()]+/).filter((word) => word !== "");
  return words.every((word) => languages.some((own) => own.includes(wordOf(word)))) ? "" : left;
}

/** Columns headed by the days of one week that the headings do not name, in their order; undefined for others. */
export function weekdayHeadings(header: readonly string[]): readonly PeriodHeading[] | undefined {
  const all = new Set(languages.flat());
  const columns = header.flatMap((heading, column) => (all.has(wordOf(heading)) ? [column] : []));
  const days = weekdaysOf(columns.map((column) => header[column] ?? ""));
  if (days === undefined || columns.length < fewest) return undefined;
  if (days.some((day, k) => k > 0 && day !== (days[k - 1] ?? 0) + 1)) return undefined;
  return columns.map((column, k) => ({ column, period: `E${days[k]}`, hasYear: false, measure: "" }));
}

/** True for days of a week that the headings do not name. */
export const areWeekdays = (periods: readonly PeriodHeading[]): boolean =>
  periods[0]?.period.startsWith("E") === true;

/** Days of a week in it, which may name no year. @example inWeek(periods, "W11")[0].period // "W11-1" */
export const inWeek = (periods: readonly PeriodHeading[], week: string): PeriodHeading[] =>
  periods.map((one) => ({
    ...one,
    period: `${week}-${one.period.slice(1)}`,
    hasYear: /^\d{4}/.test(week),
  }));

const weekNamed =
  /(?<!\p{L})(?:KW|CW|Kalenderwoche|Woche|Week|Wk|Semaine|Semana|Settimana|Tydzień|Tydz|Týden|Týd|Vecka|Uge|Uke|Viikko|Hafta|Sem(?=[. ]*\d)|W(?=\d\d))\.?\s*(\d{1,2})(?:\s*[-/. ]\s*((?:19|20)\d{2}))?(?!\d)/iu;

/** Week that the lines above a table name, all of them the same. @example weekOf(["Produktion KW 11 / 2025"]) // "2025-W11" */
export function weekOf(lines: readonly string[]): string | undefined {
  const weeks = lines.flatMap((line) => {
    const [, week, year] = line.length > 200 ? [] : (weekNamed.exec(line) ?? []);
    if (week === undefined || Number(week) < 1 || Number(week) > 53) return [];
    return [{ week: `W${week.padStart(2, "0")}`, year }];
  });
  if (new Set(weeks.map(({ week }) => week)).size !== 1) return undefined;
  const years = new Set(weeks.flatMap(({ year }) => year ?? []));
  const [year] = years;
  if (years.size > 1) return undefined;
  return year === undefined ? weeks[0]?.week : `${year}-${weeks[0]?.week}`;
}

const range =
  /(?<!\d)(\d{1,2})\.(\d{1,2})\.(\d{4}|\d{2})?\s*(?:-|–|—|bis|to|au|al|t\/m|do)\s*(\d{1,2})\.(\d{1,2})\.(\d{4}|\d{2})(?!\d)/iu;

/**
 * The week that a heading of its first and last day is; undefined for other spans.
 * @example weekOfDays("03.03.-09.03.2025")?.period // "2025-W10"
 */
export function weekOfDays(heading: string): { period: string; found: string } | undefined {
  const [found, d1 = "", m1 = "", y1, d2 = "", m2 = "", y2 = ""] = range.exec(heading) ?? [];
  if (found === undefined) return undefined;
  const full = (year: string): string => (year.length === 2 ? `20${year}` : year);
  const day = (y: string, m: string, d: string): number =>
    dayOf(`${full(y)}-${m.padStart(2, "0")}-${d.padStart(2, "0")}`);
  const last = day(y2, m2, d2);
  const ofYear = day(y1 ?? y2, m1, d1);
  // From December into January the first day is of the year before.
  const first = y1 === undefined && ofYear > last ? day(String(Number(full(y2)) - 1), m1, d1) : ofYear;
  const span = last - first;
  return span >= 4 && span <= 6 ? { period: isoWeekName(first + Math.floor(span / 2)), found } : undefined;
}
