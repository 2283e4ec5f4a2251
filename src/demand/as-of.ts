import { mostDaysAhead } from "../bounds.ts";
import { bucketEnd, bucketIndex, daysPerYear } from "../calendar/bucket.ts";
import { isoDate } from "../calendar/date.ts";
import type { WorkCalendar } from "../calendar/work-days.ts";
import { InputError } from "../errors.ts";
import type { Issue } from "../issue.ts";
import type { OrderLines } from "../order.ts";
import type { Bucket } from "../series.ts";

/** Days of the lines that count: from `first` to `last`, both included (day numbers). */
export interface Span {
  readonly first: number;
  readonly last: number;
}

/** Lines up to this many may be called strays, whatever the size of the file. */
const strayLines = 3;
/** A date counts as far beyond the rest when it lies more than this many days outside (a year and a month). */
const strayGapDays = 396;

/**
 * First and last day of the lines, without strays: single lines more than thirteen months away from all others (a
 * typing error such as 2062 for 2026). Each stray is reported and does not count.
 * Returns null when no line is left.
 */
export function usableSpan(lines: OrderLines, asOf: number | undefined, issues: Issue[]): Span | null {
  const days = new Int32Array(lines.length);
  let count = 0;
  for (let k = 0; k < lines.length; k++) {
    const day = lines.day[k];
    if (asOf === undefined || day <= asOf) days[count++] = day;
  }
  const sorted = days.subarray(0, count).sort();
  if (count === 0) return null;
  const allowed = Math.max(strayLines, Math.floor(count / 1000));
  let low = 0;
  let high = count - 1;
  if (count > 10) {
    for (let k = count - 1; k > 0 && count - k <= allowed; k--) {
      if (sorted[k] - sorted[k - 1] > strayGapDays) high = k - 1;
    }
    for (let k = 0; k < high && k < allowed; k++) {
      if (sorted[k + 1] - sorted[k] > strayGapDays) low = k + 1;
    }
  }
  const span = { first: sorted[low], last: sorted[high] };
  reportStrays(lines, span, asOf, issues);
  return span;
}

/** Refuses a day that lies years after the last line: every bucket between would be made up. */
export function requireNear(name: "asOf" | "stockDate", day: number, last: number): void {
  if (day - last <= mostDaysAhead) return;
  const years = Math.floor(mostDaysAhead / daysPerYear);
  throw new InputError({ code: "day-too-far", name, got: isoDate(day), last: isoDate(last), years });
}

/** The span from `first` on; what lies before is too far back to be looked at, which is reported. */
export function withinHistory(lines: OrderLines, span: Span, first: number, issues: Issue[]): Span {
  if (span.first >= first) return span;
  let before = 0;
  for (let k = 0; k < lines.length; k++) if (lines.day[k] >= span.first && lines.day[k] < first) before++;
  issues.push({ code: "lines-before-history", severity: "warning", lines: before, first: isoDate(first) });
  return { first: Math.min(first, span.last), last: span.last };
}

function reportStrays(lines: OrderLines, span: Span, asOf: number | undefined, issues: Issue[]): void {
  let after = 0;
  for (let k = 0; k < lines.length; k++) {
    const day = lines.day[k];
    if (day >= span.first && day <= span.last) continue;
    if (asOf !== undefined && day > asOf) {
      after += 1;
      continue;
    }
    issues.push({
      code: "date-far-from-rest",
      severity: "warning",
      file: lines.files[lines.file[k]] ?? "",
      row: lines.row[k],
      item: lines.items.values[lines.item[k]],
      text: isoDate(day),
      first: isoDate(span.first),
      last: isoDate(span.last),
    });
  }
  if (after > 0 && asOf !== undefined) {
    issues.push({ code: "lines-after-as-of", severity: "info", lines: after, asOf: isoDate(asOf) });
  }
}

/** A bucket is complete when as-of reaches its last working day (a bucket without any: its last day). */
function isComplete(bucketNumber: number, bucket: Bucket, asOf: number, plant: WorkCalendar): boolean {
  if (bucket === "day") return bucketNumber <= asOf;
  const end = bucketEnd(bucketNumber, bucket);
  const lastOpen = plant.previous(end);
  return asOf >= (bucketIndex(lastOpen, bucket) === bucketNumber ? lastOpen : end);
}

/** Number of the last complete bucket. */
export function lastComplete(bucket: Bucket, asOf: number, plant: WorkCalendar): number {
  const current = bucketIndex(asOf, bucket);
  return isComplete(current, bucket, asOf, plant) ? current : current - 1;
}
