import { bucketIndex, bucketStart } from "../calendar/bucket.ts";
import { dayOf, isoDate } from "../calendar/date.ts";

import type { Issue } from "../issue.ts";
import type { CalendarEntry } from "../item.ts";
import type { Axis } from "./axis.ts";
import type { RawItem } from "./raw-item.ts";
import { isRegular, suspectedStockouts } from "./stockouts.ts";

/** Marks buckets without stock: by the calendar file, or suspected in a regular item. */
export function censor(
  raw: readonly RawItem[],
  axis: Axis,
  calendar: readonly CalendarEntry[],
  issues: Issue[],
): void {
  const marks = calendar.filter((entry) => entry.kind === "stockout");
  const regular = raw.filter((one) => isRegular(one.values));
  const silent = new Float64Array(axis.last - axis.first + 1);
  const active = new Float64Array(silent.length);
  for (const one of regular) {
    for (let k = 0; k < one.values.length; k++) {
      active[one.start - axis.first + k] += 1;
      if (one.values[k] === 0) silent[one.start - axis.first + k] += 1;
    }
  }
  const byItem = new Map(raw.map((one) => [one.item, one]));
  for (const mark of marks) {
    const targets =
      mark.item === undefined ? raw : [byItem.get(mark.item)].filter((one) => one !== undefined);
    for (const one of targets) {
      const from = Math.max(bucketIndex(dayOf(mark.from), axis.bucket) - one.start, 0);
      const to = Math.min(bucketIndex(dayOf(mark.to), axis.bucket) - one.start, one.values.length - 1);
      for (let k = from; k <= to; k++) one.marked.add(k);
    }
  }
  for (const one of raw) one.censored.push(...one.marked);
  for (const one of regular) {
    const quiet = (k: number) => {
      const at = one.start - axis.first + k;
      return regular.length < 5 ? 0 : silent[at] / active[at];
    };
    const found = suspectedStockouts(one.values, quiet).filter((k) => !one.censored.includes(k));
    if (found.length === 0) continue;
    one.censored.push(...found);
    issues.push({
      code: "stockout-suspected",
      severity: "warning",
      item: one.item,
      text: found.map((k) => isoDate(bucketStart(one.start + k, axis.bucket))).join(", "),
    });
  }
  for (const one of raw) one.censored.sort((a, b) => a - b);
}
