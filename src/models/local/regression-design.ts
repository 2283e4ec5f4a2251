import { bucketEnd, bucketIndex, bucketStart } from "../../calendar/bucket.ts";
import { dayOf } from "../../calendar/date.ts";
import { fourierColumns } from "../../numeric/fourier.ts";
import type { DemandEvent, Series } from "../../series.ts";

/** Regressors over the history and `ahead` buckets beyond it, one array per column. */
export interface Design {
  readonly columns: readonly Float64Array[];
  /** Relative penalty of each column: 0 for the trend. */
  readonly penalties: readonly number[];
  /** Columns before the waves. */
  readonly fixed: number;
  /** Share of each bucket that nobody could sell in, by the events of kind "stockout". */
  readonly censored: Float64Array;
}

interface DesignOptions {
  /** Pairs of waves of the season. */
  readonly waves: number;
  /** Kept share of the growth per bucket ahead. */
  readonly damping: number;
  readonly ahead: number;
}

/**
 * Columns of the demand regression: time, relative working days and one column per kind of event (share of the bucket
 * it covers) where there are any, then the waves of the season. Beyond the history growth fades out.
 */
export function design(series: Series, { waves, damping, ahead }: DesignOptions): Design {
  const n = series.values.length;
  const length = n + ahead;
  const columns = [fadingTime(n, length, damping)];
  if (series.workingDays !== undefined) columns.push(relativeWorkingDays(series.workingDays, n, length));
  for (const kind of ["promotion", "event"] as const) {
    if (series.events?.some((event) => event.kind === kind)) columns.push(covered(series, length, kind));
  }
  const fixed = columns.length;
  columns.push(...fourierColumns(waves, series.period, length));
  const penalties = columns.map((_, j) => (j === 0 ? 0 : 1));
  return { columns, penalties, fixed, censored: covered(series, length, "stockout") };
}

/** 0, 1, ..., n - 1, then steps that shrink by `damping` each. */
function fadingTime(n: number, length: number, damping: number): Float64Array {
  const time = Float64Array.from({ length }, (_, t) => t);
  let step = 1;
  for (let t = n; t < length; t++) {
    step *= damping;
    time[t] = time[t - 1] + step;
  }
  return time;
}

/** Working days against their mean over the history; 0 where none are known. */
function relativeWorkingDays(days: Float64Array, n: number, length: number): Float64Array {
  let total = 0;
  for (let t = 0; t < n; t++) total += days[t] ?? 0;
  const mean = total / n;
  return Float64Array.from({ length }, (_, t) =>
    mean > 0 && days[t] !== undefined ? days[t] / mean - 1 : 0,
  );
}

/** Share of each bucket that events of one kind cover; a planned factor f weighs the share by f - 1. */
function covered(series: Series, length: number, kind: DemandEvent["kind"]): Float64Array {
  const result = new Float64Array(length);
  const { start, bucket, events = [] } = series;
  if (start === undefined) return result;
  const first = bucketIndex(dayOf(start), bucket);
  for (const event of events) {
    if (event.kind !== kind) continue;
    const from = dayOf(event.from);
    const to = dayOf(event.to);
    const weight = event.factor === undefined ? 1 : event.factor - 1;
    const firstBucket = Math.max(0, bucketIndex(from, bucket) - first);
    const lastBucket = Math.min(length - 1, bucketIndex(to, bucket) - first);
    for (let t = firstBucket; t <= lastBucket; t++) {
      const opens = bucketStart(first + t, bucket);
      const closes = bucketEnd(first + t, bucket);
      const days = Math.min(to, closes) - Math.max(from, opens) + 1;
      result[t] = result[t] + (weight * days) / (closes - opens + 1);
    }
  }
  return result;
}
