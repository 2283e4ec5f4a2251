import { median } from "../../numeric/quantile.ts";
import type { Series } from "../../series.ts";
import { isIntermittent } from "./history.ts";
import { prepared } from "./prepared.ts";

/** A history whose last values cannot rule the forecast, and what that takes off them. */
export interface CalmEnd {
  readonly values: Float64Array;
  /** Sum of the distances by which values were moved: what the spread must not forget. */
  readonly moved: number;
}

/** Values before which nothing is usual yet. */
const fewest = 4;
/** Most values at the end that can be one story: high, high, then next to nothing. */
const longest = 3;
/** Values whose median is the level. */
const near = 6;
/** A value is odd beyond the usual by this factor, upwards and downwards, */
const above = 1.5;
const below = 0.6;
/** and by this multiple of the largest surprise that the history had before, */
const beyondWorst = 1.5;
/** and of the mean one. */
const beyondUsual = 4;

/**
 * Where the value at `t` could be expected by what stands before `end`: at the level, at the last value, on its line or
 * curve of growth, or as a season ago (weeks may move by one) at the level of today.
 */
function expected(values: Float64Array, t: number, end: number, period: number): [low: number, high: number] {
  const at: number[] = [];
  const level = median(values.subarray(Math.max(0, end - near), end));
  const last = values[end - 1];
  at.push(level, last);
  if (end >= 2) {
    const steps = Array.from(
      { length: Math.min(near, end - 1) },
      (_, k) => values[end - 1 - k] - values[end - 2 - k],
    );
    at.push(last + (t - end + 1) * median(Float64Array.from(steps)));
    at.push(last * growth(values, end));
  }
  for (let lag = period; period > 1 && lag <= 2 * period; lag += period)
    for (const off of period > 12 ? [-1, 0, 1] : [0]) {
      const from = t - lag + off;
      if (from < 0 || from >= end) continue;
      const start = Math.max(0, end - lag - near);
      const then = end - lag > start ? median(values.subarray(start, end - lag)) : level;
      at.push(values[from], then > 0 && level > 0 ? (values[from] * level) / then : values[from]);
    }
  return [Math.min(...at), Math.max(...at)];
}

/** Usual factor from value to value of the last few; 1 where they do not tell. */
function growth(values: Float64Array, end: number): number {
  const factors: number[] = [];
  for (let t = Math.max(1, end - 3); t < end; t++)
    if (values[t - 1] > 0) factors.push(values[t] / values[t - 1]);
  return factors.length < 3 ? 1 : median(factors);
}

/** By how much a value lies outside of what could be expected, with its sign. */
const beyond = (value: number, [low, high]: readonly [number, number]): number =>
  value > high ? value - high : value < low ? value - low : 0;

/** Surprises of the history before `end`, one bucket ahead each. */
function surprises(values: Float64Array, end: number, period: number): { worst: number; mean: number } {
  let worst = 0;
  let sum = 0;
  let count = 0;
  // later ones know the season: where there are enough of them they alone count
  const from = end >= 2 * period + near ? period + 1 : fewest - 1;
  for (let t = from; t < end; t++) {
    const size = Math.abs(beyond(values[t], expected(values, t, t, period)));
    worst = Math.max(worst, size);
    sum += size;
    count++;
  }
  return { worst, mean: count > 0 ? sum / count : 0 };
}

/**
 * The history with odd values at its end brought back to the edge of the usual (Huber's way in Gelper, Fried & Croux
 * 2010): one value far beyond everything that happened before, or two or three that contradict each other, are an event
 * and no level. Several on the same side are left to the models. A year is no event: of ten such jumps in yearly series of
 * M3 and tourism nine stayed, of seven in months and quarters none.
 */
export function calmEnd(
  values: Float64Array,
  { bucket, period }: Pick<Series, "bucket" | "period">,
): CalmEnd {
  if (bucket === "year" || isIntermittent(values)) return { values, moved: 0 };
  const isPositive = values.subarray(0, -longest).every((value) => value >= 0);
  for (let count = 1; count <= longest && values.length - count >= fewest; count++) {
    const end = values.length - count;
    const edges = Array.from({ length: count }, (_, k) => expected(values, end + k, end, period));
    const off = edges.map((edge, k) => beyond(values[end + k], edge));
    if (!isOdd(values.subarray(end), edges, isPositive)) continue;
    const { worst, mean } = surprises(values, end, period);
    if (!off.every((size) => Math.abs(size) > Math.max(beyondWorst * worst, beyondUsual * mean))) continue;
    const calm = values.slice();
    off.forEach((size, k) => {
      calm[end + k] = Math.max(0, values[end + k] - size);
    });
    return {
      values: calm,
      moved: off.reduce((sum, _, k) => sum + Math.abs(values[end + k] - calm[end + k]), 0),
    };
  }
  return { values, moved: 0 };
}

/** Values at the end far beyond what could be expected, all on one side of it, and how many times as much they are. */
interface Jump {
  readonly count: number;
  readonly ratio: number;
}

/** Two or three values at the end that all lie far beyond what could be expected, on the same side. */
function jumpAtEnd(values: Float64Array, { bucket, period }: Pick<Series, "bucket" | "period">): Jump | null {
  if (bucket === "year" || bucket === "quarter" || isIntermittent(values)) return null;
  for (let count = 2; count <= longest && values.length - count >= fewest; count++) {
    const end = values.length - count;
    const edges = Array.from({ length: count }, (_, k) => expected(values, end + k, end, period));
    const times = edges.map(([least, most], k) => values[end + k] / (values[end + k] > most ? most : least));
    const isUp = times.every((one) => one > above && one < Number.POSITIVE_INFINITY);
    if (!isUp && !times.every((one) => one > 0 && one < below)) continue;
    const { worst, mean } = surprises(values, end, period);
    const least = Math.max(beyondWorst * worst, beyondUsual * mean);
    if (edges.some((edge, k) => Math.abs(beyond(values[end + k], edge)) <= least)) continue;
    return { count, ratio: Math.exp(times.reduce((sum, one) => sum + Math.log(one) / count, 0)) };
  }
  return null;
}

/** Share of a jump that its level may be off by, in both directions. */
const unsure = 0.2;

/**
 * The history with a jump of two or three values at its end, all on the same side, taken for a new level by two thirds or
 * three quarters (logarithms), never for a slope that goes on or a season that was not there; null where there is none. Of
 * such jumps in the months of M3, M1 and tourism the median kept .7, 1.2 and .4 half a year on; in quarters all of it,
 * which is left to the models.
 */
export function jumpedEnd(values: Float64Array, series: Pick<Series, "bucket" | "period">): CalmEnd | null {
  const jump = jumpAtEnd(values, series);
  if (jump === null) return null;
  const { count, ratio } = jump;
  const end = values.length - count;
  const kept = ratio ** (count / (count + 1));
  const size = values.subarray(end).reduce((sum, value) => sum + Math.abs(value - value / ratio) / count, 0);
  return {
    values: values.map((value, k) => (k < end ? value : value / ratio) * kept),
    moved: unsure * size * (2 * series.period + 6),
  };
}

/** Odd values at the end of a series: the position of the first, and how many times the calm value the last one is. */
export function oddEnd(series: Series): { at: number; times: number } | undefined {
  const { values, offset } = prepared(series, 0);
  const { values: calm, moved } = calmEnd(values, series);
  if (moved === 0) return undefined;
  const last = values.length - 1;
  const at = values.findIndex((value, k) => value !== calm[k]);
  // Gaps that were filled are no history that something could be odd to.
  const known = series.values.subarray(0, at + offset).filter((value) => !Number.isNaN(value));
  if (known.length < fewest) return undefined;
  return { at: at + offset, times: calm[last] > 0 ? values[last] / calm[last] : 0 };
}

/** All far off, and where there are several not all on one side. */
function isOdd(
  last: Float64Array,
  edges: readonly (readonly [number, number])[],
  isPositive: boolean,
): boolean {
  const high = edges.map(([, most], k) => last[k] > above * most && most > 0);
  // below nothing after values that never were is a return, and no level of another sign
  const low = edges.map(([least], k) => (last[k] >= 0 || isPositive) && last[k] < below * least);
  if (!edges.every((_, k) => high[k] || low[k])) return false;
  return edges.length === 1 || (high.includes(true) && low.includes(true));
}
