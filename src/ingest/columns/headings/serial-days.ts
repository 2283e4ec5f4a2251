import { isoDate } from "../../../calendar/date.ts";

/** Days from the beginning of the serials to 1970. */
const dayZero = 25_569;
/** Serials of the years 2000 to 2049, between which a spreadsheet's lists lie. */
const [first, last] = [36_526, 54_789];
/** Days from one heading to the next of weeks, months and quarters, and how many are no chance; articles may count by one. */
const steps: readonly (readonly [from: number, to: number, fewest: number])[] = [
  [7, 7, 4],
  [28, 31, 3],
  [89, 92, 3],
];

const serialOf = (text: string): number => {
  const value = /^\d{5}$/.test(text.trim()) ? Number(text) : Number.NaN;
  return value >= first && value <= last ? value : Number.NaN;
};

/**
 * Headings that are days as a spreadsheet counts them, whose format was lost: side by side, a week, month or quarter
 * apart; undefined where there are none. @example serialDays(["Item", "45658", "45689", "45717"])?.get(1) // "2025-01-01"
 */
export function serialDays(header: readonly string[]): ReadonlyMap<number, string> | undefined {
  const found = header.flatMap((text, column) => (Number.isNaN(serialOf(text)) ? [] : [column]));
  const isRun = found.every((column, k) => k === 0 || column === (found[k - 1] ?? 0) + 1);
  const gaps = found
    .slice(1)
    .map((column) => serialOf(header[column] ?? "") - serialOf(header[column - 1] ?? ""));
  const isEven = steps.some(
    ([from, to, fewest]) => found.length >= fewest && gaps.every((gap) => gap >= from && gap <= to),
  );
  if (!isRun || !isEven) return undefined;
  return new Map(found.map((column) => [column, isoDate(serialOf(header[column] ?? "") - dayZero)]));
}
