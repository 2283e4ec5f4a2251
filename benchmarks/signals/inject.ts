import type { CleanSeries } from "./clean-series.ts";
import { mean } from "./statistics.ts";

export const changes = [
  "spike",
  "dip",
  "level-shift",
  "trend-break",
  "season-change",
  "variance-change",
  "intermittency-change",
  "end-of-life",
  "unit-change",
] as const;
export type Change = (typeof changes)[number];

/** A series with one change, and what and where it is. */
export interface Injected {
  readonly values: readonly number[];
  readonly change: Change;
  readonly at: number;
  readonly size: number;
  /** Distance from chance, in standard errors, for someone who knows kind, place and noise: 4 and more is clear. */
  readonly clarity: number;
}

const pick = <T>(list: readonly T[], uniform: () => number): T => list[Math.floor(uniform() * list.length)];

/** Which changes make sense in a series. */
export function possible(series: CleanSeries): Change[] {
  const { values, season, intermittent, period } = series;
  const logs = season.map(Math.log);
  const swing = Math.sqrt(mean(logs.map((value) => value * value)));
  return changes.filter((change) => {
    if (change === "season-change") return !intermittent && swing > 0.1 && values.length >= 3.5 * period;
    if (change === "variance-change") return !intermittent;
    if (change === "dip") return !intermittent;
    return true;
  });
}

/** A place in the last 40 %, with `after` buckets from it on. */
function place(length: number, after: number, uniform: () => number): number {
  const first = Math.floor(0.6 * length);
  const last = length - after;
  return first >= last ? Math.max(0, last) : first + Math.floor(uniform() * (last - first + 1));
}

/** Standard errors of a difference of levels from bucket `at` on. */
const contrast = (n: number, at: number) => Math.sqrt(1 / Math.max(1, at) + 1 / (n - at));

/** How clear a change is. */
function clarityOf(series: CleanSeries, change: Change, at: number, size: number): number {
  const { values, season, noise } = series;
  const n = values.length;
  const zeros = values.filter((value) => value === 0).length / n;
  const m = n - at;
  if (change === "spike" || change === "dip") {
    // sizes of rare orders are known less well than a handful of equal ones suggests
    return Math.abs(Math.log(size)) / (series.intermittent ? Math.max(0.5, noise) : noise);
  }
  if (change === "level-shift" || change === "unit-change") {
    const part = 1 - zeros;
    return (Math.abs(Math.log(size)) / noise / contrast(n, at)) * Math.sqrt(part);
  }
  if (change === "trend-break") return (Math.abs(size) * Math.sqrt(m ** 3 / 12)) / noise;
  if (change === "season-change") {
    const swing = Math.sqrt(mean(season.map((value) => Math.log(value) ** 2)));
    return ((swing * Math.sqrt(m)) / noise) * Math.sqrt(at / n);
  }
  if (change === "variance-change") return Math.log(size) / Math.sqrt(1 / (2 * at) + 1 / (2 * m));
  if (change === "intermittency-change") {
    const half = (1 - zeros) * size;
    return (1 - zeros - half) / Math.sqrt((half + zeros + 0.05) * (1 - half)) / contrast(n, at);
  }
  return -m * Math.log(zeros + 1 / (n + 1)) > 9 ? 4 : 0;
}

/** Injects one change. */
export function inject(series: CleanSeries, change: Change, uniform: () => number): Injected {
  const made = changed(series, change, uniform);
  const demands = (from: number, to: number) =>
    made.values.slice(from, to).filter((value) => value > 0).length;
  // one demand of another size is a spike, nobody could call it a change of unit
  const shown =
    change !== "unit-change" || (demands(0, made.at) >= 4 && demands(made.at, made.values.length) >= 2);
  return { ...made, clarity: shown ? clarityOf(series, change, made.at, made.size) : 0 };
}

function changed(series: CleanSeries, change: Change, uniform: () => number): Omit<Injected, "clarity"> {
  const { values, season, period } = series;
  const n = values.length;
  const done = (at: number, size: number, made: (value: number, t: number) => number) => ({
    change,
    at,
    size,
    values: values.map((value, t) => (t < at ? value : made(value, t))),
  });
  if (change === "spike") {
    const at = place(n, 1, uniform);
    const size = pick([3, 5], uniform);
    const sorted = [...values].sort((a, b) => a - b);
    const own = series.intermittent ? sorted[Math.floor(0.95 * n)] : values[at];
    return done(at, size, (value, t) => (t === at ? size * own : value));
  }
  if (change === "dip") {
    const at = place(n, 1, uniform);
    return done(at, 0.2, (value, t) => (t === at ? 0.2 * value : value));
  }
  if (change === "level-shift") {
    const size = pick([1.4, 0.6], uniform);
    return done(place(n, 6, uniform), size, (value) => value * size);
  }
  if (change === "trend-break") {
    const at = place(n, 9, uniform);
    const size = pick([0.06, -0.06], uniform);
    return done(at, size, (value, t) => value * Math.exp(size * (t - at + 1)));
  }
  if (change === "season-change") {
    const at = place(n, Math.ceil(0.8 * period), uniform);
    const way = pick(["mirrored", "moved", "gone"], uniform);
    const next = (t: number) =>
      way === "mirrored" ? 1 / season[t] : way === "moved" ? season[(t + (period >> 1)) % n] : 1;
    return done(at, 1, (value, t) => (value / season[t]) * next(t));
  }
  if (change === "variance-change") {
    const base = Math.exp(mean(values.map((value, t) => Math.log(value / season[t]))));
    return done(place(n, 8, uniform), 2.5, (value, t) => {
      const noise = Math.log(value / season[t] / base);
      return base * season[t] * Math.exp(2.5 * noise);
    });
  }
  if (change === "intermittency-change") {
    return done(place(n, 8, uniform), 0.5, (value) => (uniform() < 0.5 ? 0 : value));
  }
  if (change === "end-of-life") {
    const zeros = values.filter((value) => value === 0).length / n;
    return done(place(n, Math.min(Math.floor(0.4 * n), Math.ceil(5 / (1 - zeros))), uniform), -1, () => 0);
  }
  const factor = pick([10, 12, 100, 1000], uniform);
  const size = uniform() < 0.5 ? factor : 1 / factor;
  return done(place(n, 4, uniform), size, (value) => value * size);
}
