import { civil, daysInMonth, weekday } from "../calendar/date.ts";
import type { OrderLines } from "../order.ts";
import type { Bucket } from "../series.ts";
import type { Span } from "./as-of.ts";

/** History from which months are the better bucket: two full seasons. */
const monthlyFromDays = 690;
const weeklyFromDays = 35;

/**
 * The bucket in which demand is best seen. Lines dated by periods decide it themselves (the coarsest period in
 * the file); else months from two years of history on, weeks from five weeks on, days below.
 */
export function chooseBucket(lines: OrderLines, span: Span): Bucket {
  const dated = periodOfLines(lines, span);
  if (dated !== null) return dated;
  const days = span.last - span.first + 1;
  return days >= monthlyFromDays ? "month" : days >= weeklyFromDays ? "week" : "day";
}

function periodOfLines(lines: OrderLines, span: Span): Bucket | null {
  let any = 0;
  let sunday = 0;
  let monthEnd = 0;
  let quarterEnd = 0;
  let yearEnd = 0;
  for (let k = 0; k < lines.length; k++) {
    const date = lines.day[k];
    if (lines.byPeriod[k] === 0 || date < span.first || date > span.last) continue;
    const { year, month, day } = civil(date);
    any += 1;
    if (weekday(date) === 7) sunday += 1;
    if (day !== daysInMonth(year, month)) continue;
    monthEnd += 1;
    if (month % 3 === 0) quarterEnd += 1;
    if (month === 12) yearEnd += 1;
  }
  if (any === 0) return null;
  if (yearEnd === any && span.last - span.first > 366) return "year";
  if (quarterEnd === any && span.last - span.first > 180) return "quarter";
  if (monthEnd === any) return "month";
  if (sunday === any) return "week";
  return "month";
}
