import { bareText, isTypedDate } from "./cells.ts";

/** Distinct texts of a column of dates. */
type DateTexts = readonly string[];

const short = /^(\d{2})([-/.])(\d{2})\2(\d{2})(?!\d)/;
/** More years than these at the end of dates that a file writes are days. */
const mostYears = 6;

/**
 * True where the year of dates with two digits each stands first: the first number hardly changes, the last one runs
 * over the days of a month. @example isYearFirst(["25.01.03", "25.01.14", "25.02.28"]) // true
 */
export function isYearFirst(texts: DateTexts): boolean {
  const found = texts.flatMap((text) => {
    const match = short.exec(bareText(text).trim());
    return match === null ? [] : [[Number(match[1]), Number(match[3]), Number(match[4])] as const];
  });
  const filled = texts.filter((text) => text !== "").length;
  if (found.length < 3 || found.length < 0.9 * filled) return false;
  const isPossible = found.every(([, month, day]) => month >= 1 && month <= 12 && day >= 1 && day <= 31);
  const span = (at: 0 | 2): number => {
    const values = found.map((parts) => parts[at]).sort((a, b) => a - b);
    return (values.at(-1) ?? 0) - (values[0] ?? 0);
  };
  return isPossible && span(2) > mostYears && span(2) > 2 * span(0);
}

const evening = /[T ]2[23]:00(?::00)?(?:\.0+)?\s*(Z|UTC|[+-]00:?00)?$/;

/**
 * True where every date stands at 22:00 or 23:00 sharp: midnights of Central Europe, written in UTC. They mean the
 * next day.
 */
export function areEvenings(texts: DateTexts): boolean {
  const filled = texts.map(bareText).filter((text) => text.trim() !== "");
  if (filled.length < 3) return false;
  const found = filled.map((text) => evening.exec(text));
  const hours = new Set(found.map((match) => match?.[0].slice(1, 3)));
  return (
    found.every((match) => match !== null) &&
    (hours.size > 1 || found.every((match) => match?.[1] !== undefined))
  );
}

/**
 * True where a spreadsheet took what it could for a date and left the rest: real dates, none later than the twelfth of
 * a month, beside texts, all of them later. Day and month of the real ones are then likely swapped.
 */
export function isHalfSwapped(texts: DateTexts): boolean {
  const typed = texts.filter(isTypedDate).map((text) => Number(bareText(text).slice(8, 10)));
  const parts = texts.flatMap((text) => {
    const match = isTypedDate(text) ? null : /^(\d{1,2})[-/.](\d{1,2})[-/.]\d{2,4}/.exec(text.trim());
    return match === null ? [] : [[Number(match[1]), Number(match[2])] as const];
  });
  if (typed.length < 2 || parts.length < 1) return false;
  const isLate = parts.every(([first]) => first > 12) || parts.every(([, second]) => second > 12);
  return isLate && typed.every((day) => day <= 12);
}

/** The other reading of an ISO date: 2025-03-01 for 2025-01-03. */
export const swappedIso = (iso: string): string =>
  `${iso.slice(0, 4)}-${iso.slice(8, 10)}-${iso.slice(5, 7)}${iso.slice(10)}`;

const weekdays =
  /^(?:mo|di|mi|do|fr|sa|so|mon|tue|wed|thu|fri|sat|sun|montag|dienstag|mittwoch|donnerstag|freitag|samstag|sonntag|monday|tuesday|wednesday|thursday|friday|saturday|sunday)\.?,?\s+(?=\d)/i;

/** The week or weekday of a day behind it: "03.01.2025 (KW 1)". */
const behind = /(?<=\d) ?\((?:\p{L}{2,12}\.?|(?:KW|CW|W|Wk|Week|Woche) ?\d{1,2})\)$/iu;

/** A date without the day of its week: "Fr 03.01.2025", "03.01.2025 (KW 1)". */
export const withoutDayName = (text: string): string => text.replace(weekdays, "").replace(behind, "");
