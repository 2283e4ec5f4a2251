import { bucketEnd, bucketIndex, bucketStart } from "../calendar/bucket.ts";
import { isoDate } from "../calendar/date.ts";
import type { WorkCalendar } from "../calendar/work-days.ts";

import type { Issue } from "../issue.ts";

import type { OrderLines } from "../order.ts";
import type { Bucket } from "../series.ts";
import type { Span } from "./as-of.ts";

/** The buckets that all items of a file share. */
export interface Axis {
  readonly bucket: Bucket;
  readonly first: number;
  readonly last: number;
  /** By bucket number less `first`: 1 where the file has lines. */
  readonly observed: Uint8Array;
  /** By bucket number less `first`; undefined where buckets are days. */
  readonly workingDays: Float64Array | undefined;
  readonly firstPartial: boolean;
  readonly asOf: number;
}

export function observedBuckets(
  lines: OrderLines,
  span: Span,
  bucket: Bucket,
  first: number,
  last: number,
  issues: Issue[],
): Uint8Array {
  const observed = new Uint8Array(last - first + 1);
  for (let k = 0; k < lines.length; k++) {
    const day = lines.day[k];
    if (day < span.first || day > span.last) continue;
    const index = bucketIndex(day, bucket);
    if (index <= last) observed[index - first] = 1;
  }
  if (bucket === "day") markClosedWeekdays(observed);
  const missing: number[] = [];
  for (let k = 0; k < observed.length; k++) if (observed[k] === 0) missing.push(first + k);
  if (missing.length > 0 && bucket !== "day") {
    issues.push({
      code: "bucket-without-lines",
      severity: "warning",
      buckets: missing.length,
      text: missing
        .slice(0, 12)
        .map((index) => isoDate(bucketStart(index, bucket)))
        .join(", "),
    });
  }
  return observed;
}

/** Weeks after which a weekday on which hardly anything ever happened is one on which nobody works. */
const leastWeeks = 2;
/** Share of a weekday's days with a line up to which it counts as closed. */
const closedShare = 0.1;

/** Days of weekdays on which the firm is closed are known: nothing was asked for. Others without a line are not. */
function markClosedWeekdays(observed: Uint8Array): void {
  for (let weekday = 0; weekday < Math.min(7, observed.length); weekday++) {
    let days = 0;
    let busy = 0;
    for (let k = weekday; k < observed.length; k += 7) {
      days++;
      busy += observed[k];
    }
    if (days < leastWeeks || busy > closedShare * days) continue;
    for (let k = weekday; k < observed.length; k += 7) observed[k] = 1;
  }
}

/** True when the file's first line stands after the first working day of its bucket. */
export function beginsInside(lines: OrderLines, span: Span, bucket: Bucket, plant: WorkCalendar): boolean {
  if (bucket === "day") return false;
  for (let k = 0; k < lines.length; k++) {
    if (lines.day[k] === span.first && lines.byPeriod[k] === 1) return false;
  }
  return span.first > plant.next(bucketStart(bucketIndex(span.first, bucket), bucket));
}

export function workingDays(
  bucket: Bucket,
  first: number,
  last: number,
  plant: WorkCalendar,
): Float64Array | undefined {
  if (bucket === "day") return undefined;
  const days = new Float64Array(last - first + 1);
  for (let k = 0; k < days.length; k++) {
    days[k] = plant.count(bucketStart(first + k, bucket), bucketEnd(first + k, bucket));
  }
  return days;
}
