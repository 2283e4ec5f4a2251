import type { IsoDate } from "../order.ts";

/**
 * Day number of a civil date: days since 1970-01-01 in the proleptic Gregorian calendar
 * (H. Hinnant, "chrono-compatible low-level date algorithms", days_from_civil).
 * @example dayNumber(1970, 1, 1) // 0
 * @example dayNumber(2025, 3, 31) // 20178
 */
export function dayNumber(year: number, month: number, day: number): number {
  const y = month <= 2 ? year - 1 : year;
  const era = Math.floor(y / 400);
  const yearOfEra = y - era * 400;
  const dayOfYear = Math.floor((153 * (month + (month > 2 ? -3 : 9)) + 2) / 5) + day - 1;
  const dayOfEra = yearOfEra * 365 + Math.floor(yearOfEra / 4) - Math.floor(yearOfEra / 100) + dayOfYear;
  return era * 146097 + dayOfEra - 719468;
}

/** Year, month (1 to 12) and day of a day number: the inverse of {@link dayNumber} (civil_from_days). */
export function civil(dayNumber: number): { year: number; month: number; day: number } {
  const z = dayNumber + 719468;
  const era = Math.floor(z / 146097);
  const dayOfEra = z - era * 146097;
  const yearOfEra = Math.floor(
    (dayOfEra - Math.floor(dayOfEra / 1460) + Math.floor(dayOfEra / 36524) - Math.floor(dayOfEra / 146096)) /
      365,
  );
  const dayOfYear = dayOfEra - (365 * yearOfEra + Math.floor(yearOfEra / 4) - Math.floor(yearOfEra / 100));
  const shifted = Math.floor((5 * dayOfYear + 2) / 153);
  const month = shifted < 10 ? shifted + 3 : shifted - 9;
  return {
    year: yearOfEra + era * 400 + (month <= 2 ? 1 : 0),
    month,
    day: dayOfYear - Math.floor((153 * shifted + 2) / 5) + 1,
  };
}

/** Days of a month (1 to 12). @example daysInMonth(2024, 2) // 29 */
export function daysInMonth(year: number, month: number): number {
  return month === 2 && year % 4 === 0 && (year % 100 !== 0 || year % 400 === 0)
    ? 29
    : 31 - (((month - 1) % 7) % 2) - (month === 2 ? 2 : 0);
}

/** True for a date that exists, e.g. not for 31 April. */
export function isCivil(year: number, month: number, day: number): boolean {
  return month >= 1 && month <= 12 && day >= 1 && day <= daysInMonth(year, month);
}

/** Day number of "YYYY-MM-DD", NaN when the text is not an existing civil date in just this form. */
export function dayOf(date: IsoDate): number {
  if (date.length !== 10 || date[4] !== "-" || date[7] !== "-") return Number.NaN;
  const year = Number(date.slice(0, 4));
  const month = Number(date.slice(5, 7));
  const day = Number(date.slice(8, 10));
  return Number.isInteger(year) && isCivil(year, month, day) ? dayNumber(year, month, day) : Number.NaN;
}

/** "YYYY-MM-DD" of a day number. @example isoDate(20178) // "2025-03-31" */
export function isoDate(dayNumber: number): IsoDate {
  const { year, month, day } = civil(dayNumber);
  return `${String(year).padStart(4, "0")}-${month < 10 ? "0" : ""}${month}-${day < 10 ? "0" : ""}${day}`;
}

/** Day of the week, 1 = Monday to 7 = Sunday. @example weekday(20178) // 1 */
export function weekday(dayNumber: number): number {
  return ((((dayNumber + 3) % 7) + 7) % 7) + 1;
}
