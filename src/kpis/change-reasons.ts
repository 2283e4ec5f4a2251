import { bucketIndex } from "../calendar/bucket.ts";
import { dayOf } from "../calendar/date.ts";
import { type ChangeReason, changeReasons } from "../change.ts";
import { by } from "../numeric/order.ts";
import type { Bucket } from "../series.ts";

export { type ChangeReason, changeReasons } from "../change.ts";

import type { RunItem, RunRecord } from "./run-record.ts";
import { stepsWithin } from "./vintages.ts";

/** One item's move within lead time + review, in its unit; the parts sum to `change`. */
export interface ItemChange {
  readonly item: string;
  readonly change: number;
  readonly parts: Readonly<Record<ChangeReason, number>>;
  /** The part that weighs most. */
  readonly main: ChangeReason;
}

/**
 * Forecasts an item again with today's program: `values` from its first bucket on, under the options of the last
 * run or of this one; the mean of the buckets that follow.
 */
export type Recompute = (
  item: RunItem,
  values: Float64Array,
  options: "last" | "this",
  horizon: number,
) => Float64Array;

const indexOf = (date: string, bucket: Bucket) => bucketIndex(dayOf(date), bucket);

/** Demand from bucket number `from` on, up to `to` (not included), NaN where not known. */
function cut({ history }: RunItem, bucket: Bucket, from: number, to: number): Float64Array {
  const start = indexOf(history.start, bucket);
  return Float64Array.from({ length: Math.max(0, to - from) }, (_, k) => {
    const value = history.values[from + k - start];
    return value === undefined ? Number.NaN : value;
  });
}

const total = (mean: Float64Array, offset: number, steps: number): number =>
  mean.subarray(offset, offset + steps).reduce((sum, value) => sum + value, 0);

/**
 * Attributes the move of one item's forecast, by computing it again in four steps from the last run's answer to this
 * run's: the program (old data, old options), corrections of the past (data of today up to the last as-of), options,
 * new sales. Buckets compared: those within lead time + review that both runs forecast.
 */
export function changeOf(
  last: RunItem,
  now: RunItem,
  bucket: Bucket,
  recompute: Recompute,
): ItemChange | undefined {
  const before = indexOf(last.forecast.start, bucket);
  const after = indexOf(now.forecast.start, bucket);
  const offset = after - before;
  const steps = Math.min(
    stepsWithin(now.coverDays, bucket),
    now.forecast.mean.length,
    last.forecast.mean.length - offset,
  );
  if (offset < 0 || steps < 1) return undefined;
  const start = indexOf(now.history.start, bucket);
  const oldStart = indexOf(last.history.start, bucket);
  const known = cut(last, bucket, oldStart, before);
  const corrected = cut(now, bucket, start, before);
  const horizon = offset + steps;
  const stations = [
    total(last.forecast.mean, offset, steps),
    total(recompute(last, known, "last", horizon), offset, steps),
    total(recompute(now, corrected, "last", horizon), offset, steps),
    total(recompute(now, corrected, "this", horizon), offset, steps),
    total(now.forecast.mean, 0, steps),
  ];
  const moves = stations.slice(1).map((value, k) => value - stations[k]);
  const parts = {
    "model-change": moves[0],
    "data-correction": moves[1],
    "parameter-change": moves[2],
    "new-sale": moves[3],
  };
  const main = changeReasons.reduce((most, one) =>
    Math.abs(parts[one]) > Math.abs(parts[most]) ? one : most,
  );
  return { item: now.item, change: stations[4] - stations[0], parts, main };
}

/** The moves of these items (the drivers of cocc, say) between two runs, largest first. */
export function changesOf(
  last: RunRecord,
  now: RunRecord,
  items: readonly string[],
  recompute: Recompute,
): ItemChange[] {
  const before = new Map(last.items.map((one) => [one.item, one]));
  const wanted = new Set(items);
  return now.items
    .flatMap((one) => {
      const then = before.get(one.item);
      const change =
        wanted.has(one.item) && then !== undefined ? changeOf(then, one, now.bucket, recompute) : undefined;
      return change === undefined ? [] : [change];
    })
    .sort(
      by(
        ({ change }) => -Math.abs(change),
        ({ item }) => item,
      ),
    );
}
