import { median } from "../../numeric/quantile.ts";
import { meanObserved } from "../../numeric/sum.ts";
import type { Series } from "../../series.ts";
import { type CalmEnd, calmEnd, jumpedEnd } from "./calm-end.ts";
import { meanSeason } from "./open-buckets.ts";

/** Values at a new level, at least and at most; as many at most of the old one, all of which it must leave. */
const fewest = 3;
const most = 12;
/** Values whose median is the old level. */
const near = 6;
/** Steps of the history before from which on the largest of them tells what it makes. */
const enoughSteps = 12;
/** A smaller step (a logarithm) is left to the models. */
const leastStep = Math.log(1.25);
/** Times the largest step of the history before from which a new level counts, and from which it counts wholly. */
const surprising = 1.5;
const clear = 2.5;
/** Times the mean step of the history before. */
const beyondUsual = 4;
/** Times its standard error that a step must be: values that scatter as widely, or climb back, stand at no level yet. */
const beyondScatter = 3;
/** Share of the level below which a season is not divided by. */
const leastSeason = 0.05;

/** A level that the end of a history has come to. */
interface NewLevel {
  /** Position of its first value. */
  readonly at: number;
  /** What the values before are multiplied by to stand at it, as far as it is proved. */
  readonly factor: number;
}

/** Logarithms without the season of the years before the values that may stand at a new level; null where that is not known. */
function adjustedLogs(values: Float64Array, period: number): { logs: Float64Array; free: number } | null {
  if (period < 2) return { logs: values.map(Math.log), free: most };
  const end = Math.max(2 * period, values.length - most);
  const start = end % period;
  if (values.length - end < fewest) return null;
  const season = meanSeason(values.subarray(start, end), period);
  return {
    logs: values.map((value, t) => Math.log(value / Math.max(leastSeason, season(t + period - start)))),
    free: values.length - end,
  };
}

/** Step from the level before `t` to the `count` values from there on. */
const stepAt = (logs: Float64Array, t: number, count: number): number =>
  meanObserved(logs.subarray(t, t + count)) - median(logs.subarray(Math.max(0, t - near), t));

/** Whether all values from `end` on lie on one side of all those before it. */
function isApart(logs: Float64Array, end: number): boolean {
  const old = logs.subarray(Math.max(0, end - most), end);
  const now = logs.subarray(end);
  return Math.min(...now) > Math.max(...old) || Math.max(...now) < Math.min(...old);
}

/** Whether the values from `end` on agree on a level as far from the old one as this step. */
function isLevel(logs: Float64Array, end: number, step: number): boolean {
  const now = logs.subarray(end);
  const mean = meanObserved(now);
  const variance = now.reduce((sum, value) => sum + (value - mean) ** 2, 0) / (now.length - 1);
  return Math.abs(step) >= beyondScatter * Math.sqrt(variance / now.length);
}

/** How far a step is proved by how much it exceeds every step of as many values before it: 0 to 1. */
function proof(logs: Float64Array, end: number, count: number, step: number): number {
  let worst = 0;
  let sum = 0;
  let seen = 0;
  for (let t = near; t + count <= end; t++) {
    const size = Math.abs(stepAt(logs, t, count));
    worst = Math.max(worst, size);
    sum += size;
    seen++;
  }
  if (seen < enoughSteps || Math.abs(step) < (beyondUsual * sum) / seen) return 0;
  return Math.min(1, Math.max(0, (Math.abs(step) / worst - surprising) / (clear - surprising)));
}

/**
 * The level that three to twelve values at the end stand at, apart from all before them by a step beyond every step that the
 * history made. In panels of months, quarters and weeks such a step stays: what follows keeps .7 to 1.4 of it (median by
 * panel; M1, M3, M4, tourism's quarters). Years step anyway.
 * @example newLevel(Float64Array.of(10, 11, 10, 9, 10, 11, 9, 10, 11, 10, 9, 10, 20, 21, 20), { bucket: "month", period: 1 })
 */
export function newLevel(
  values: Float64Array,
  { bucket, period }: Pick<Series, "bucket" | "period">,
): NewLevel | null {
  const n = values.length;
  if (bucket === "year" || n < 2 * near + fewest || !values.every((value) => value > 0)) return null;
  const adjusted = adjustedLogs(values, period);
  if (adjusted === null) return null;
  const { logs, free } = adjusted;
  let found: NewLevel | null = null;
  let strongest = 0;
  for (let count = fewest; count <= Math.min(free, n / 3); count++) {
    const end = n - count;
    if (!isApart(logs, end)) continue;
    const step = stepAt(logs, end, count);
    if (Math.abs(step) < leastStep || !isLevel(logs, end, step)) continue;
    const proved = proof(logs, end, count, step) * step;
    if (Math.abs(proved) <= strongest) continue;
    strongest = Math.abs(proved);
    found = { at: end, factor: Math.exp(proved) };
  }
  return found;
}

/**
 * The history whose end cannot rule the forecast: without odd values there; where there are none, all of it at the level
 * that its end is proved to have come to, else partly at that of a jump of its last two or three values.
 */
export function settled(values: Float64Array, series: Pick<Series, "bucket" | "period">): CalmEnd {
  const calm = calmEnd(values, series);
  if (calm.moved > 0) return calm;
  const level = newLevel(values, series);
  if (level === null) return jumpedEnd(values, series) ?? calm;
  return { values: values.map((value, t) => (t < level.at ? value * level.factor : value)), moved: 0 };
}
