import { daysOf, daysPerYear } from "../../calendar/bucket.ts";
import { normaliseHeading } from "./heading-key.ts";

/** Unit of a duration, and calendar days in one. */
interface DurationUnit {
  readonly name: "day" | "working-day" | "week" | "month" | "year";
  readonly days: number;
}

const units = {
  day: { name: "day", days: 1 },
  workingDay: { name: "working-day", days: 7 / 5 },
  week: { name: "week", days: 7 },
  month: { name: "month", days: daysOf.month },
  year: { name: "year", days: daysPerYear },
} as const satisfies Record<string, DurationUnit>;

const words: readonly (readonly [RegExp, DurationUnit])[] = [
  [/^(at|arbeitstage?n?|werktage?n?|wt|workingdays?|businessdays?|workdays?|bd|wd|al)$/, units.workingDay],
  [
    /^(t|tg|tage?n?|d|days?|kalendertage?n?|kt|calendardays?|ct|jours?|giorn[io]|gg|dias?|dagen|dni|dnu|dny|dagar|dager|dage|gun|дн|днеи|дня|день|днів|日|天|日間|일)$/,
    units.day,
  ],
  [
    /^(w|wo|wochen?|weeks?|wk|wks|kw|semaines?|settiman[ae]|semanas?|weken|tyg|tygodni[ea]?|tydnu|tydny|veckor|uger|uker|hafta|нед|недель|недели|週|週間|周|주)$/,
    units.week,
  ],
  [
    /^(m|mon|mo|monate?n?|months?|mth|mois|mes[ei]s?|maanden|miesi[ae]c[ey]?|mesicu|manader|maneder|ay|мес|месяцев|ヶ月|か月|个月|개월)$/,
    units.month,
  ],
  [/^(j|jahre?n?|y|years?|yr)$/, units.year],
];

/** Unit of a word, undefined for other words. @example durationUnit("Wochen")?.days // 7 */
export function durationUnit(word: string): DurationUnit | undefined {
  const key = word
    .toLowerCase()
    .normalize("NFD")
    .replace(/[^\p{L}]/gu, "")
    .normalize("NFC");
  return words.find(([pattern]) => pattern.test(key))?.[1];
}

/** Unit that a heading names: "Wiederbeschaffungszeit (Wochen)", "lead_time_weeks", "WBZ in AT". */
export function headingUnit(heading: string): DurationUnit | undefined {
  const { words: parts, hint } = normaliseHeading(heading);
  const inHint = hint === "" ? undefined : (durationUnit(hint) ?? durationUnit(hint.replace(/^in /, "")));
  if (inHint !== undefined) return inHint;
  const last = parts.slice(1);
  if (last.join("").endsWith("workingdays")) return units.workingDay;
  for (const word of last) {
    const unit = word.length > 1 ? durationUnit(word) : undefined;
    if (unit !== undefined) return unit;
  }
  return undefined;
}

/** Splits "2W", "<14T>", "10 Arbeitstage", "3,5 Wochen" into number text and unit. */
export function splitDuration(text: string): { number: string; unit: DurationUnit } | undefined {
  const match = /^<?\s*([\d.,]+)\s*(\p{L}[\p{L}\p{M} .]{0,20}?)\s*>?$/u.exec(text.trim());
  const unit = match === null ? undefined : durationUnit(match[2]);
  return match === null || unit === undefined ? undefined : { number: match[1], unit };
}
