import { bucketIndex } from "../calendar/bucket.ts";
import { dayOf } from "../calendar/date.ts";
import type { IsoDate } from "../order.ts";
import type { Series } from "../series.ts";
import type { Signal } from "../signal.ts";

/** What the plan does about an item's signals. */
export interface Consequences {
  /** First bucket of the level that holds now: forecasts look back no further, stabilisation starts anew there. */
  readonly resetAt?: number;
  /** The series with those buckets as its neighbours and other years would have them; absent: nothing to clean. */
  readonly cleaned?: Series;
  /** Buckets that must not shape the forecast: spikes, dips and single lines in a wrong unit. */
  readonly clean: readonly number[];
  /** Demand has ended: nothing is ordered. */
  readonly stopOrders: boolean;
  /** A suspected change of unit: the item waits for an answer. */
  readonly block: boolean;
}

/** Index of a date's bucket in a series; NaN where the series has no dates. */
function indexOf(series: Pick<Series, "bucket" | "start">, date: IsoDate): number {
  if (series.start === undefined) return Number(date);
  return bucketIndex(dayOf(date), series.bucket) - bucketIndex(dayOf(series.start), series.bucket);
}

/** Mean of the nearest usable values on both sides of a bucket. */
function between(values: Float64Array, at: number, usable: (index: number) => boolean): number {
  let left = at - 1;
  while (left >= 0 && !usable(left)) left--;
  let right = at + 1;
  while (right < values.length && !usable(right)) right++;
  if (left < 0 && right >= values.length) return values[at];
  if (left < 0) return values[right];
  return right >= values.length ? values[left] : (values[left] + values[right]) / 2;
}

/** Values with some buckets replaced: between their neighbours, as far off them as in other years. */
export function cleanedValues(
  values: Float64Array,
  period: number,
  buckets: readonly number[],
): Float64Array {
  const flagged = new Set(buckets);
  const usable = (index: number) => !flagged.has(index) && Number.isFinite(values[index]);
  const out = Float64Array.from(values);
  for (const at of buckets) {
    let own = 0;
    let near = 0;
    for (let t = at % period; t < values.length && period > 1; t += period) {
      if (!usable(t)) continue;
      own += values[t];
      near += between(values, t, usable);
    }
    const ratio = own > 0 && near > 0 ? own / near : 1;
    out[at] = between(values, at, usable) * Math.min(3, Math.max(1 / 3, ratio));
  }
  return out;
}

/**
 * What follows from the signals of an item (a unit change that the buyer has confirmed as right, or a signal that
 * was closed, is left out by the caller).
 * @example consequencesOf(series, []) // { clean: [], stopOrders: false, block: false }
 */
export function consequencesOf(series: Series, signals: readonly Signal[]): Consequences {
  const at = (kind: Signal["kind"]) =>
    signals
      .filter((signal) => signal.kind === kind)
      .map((signal) => indexOf(series, signal.at))
      .filter((index) => index >= 0 && index < series.values.length);
  const shifts = [...at("level-shift"), ...at("unit-change")];
  const clean = [...at("spike"), ...at("dip")].sort((a, b) => a - b);
  return {
    ...(shifts.length > 0 ? { resetAt: Math.max(...shifts) } : {}),
    ...(clean.length > 0
      ? { cleaned: { ...series, values: cleanedValues(series.values, series.period, clean) } }
      : {}),
    clean,
    stopOrders: signals.some((signal) => signal.kind === "end-of-life"),
    block: signals.some((signal) => signal.kind === "unit-change" && signal.state === "open"),
  };
}
