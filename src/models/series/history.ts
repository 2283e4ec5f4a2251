import { isRare } from "../../demand/intermittency.ts";
import type { Series } from "../../series.ts";

/** A series as the models see it: nothing missing. */
export interface History {
  /** Observed part, gaps filled, events taken out; starts at the first observed bucket. */
  readonly values: Float64Array;
  /** Buckets cut off in front because nobody observed them. */
  readonly offset: number;
  readonly negative: boolean;
}

/** Value of a gap: mean of the nearest observed values of the same phase of the season, else of the nearest ones. */
function filled(values: Float64Array, k: number, period: number): number {
  let sum = 0;
  let count = 0;
  if (period > 1) {
    for (const step of [-period, period]) {
      let at = k + step;
      while (Number.isNaN(values[at])) at += step;
      if (values[at] === undefined) continue;
      sum += values[at];
      count++;
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
  let negative = false;
  for (let k = 0; k < rest.length; k++) {
    if (Number.isNaN(rest[k])) out[k] = filled(rest, k, period);
    else if (rest[k] < 0) negative = true;
  }
  return { values: out, offset, negative };
}

/** About a year of buckets. */
const silent: Readonly<Record<Series["bucket"], number>> = {
  day: 180,
  week: 52,
  month: 12,
  quarter: 6,
  year: 3,
};

/** Buckets at the end without demand, and the longest pause between two demands. */
function silence(y: Float64Array): { now: number; longest: number } {
  let longest = 0;
  let pause = 0;
  let seen = false;
  for (const value of y) {
    if (value === 0) pause++;
    else {
      if (seen && pause > longest) longest = pause;
      seen = true;
      pause = 0;
    }
  }
  return { now: seen ? pause : y.length, longest };
}

/**
 * True where nothing is forecast any more: no demand at all, or none for two years and for more than twice the longest
 * pause. Shorter silences are left to the regression of rates, which knows how often such items wake up again.
 */
export function isOver(y: Float64Array, bucket: Series["bucket"]): boolean {
  const { now, longest } = silence(y);
  return now === y.length || now >= Math.max(2 * silent[bucket], 2 * longest + 1);
}

/** Demand so rare that it is forecast as occurrence and size: an average interval of 1.32 buckets or more, never negative. */
export const isIntermittent = (values: Float64Array): boolean =>
  isRare(values) && values.every((value) => value >= 0);
