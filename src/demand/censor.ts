import { bucketIndex, bucketStart, bucketsPerYear } from "../calendar/bucket.ts";
import { dayOf, isoDate } from "../calendar/date.ts";

import type { Issue } from "../issue.ts";
import type { Axis } from "./axis.ts";
import { emptyShelfBuckets, type Shelf } from "./empty-shelf.ts";
import type { DemandOptions } from "./item-demand.ts";
import type { RawItem } from "./raw-item.ts";
import { isRegular, isYearly, suspectedStockouts, usualRun } from "./stockouts.ts";

/** Marks buckets without stock: by the calendar file, suspected in a regular item, or since the shelf is empty. */
export function censor(
  raw: readonly RawItem[],
  axis: Axis,
  { calendar, shelf }: Pick<DemandOptions, "calendar" | "shelf">,
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
      // by the calendar nobody worked
      if (axis.workingDays?.[at] === 0) return 1;
      return regular.length < 5 ? 0 : silent[at] / active[at];
    };
    const yearly = isYearly(one.values, axis.bucket);
    const found = suspectedStockouts(one.values, quiet, refilled(one, axis), yearly).filter(
      (k) => !one.censored.includes(k),
    );
    if (found.length === 0) continue;
    one.censored.push(...found);
    issues.push({
      code: "stockout-suspected",
      severity: "warning",
      item: one.item,
      text: found.map((k) => isoDate(bucketStart(one.start + k, axis.bucket))).join(", "),
    });
  }
  for (const one of raw) {
    censorEmptyShelf(one, axis, shelf?.(one.item, axis.asOf), issues);
    one.censored.sort((a, b) => a - b);
  }
}

/**
 * Longest silence between two normal buckets that is one of the shelf, by the bucket in which demand returned: half a
 * year where something came in then, a few buckets where nothing is known.
 */
function refilled({ received }: RawItem, { bucket }: Axis): (end: number) => number {
  const long = Math.floor(bucketsPerYear[bucket] / 2);
  return (end) => (received.has(end) || received.has(end - 1) ? Math.max(long, usualRun) : usualRun);
}

/** Silence at the end beside an empty shelf; what was bought says nothing of who wanted it. */
function censorEmptyShelf(one: RawItem, axis: Axis, shelf: Shelf | undefined, issues: Issue[]): void {
  if (shelf === undefined || one.basis === "purchase") return;
  const found = emptyShelfBuckets(seen(one), axis.bucket, shelf);
  // something lay there meanwhile, and nobody took it
  const lay = found.slice(1).some((k) => one.received.has(k));
  if (found.length === 0 || (lay && !(shelf.backorders ?? 0))) return;
  one.censored.push(...found.filter((k) => !one.censored.includes(k)));
  issues.push({
    code: "stockout-suspected-now",
    severity: "warning",
    item: one.item,
    since: isoDate(bucketStart(one.start + found[0], axis.bucket)),
  });
}

/** The history less what is already known to tell nothing. */
function seen({ values, censored }: RawItem): Float64Array {
  const out = values.slice();
  for (const k of censored) out[k] = Number.NaN;
  return out;
}
