import { weekday } from "../../calendar/date.ts";
import type { WorkCalendar } from "../../calendar/work-days.ts";

/** Days ahead whose usual working days are known: what lies behind goes on as they do. */
const reach = 1500;

/** Shut weekdays in a row from which on they are a shutdown, not holidays. */
const leastShutdown = 5;

/** 1 for each day of [from, to] on which a shutdown keeps a party closed. */
function shutdowns(calendar: WorkCalendar, from: number, to: number): Uint8Array {
  const shut = new Uint8Array(Math.max(0, to - from + 1));
  let run: number[] = [];
  for (let day = from; day <= to + 1; day++) {
    if (day <= to && weekday(day) > 5) continue;
    if (day <= to && !calendar.isOpen(day)) run.push(day);
    else {
      if (run.length >= leastShutdown) for (const closed of run) shut[closed - from] = 1;
      run = [];
    }
  }
  return shut;
}

/** Mondays to Fridays of [from, to]. */
function weekdays(from: number, to: number): number {
  const weeks = Math.max(0, Math.floor((to - from + 1) / 7));
  let count = 5 * weeks;
  for (let day = from + 7 * weeks; day <= to; day++) if (weekday(day) <= 5) count++;
  return count;
}

/** Days beside an interval that are looked at for the rest of a stretch that it cuts. */
const beside = 7;

/** Days of [from, to] (day numbers) on which a shutdown keeps a party closed, also of one that goes on outside. */
export function shutdownDays(calendar: WorkCalendar, from: number, to: number): number {
  // nearly always every weekday is open
  if (to < from || weekdays(from, to) === calendar.count(from, to)) return 0;
  const shut = shutdowns(calendar, from - beside, to + beside);
  return shut.subarray(beside, beside + to - from + 1).reduce((sum, day) => sum + day, 0);
}

/** True where a shutdown keeps a party closed on a day (a day number). */
export const isInShutdown = (calendar: WorkCalendar, day: number): boolean =>
  !calendar.isOpen(day) && shutdownDays(calendar, day - 2, day + 2) > 0;

const tables = new WeakMap<WorkCalendar, Map<number, Float64Array>>();

function tableOf(plant: WorkCalendar, today: number): Float64Array {
  const byDay = tables.get(plant) ?? new Map<number, Float64Array>();
  tables.set(plant, byDay);
  let table = byDay.get(today);
  if (table === undefined) {
    const shut = shutdowns(plant, today + 1, today + reach);
    table = new Float64Array(reach + 1);
    let lost = 0;
    for (let days = 1; days <= reach; days++) {
      lost += shut[days - 1];
      table[days] = Math.max(table[days - 1], (days * 5) / 7 - lost);
    }
    byDay.set(today, table);
  }
  return table;
}

/**
 * Working days that the `days` calendar days after `today` usually hold: five in seven, less shutdowns that lie
 * there. Weekday and single holidays of the moment do not move it, so that the same shop gets the same reorder
 * point on any day of the month.
 */
export function usualWorkingDays(plant: WorkCalendar, today: number, days: number): number {
  const table = tableOf(plant, today);
  const whole = Math.min(Math.floor(days), reach);
  const part = days - whole;
  const next = whole < reach ? table[whole + 1] - table[whole] : table[reach] / reach;
  return table[whole] + part * next;
}
