import { civil, dayNumber } from "../../../src/calendar/date.ts";
import { workCalendar } from "../../../src/calendar/work-calendar.ts";

/** First and last day of the history; the last is a Friday in the middle of a month. */
export const firstDay = dayNumber(2023, 11, 1);
export const lastDay = dayNumber(2026, 10, 16);
/** Earlier nights whose stock and open orders are kept, a week apart. */
export const earlierNights = [lastDay - 14, lastDay - 7] as const;
/** Last day of the first export. */
export const firstExportDay = dayNumber(2026, 9, 25);
/** First day that the second export holds again. */
export const overlapDay = dayNumber(2026, 7, 1);

/** Plant holidays, both days included: two weeks in August and the turn of the year. */
export const plantClosures = [
  ...[2024, 2025, 2026].map((year) => ({ from: dayNumber(year, 8, 3), to: dayNumber(year, 8, 14) })),
  ...[2023, 2024, 2025, 2026].map((year) => ({
    from: dayNumber(year, 12, 24),
    to: dayNumber(year + 1, 1, 1),
  })),
];

/** Holidays of the supplier that closes; the last lies ahead of the history. */
export const supplierClosures = [
  { from: dayNumber(2024, 7, 29), to: dayNumber(2024, 8, 16) },
  { from: dayNumber(2025, 7, 28), to: dayNumber(2025, 8, 15) },
  { from: dayNumber(2026, 7, 27), to: dayNumber(2026, 8, 14) },
  { from: dayNumber(2026, 11, 2), to: dayNumber(2026, 11, 13) },
];

/** The plant works Monday to Friday in Nordrhein-Westfalen, less its own holidays. */
export const plant = workCalendar("DE-NW", plantClosures);

/** Month number since 1970-01 of a day, and back. */
export const monthOf = (day: number): number => {
  const { year, month } = civil(day);
  return (year - 1970) * 12 + month - 1;
};
export const monthStart = (month: number): number =>
  dayNumber(1970 + Math.floor(month / 12), (((month % 12) + 12) % 12) + 1, 1);
/** Month number of a year and a month. */
export const monthIn = (year: number, month: number): number => (year - 1970) * 12 + month - 1;
