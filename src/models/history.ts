import type { DemandClass, Series } from "../series.ts";

/** A series as the models see it: nothing missing, in units of its common divisor where it counts pieces. */
export interface History {
  /** Observed part, gaps filled, events taken out; starts at the first observed bucket. */
  readonly values: Float64Array;
  /** Buckets cut off in front because nobody observed them. */
  readonly offset: number;
  /** Observed buckets. */
  readonly observed: number;
  readonly negative: boolean;
  readonly period: number;
}

/** Value of a gap: mean of the same season's neighbours where they exist, else of the nearest observed values. */
function filled(values: Float64Array, k: number, period: number): number {
  let sum = 0;
  let count = 0;
  if (period > 1) {
    for (const at of [k - period, k + period]) {
      const value = values[at];
      if (value !== undefined && !Number.isNaN(value)) {
        sum += value;
        count++;
      }
    }
  }
  if (count > 0) return sum / count;
  for (const step of [-1, 1]) {
    for (let at = k + step; at >= 0 && at < values.length; at += step) {
      if (!Number.isNaN(values[at])) {
        sum += values[at];
        count++;
        break;
      }
    }
  }
  return count > 0 ? sum / count : 0;
}

/** Cuts the unobserved front off and fills the gaps of a series. */
export function historyOf(values: Float64Array, period: number): History {
  let offset = 0;
  while (offset < values.length && Number.isNaN(values[offset])) offset++;
  const rest = values.slice(offset);
  const out = rest.slice();
  let observed = 0;
  let negative = false;
  for (let k = 0; k < rest.length; k++) {
    if (Number.isNaN(rest[k])) out[k] = filled(rest, k, period);
    else {
      observed++;
      if (rest[k] < 0) negative = true;
    }
  }
  return { values: out, offset, observed, negative, period };
}

/** Average demand interval and squared coefficient of variation of the sizes (METHODS 5; leading zeros trimmed). */
export function intermittency(values: Float64Array): { adi: number; cv2: number; demands: number } {
  let first = 0;
  while (first < values.length && values[first] === 0) first++;
  let demands = 0;
  let sum = 0;
  let squares = 0;
  for (let k = first; k < values.length; k++) {
    if (values[k] === 0) continue;
    demands++;
    sum += values[k];
  }
  const mean = demands > 0 ? sum / demands : 0;
  for (let k = first; k < values.length; k++) if (values[k] !== 0) squares += (values[k] - mean) ** 2;
  return {
    adi: demands > 0 ? (values.length - first) / demands : Number.POSITIVE_INFINITY,
    cv2: demands > 1 && mean !== 0 ? squares / (demands - 1) / (mean * mean) : 0,
    demands,
  };
}

/** Observations from which a series is no longer called new. */
const settled: Readonly<Record<Series["bucket"], number>> = {
  day: 28,
  week: 13,
  month: 6,
  quarter: 4,
  year: 3,
};

/** Buckets without demand after which an item counts as dead: about a year, at least twice its longest pause. */
const silent: Readonly<Record<Series["bucket"], number>> = {
  day: 180,
  week: 52,
  month: 12,
  quarter: 6,
  year: 3,
};

/**
 * Class of demand after Syntetos, Boylan and Croston (2005): cut-offs 1.32 and .49; `dead` after a pause that is
 * long for the bucket and for the item, `new` below a handful of observations.
 */
export function demandClass(values: Float64Array, bucket: Series["bucket"]): DemandClass {
  const history = historyOf(values, 1);
  const y = history.values;
  let last = y.length - 1;
  while (last >= 0 && y[last] === 0) last--;
  if (last < 0) return y.length >= settled[bucket] || y.length === 0 ? "dead" : "new";
  let first = 0;
  while (y[first] === 0) first++;
  if (y.length - first < settled[bucket]) return "new";
  let longest = 0;
  let pause = 0;
  for (let k = first; k <= last; k++) {
    pause = y[k] === 0 ? pause + 1 : 0;
    if (pause > longest) longest = pause;
  }
  if (y.length - 1 - last >= Math.max(silent[bucket], 2 * longest)) return "dead";
  const { adi, cv2 } = intermittency(y);
  if (adi >= 1.32) return cv2 >= 0.49 ? "lumpy" : "intermittent";
  return cv2 >= 0.49 ? "erratic" : "smooth";
}
