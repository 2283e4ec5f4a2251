import type { SplitSeries } from "../sets.ts";
import { mean, median } from "./statistics.ts";

/** A generator of uniform numbers in [0, 1) (mulberry32): the same on every machine. */
export function seeded(seed: number): () => number {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let t = state;
    t = Math.imul(t ^ (t >>> 15), t | 1);
    t ^= t + Math.imul(t ^ (t >>> 7), t | 61);
    return ((t ^ (t >>> 14)) >>> 0) / 4294967296;
  };
}

/** Values in a random order (Fisher and Yates). */
function shuffled(values: readonly number[], uniform: () => number): number[] {
  const out = [...values];
  for (let i = out.length - 1; i > 0; i--) {
    const j = Math.floor(uniform() * (i + 1));
    [out[i], out[j]] = [out[j], out[i]];
  }
  return out;
}

/** A series of which it is known that nothing happens in it. */
export interface CleanSeries {
  readonly id: string;
  readonly set: string;
  readonly bucket: "week" | "month";
  readonly period: number;
  readonly values: readonly number[];
  /** Seasonal factor of each bucket, 1 where there is no season. */
  readonly season: readonly number[];
  readonly intermittent: boolean;
  /** Standard deviation of the noise, on logarithms; of the positive demands for an intermittent item. */
  readonly noise: number;
}

/** Centred moving average over one season, its ends held. */
function level(values: readonly number[], period: number): number[] {
  const half = Math.max(3, Math.floor(period / 2));
  return values.map((_, t) => {
    let sum = 0;
    let count = 0;
    for (let k = Math.max(0, t - half); k <= Math.min(values.length - 1, t + half); k++) {
      const edge = Math.abs(k - t) === half ? 0.5 : 1;
      sum += edge * values[k];
      count += edge;
    }
    return sum / count;
  });
}

/** Values with those beyond three robust standard deviations from the median moved to that limit. */
function tamed(values: readonly number[]): number[] {
  const middle = median(values);
  const spread = 1.4826 * median(values.map((value) => Math.abs(value - middle)));
  const most = 3 * spread;
  return spread > 0
    ? values.map((value) => Math.min(middle + most, Math.max(middle - most, value)))
    : [...values];
}

/** Root of the mean squared distance from the mean. */
function deviation(values: readonly number[]): number {
  const middle = mean(values);
  return Math.sqrt(mean(values.map((value) => (value - middle) ** 2)));
}

/** An intermittent item's demands without the ones that would be flagged themselves. */
function tamedDemand(values: readonly number[]): number[] {
  const positive = values.filter((value) => value > 0);
  const rare = values.length - positive.length < 0.05 * values.length;
  const logs = tamed(positive.map(Math.log));
  let next = 0;
  return values.map((value) =>
    value > 0 ? Math.round(Math.exp(logs[next++])) : rare ? Math.round(median(positive)) : 0,
  );
}

/**
 * A clean copy of a series that sells in every period: its season and the spread and shape of its noise, on a
 * steady level (logarithms; level by moving average, season by means of phases, noise in random order, its own
 * outliers moved in to three robust standard deviations: they would rightly be flagged).
 */
function calm(source: readonly number[], period: number, uniform: () => number) {
  const logs = source.map(Math.log);
  const smooth = level(logs, period);
  const off = logs.map((value, t) => value - smooth[t]);
  const phases = Array.from({ length: period }, (_, phase) => {
    const own = off.filter((_, t) => t % period === phase);
    return own.reduce((sum, value) => sum + value, 0) / Math.max(1, own.length);
  });
  const cycles = source.length / period;
  const seasonal = cycles >= 3;
  const season = logs.map((_, t) => (seasonal ? phases[t % period] : 0));
  const grow = seasonal ? Math.sqrt(cycles / (cycles - 1)) : 1;
  const noise = shuffled(tamed(off.map((value, t) => (value - season[t]) * grow)), uniform);
  const base = logs.reduce((sum, value) => sum + value, 0) / logs.length;
  return {
    values: noise.map((value, t) => Math.exp(base + season[t] + value)),
    season: season.map(Math.exp),
  };
}

/** Clean copies: monthly M3 (24 to 120 months), weekly and intermittent items with their periods in random order. */
export function cleanSeries(
  sets: Readonly<Record<string, readonly SplitSeries[]>>,
  uniform: () => number,
  raw = false,
): CleanSeries[] {
  const out: CleanSeries[] = [];
  for (const [set, list] of Object.entries(sets)) {
    for (const one of list) {
      const all = [...one.train, ...one.test];
      const length = Math.min(all.length, 24 + Math.floor(uniform() * 97));
      const part = all.slice(all.length - length);
      const zeros = part.filter((value) => value === 0).length;
      const intermittent = zeros > 0;
      if (part.filter((value) => value > 0).length < 6) continue;
      const bucket = one.bucket === "week" ? "week" : "month";
      const common = { id: `${set}-${one.id}`, set, bucket, period: one.period, intermittent } as const;
      if (raw || intermittent) {
        const values = raw ? part : shuffled(tamedDemand(part), uniform);
        const noise = deviation(values.filter((value) => value > 0).map(Math.log));
        out.push({ ...common, values, season: part.map(() => 1), noise });
      } else {
        const made = calm(part, one.period > 12 ? 1 : one.period, uniform);
        const noise = deviation(made.values.map((value, t) => Math.log(value / made.season[t])));
        out.push({ ...common, ...made, noise });
      }
    }
  }
  return out;
}
