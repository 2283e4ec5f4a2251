import type { PeriodHeading } from "./period-heading.ts";

/** Fewer days than these may be sizes, shelves or anything else. */
const fewest = 5;

/**
 * Columns headed 1, 2, 3 … without a gap: the months of a year where they are twelve, its weeks where they are 52 or
 * 53, the days of a month where they are up to 31; undefined for others.
 */
export function dayHeadings(header: readonly string[]): readonly PeriodHeading[] | undefined {
  const found = header.flatMap((heading, column) => {
    const [, number] = /^0?(\d{1,2})\.?$/.exec(heading.trim()) ?? [];
    return number === undefined ? [] : [{ column, number: Number(number) }];
  });
  const counts = found.every(({ number }, k) => number === k + 1);
  if (!counts || found.length < fewest || found.length === header.length) return undefined;
  const { length } = found;
  const letter = length === 12 ? "M" : length <= 31 ? "D" : length === 52 || length === 53 ? "W" : "";
  if (letter === "") return undefined;
  return found.map(({ column, number }) => ({
    column,
    period: `${letter}${String(number).padStart(2, "0")}`,
    hasYear: false,
    measure: "",
  }));
}

/** True for days of a month that the headings do not name. */
export const areDays = (periods: readonly PeriodHeading[]): boolean =>
  periods[0]?.period.startsWith("D") === true;
