import { civil, dayNumber, weekday } from "./date.ts";
import { holidays } from "./holidays.ts";
import type { Region } from "./regions.ts";
import type { WorkCalendar } from "./work-days.ts";

/** Day numbers, both included. */
export interface Closure {
  readonly from: number;
  readonly to: number;
}

/** Open days before each day of one year, 367 entries; the last is the count of the year. */
type YearCount = { readonly first: number; readonly before: Uint16Array };

/**
 * Monday to Friday less the region's public holidays and the given closures. A calendar that is never open for
 * ten years would make no plan possible: `next`, `previous` and `add` then throw a RangeError.
 * @example workCalendar("DE-NW").count(dayNumber(2025, 1, 1), dayNumber(2025, 12, 31)) // 251
 */
export function workCalendar(region: Region, closures: readonly Closure[] = []): WorkCalendar {
  const years = new Map<number, YearCount>();

  const yearOf = (year: number): YearCount => {
    const known = years.get(year);
    if (known !== undefined) return known;
    const first = dayNumber(year, 1, 1);
    const length = dayNumber(year + 1, 1, 1) - first;
    const closed = new Uint8Array(length);
    for (const day of holidays(region, year)) closed[day - first] = 1;
    for (const { from, to } of closures) {
      for (let day = Math.max(from, first); day <= Math.min(to, first + length - 1); day++)
        closed[day - first] = 1;
    }
    const before = new Uint16Array(length + 1);
    for (let k = 0; k < length; k++) {
      const open = closed[k] === 0 && weekday(first + k) <= 5;
      before[k + 1] = before[k] + (open ? 1 : 0);
    }
    const made = { first, before };
    years.set(year, made);
    return made;
  };

  const isOpen = (day: number) => {
    const { first, before } = yearOf(civil(day).year);
    return before[day - first + 1] !== before[day - first];
  };

  const walk = (day: number, step: 1 | -1): number => {
    for (let k = 0; k < 3660; k++) if (isOpen(day + k * step)) return day + k * step;
    throw new RangeError(`no open day within ten years of day ${day}: check the closures of the calendar`);
  };

  const count = (from: number, to: number) => {
    if (to < from) return 0;
    const a = civil(from).year;
    const b = civil(to).year;
    let open = 0;
    for (let year = a; year <= b; year++) {
      const { first, before } = yearOf(year);
      const start = Math.max(from - first, 0);
      const end = Math.min(to - first + 1, before.length - 1);
      open += before[end] - before[start];
    }
    return open;
  };

  const add = (day: number, openDays: number) => {
    const step = openDays < 0 ? -1 : 1;
    let at = day;
    for (let left = Math.abs(openDays); left > 0; left--) at = walk(at + step, step);
    return at;
  };

  return { isOpen, count, add, next: (day) => walk(day, 1), previous: (day) => walk(day, -1) };
}
