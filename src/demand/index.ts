import { mostBuckets } from "../bounds.ts";
import { bucketIndex, bucketStart } from "../calendar/bucket.ts";
import { isoDate } from "../calendar/date.ts";
import { InputError } from "../errors.ts";
import type { Issue } from "../issue.ts";
import type { Item } from "../item.ts";
import { by } from "../numeric/order.ts";
import type { OrderLines } from "../order.ts";
import type { Bucket } from "../series.ts";
import { lastComplete, requireNear, usableSpan, withinHistory } from "./as-of.ts";
import { type Axis, beginsInside, observedBuckets, workingDays } from "./axis.ts";
import { chooseBucket } from "./bucket-choice.ts";
import { censor } from "./censor.ts";
import { linesByItem } from "./demand-lines.ts";
import { type DemandOptions, type ItemDemand, itemDemands } from "./item-demand.ts";
import { addItemsWithoutLines, type RawItem, rawItem } from "./raw-item.ts";

export type { DemandOptions, ItemDemand } from "./item-demand.ts";

export interface Demand {
  readonly asOf: number;
  readonly bucket: Bucket;
  /** Numbers of the first bucket of the file and the last complete one. */
  readonly firstBucket: number;
  readonly lastBucket: number;
  readonly items: readonly ItemDemand[];
  readonly issues: readonly Issue[];
}

/**
 * Order lines to regular series: one value a bucket from an item's first line to the last complete bucket.
 * Throws InputError when no line counts.
 */
export function demandOf(
  lines: OrderLines,
  items: ReadonlyMap<string, Item>,
  options: DemandOptions,
): Demand {
  const issues: Issue[] = [];
  const whole = usableSpan(lines, options.asOf, issues);
  if (whole === null) {
    throw new InputError({ code: "no-usable-line" });
  }
  const asOf = options.asOf ?? whole.last;
  requireNear("asOf", asOf, whole.last);
  const bucket = options.bucket === "auto" ? chooseBucket(lines, whole) : options.bucket;
  const lastBucket = lastComplete(bucket, asOf, options.plant);
  const span = withinHistory(lines, whole, bucketStart(lastBucket - mostBuckets + 1, bucket), issues);
  const firstBucket = bucketIndex(span.first, bucket);
  if (lastBucket < firstBucket) {
    throw new InputError({
      code: "no-complete-bucket",
      first: isoDate(span.first),
      last: isoDate(asOf),
      bucket,
    });
  }
  const axis: Axis = {
    bucket,
    first: firstBucket,
    last: lastBucket,
    observed: observedBuckets(lines, span, bucket, firstBucket, lastBucket, issues),
    workingDays: workingDays(bucket, firstBucket, lastBucket + options.horizon + 1, options.plant),
    firstPartial: beginsInside(lines, span, bucket, options.plant),
    asOf,
  };
  reportLocations(lines, issues);
  const grouped = linesByItem(lines, span);
  const raw: RawItem[] = [];
  for (let k = 0; k < grouped.names.length; k++) {
    const name = grouped.names[k];
    const own = grouped.order.subarray(grouped.from[k], grouped.from[k + 1]);
    if (own.length === 0) continue;
    const item = rawItem(lines, own, name, axis, issues);
    if (item !== null) raw.push(item);
  }
  addItemsWithoutLines(raw, items, options.required ?? new Set(), axis);
  raw.sort(by(({ item }) => item));
  censor(raw, axis, options, issues);
  return {
    asOf,
    bucket,
    firstBucket,
    lastBucket,
    items: itemDemands(raw, items, axis, options, issues),
    issues,
  };
}

/** Demand of all locations counts together: nobody should have to find that out. */
function reportLocations(lines: OrderLines, issues: Issue[]): void {
  const names = [...lines.locations.values].sort();
  if (names.length < 2) return;
  const text = `${names.slice(0, 5).join(", ")}${names.length > 5 ? ", …" : ""}`;
  issues.push({ code: "locations-together", severity: "info", count: names.length, text });
}
