import { totalSaid } from "../../cells/total-words.ts";
import type { PeriodHeading } from "../period-heading.ts";

/** As many months must be known before one is taken for the next. */
const fewest = 5;

/** A heading without its words: what months in a row have in common. */
const frameOf = (heading: string): string => heading.replace(/\p{L}[\p{L}\p{M}.]*/gu, "§").trim();

/** True for a heading in which some word speaks of a sum: "2025 Summe". */
const saysTotal = (heading: string): boolean =>
  heading.split(/[\s_-]+/).some((word) => totalSaid(word) === "whole");

/** Number of a month that counts on over years, NaN for other periods: "2025-03", "M03". */
function monthIndex(period: string): number {
  const [, year = "0", month = ""] = /^(?:(\d{4})-|M)(\d{2})$/.exec(period) ?? [];
  return month === "" ? Number.NaN : Number(year) * 12 + Number(month) - 1;
}

const nameOf = (index: number, hasYear: boolean): string => {
  const month = String((index % 12) + 1).padStart(2, "0");
  return hasYear ? `${Math.floor(index / 12)}-${month}` : `M${month}`;
};

/**
 * Period headings with those of months that stand between two known ones, or beside one, and are written as they are,
 * though nobody knows the word: "Čer 2024" between "Kvě 2024" and "Čvc 2024" is June.
 * @example withGaps(["Jan", "Fxx", "Mar"], periods).length // 3
 */
export function withGaps(
  header: readonly string[],
  found: readonly PeriodHeading[],
): readonly PeriodHeading[] {
  const known = new Map(found.map((one) => [one.column, one]));
  if (known.size !== found.length || new Set(found.map(({ measure }) => measure)).size > 1) return found;
  const all = [...found];
  const frames = new Set(found.map(({ column }) => frameOf(header[column] ?? "")));
  for (let k = 0; k < found.length - 1; k++) {
    const [left, right] = [found[k], found[k + 1]];
    const between = (right?.column ?? 0) - (left?.column ?? 0) - 1;
    if (left === undefined || right === undefined || between < 1 || between > 3) continue;
    const [from, to] = [monthIndex(left.period), monthIndex(right.period)];
    if (to - from !== between + 1 || left.hasYear !== right.hasYear) continue;
    const columns = Array.from({ length: between }, (_, n) => left.column + 1 + n);
    if (!columns.every((column) => frames.has(frameOf(header[column] ?? "")))) continue;
    columns.forEach((column, n) => {
      all.push({ ...left, column, period: nameOf(from + 1 + n, left.hasYear) });
    });
  }
  for (const step of [-1, 1] as const) {
    const end = step < 0 ? found[0] : found.at(-1);
    const column = (end?.column ?? 0) + step;
    const frame = frameOf(header[column] ?? "");
    const index = monthIndex(end?.period ?? "") + step;
    // The year of the heading itself says that it is a month of it.
    if (end === undefined || !end.hasYear || Number.isNaN(index) || !/\d{2}/.test(frame)) continue;
    if (saysTotal(header[column] ?? "")) continue;
    const isOfYear =
      frame === frameOf(header[end.column] ?? "") && nameOf(index, true).startsWith(end.period.slice(0, 4));
    if (isOfYear && found.length >= fewest) all.push({ ...end, column, period: nameOf(index, true) });
  }
  return all.sort((a, b) => a.column - b.column);
}

/**
 * Months of which only some name their year ("Nov 24", "Dez", "Jan 25", "Feb"), each in its year, where all of them
 * follow each other side by side; undefined for others.
 */
export function withYearsBetween(
  dated: readonly PeriodHeading[],
  bare: readonly PeriodHeading[],
): readonly PeriodHeading[] | undefined {
  const [first] = dated;
  const own = new Set(dated.map(({ column }) => column));
  const all = [...dated, ...bare.filter(({ column }) => !own.has(column))].sort(
    (a, b) => a.column - b.column,
  );
  const isMixed = first !== undefined && all.length > dated.length && dated.length > 0 && all.length >= 3;
  if (!isMixed || all.some(({ measure }) => measure !== first.measure)) return undefined;
  const at = all.indexOf(first);
  const start = monthIndex(first.period) - at;
  const follows = all.every(({ period, hasYear, column }, k) => {
    const index = monthIndex(period);
    const isNext = column === (all[0]?.column ?? 0) + k;
    return isNext && (hasYear ? index === start + k : index === (start + k) % 12);
  });
  return follows
    ? all.map((one, k) => ({ ...one, period: nameOf(start + k, true), hasYear: true }))
    : undefined;
}
