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

const inUtc = /^\d{4}-(\d{2})-(\d{2})[T ](\d{2}):00(?::00)?(?:\.0+)?\s*(?:Z|UTC|[+-]00:?00)$/;

/**
 * True for times in UTC at one of two hours, the earlier one in summer alone and the later one in winter alone: midnights
 * of a place that puts its clocks forward, as of London (23:00 and 00:00) or Athens (21:00 and 22:00).
 */
function areMidnights(texts: DateTexts): boolean {
  const found = texts.flatMap((text) => {
    const [all, month, day, hour] = inUtc.exec(text.trim()) ?? [];
    return all === undefined ? [] : [{ day: 100 * Number(month) + Number(day), hour: Number(hour) }];
  });
  const hours = [...new Set(found.map(({ hour }) => hour))];
  const [one = 0, other = 0] = hours;
  if (found.length < texts.length || hours.length !== 2 || !hours.some((hour) => hour >= 12)) return false;
  const early = (one + 1) % 24 === other ? one : (other + 1) % 24 === one ? other : -1;
  // Clocks change between these days all over the world: no day near them tells anything.
  const isSummer = (day: number): boolean => day >= 308 && day <= 1107;
  const isWinter = (day: number): boolean => day <= 410 || day >= 925;
  const [earlier, later] = [
    found.filter(({ hour }) => hour === early),
    found.filter(({ hour }) => hour !== early),
  ];
  const holds = (first: typeof found, second: typeof found): boolean =>
    first.every(({ day }) => isSummer(day)) && second.every(({ day }) => isWinter(day));
  return early >= 0 && (holds(earlier, later) || holds(later, earlier));
}

/** True for a time from noon on. */
export const isLate = (text: string): boolean => Number(/[T ](\d{2}):/.exec(bareText(text))?.[1] ?? 0) >= 12;

/**
 * True where every date stands at 22:00 or 23:00 sharp: midnights of Central Europe, written in UTC; or at the midnights
 * of another place. Those in the evening mean the next day.
 */
export function areEvenings(texts: DateTexts): boolean {
  const filled = texts.map(bareText).filter((text) => text.trim() !== "");
  if (filled.length < 3) return false;
  if (areMidnights(filled)) return true;
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

/** Day and month of a text as it writes them, and whether it pads them with zeros where they are below 10. */
function written(text: string): { first: string; second: string } | undefined {
  const [, first, second] = /^(\d{1,2})[-/](\d{1,2})[-/]\d{2,4}/.exec(text.trim()) ?? [];
  return first === undefined || second === undefined ? undefined : { first, second };
}

/**
 * True where a spreadsheet rewrote what it took for a date: "1/3/2025" beside "14/01/2025", texts that may be read both
 * ways without zeros, all others with them. Day and month of the rewritten ones are then likely swapped.
 */
export function areRewritten(texts: DateTexts): boolean {
  const found = texts
    .filter((text) => text !== "")
    .map((text) => (isTypedDate(text) ? undefined : written(text)));
  if (found.length < 4 || found.includes(undefined)) return false;
  const dates = found.flatMap((one) => one ?? []);
  const isLate = ({ first, second }: { first: string; second: string }): boolean =>
    Number(first) > 12 || Number(second) > 12;
  const bare = ({ first, second }: { first: string; second: string }): boolean =>
    first.length === 1 || second.length === 1;
  const padded = ({ first, second }: { first: string; second: string }): boolean =>
    first.startsWith("0") || second.startsWith("0");
  const [late, early] = [dates.filter(isLate), dates.filter((one) => !isLate(one))];
  const isOneOrder =
    late.every(({ first }) => Number(first) > 12) || late.every(({ second }) => Number(second) > 12);
  return (
    isOneOrder &&
    late.some(padded) &&
    !late.some(bare) &&
    early.filter(bare).length >= 2 &&
    !early.some(padded)
  );
}

/** A text whose day and month may be either, the other way round: "3/1/2025" for "1/3/2025"; any other as it stands. */
export const swappedText = (text: string): string =>
  text.replace(/^(\d{1,2})([-/])(\d{1,2})(?=[-/]\d)/, (all, first, sign, second) =>
    Number(first) <= 12 && Number(second) <= 12 ? `${second}${sign}${first}` : all,
  );

/** The other reading of an ISO date: 2025-03-01 for 2025-01-03. */
export const swappedIso = (iso: string): string =>
  `${iso.slice(0, 4)}-${iso.slice(8, 10)}-${iso.slice(5, 7)}${iso.slice(10)}`;

/** Days of the week beside a date, in the languages that lists are written in. */
const dayNames = [
  "mo|di|mi|do|fr|sa|so|montag|dienstag|mittwoch|donnerstag|freitag|samstag|sonntag",
  "mon|tues?|wed|thu|thurs?|fri|sat|sun|monday|tuesday|wednesday|thursday|friday|saturday|sunday",
  "lun|mer|jeu|ven|sam|dim|lundi|mardi|mercredi|jeudi|vendredi|samedi|dimanche",
  "mi[eé]|jue|vie|s[aá]b|dom|lunes|martes|mi[eé]rcoles|jueves|viernes|s[aá]bado|domingo",
  "gio|luned[iì]|marted[iì]|mercoled[iì]|gioved[iì]|venerd[iì]|sabato|domenica",
  "seg|ter|qua|qui|sex|(?:segunda|terça|quarta|quinta|sexta)(?:-feira)?",
  "ma|wo|vr|za|zo|maandag|dinsdag|woensdag|donderdag|vrijdag|zaterdag|zondag",
  "pn|pon|wt|śr|czw|pt|sob|nd|niedz|poniedziałek|wtorek|środa|czwartek|piątek|sobota|niedziela",
  "po|út|st|čt|pá|ne|pondělí|úterý|středa|čtvrtek|pátek|neděle",
  "man|tir|tis|ons|tor|tors|fre|lör|lør|søn|sön|mandag|tirsdag|onsdag|torsdag|fredag|lørdag|søndag",
  "måndag|tisdag|lördag|söndag",
].join("|");
const weekdays = new RegExp(
  `^(?:${dayNames})\\.?,?\\s+(?=\\d{1,2}\\D|\\d{4}[-/.]\\d)|^mar\\.?,?\\s+(?=\\d{1,2}[-/.]\\d{1,2}[-/.]\\d)|^(?:${dayNames}),\\s+(?=\\p{L}{3,9}\\.?\\s\\d{1,2})`,
  "iu",
);
const dayBehind = new RegExp(`(?<=\\d{4}|[-/.]\\d{2}),?\\s+(?:${dayNames})\\.?$`, "iu");

/** A week with its first and last day behind it: "KW 02 (06.01.-12.01.2025)". */
const weekAndDays = /^(?:KW|CW|W|Wk|Week|Woche)\.? ?\d{1,2} ?\(?.*[-–] ?(\d{1,2}[./]\d{1,2}[./]\d{4})\)?$/i;

/** The week or weekday of a day behind it: "03.01.2025 (KW 1)". */
const behind = /(?<=\d) ?\((?:\p{L}{2,12}\.?|(?:KW|CW|W|Wk|Week|Woche) ?\d{1,2})\)$/iu;

/** A date without the day of its week: "Fr 03.01.2025", "03.01.2025 (KW 1)". */
export const withoutDayName = (text: string): string =>
  text.replace(weekAndDays, "$1").replace(weekdays, "").replace(behind, "").replace(dayBehind, "");

/** A day with its time behind it: 20250103080000. */
export const dayAndTime = /^20[0-3]\d{5}([01]\d|2[0-3])[0-5]\d/;

/** A week behind its year, also in the letters of semaine, semana and settimana: "2025-W06", "2025-S06". */
export const yearAndWeek =
  /^(\d{4})\s*[-/. ]?\s*(?:KW|CW|W|Wk|Week|Woche|S(?=\d\d$)|Sem(?:aine|ana)?\.?|Sett\.?)\s*(\d{1,2})(?:-?([1-7]))?$/i;
