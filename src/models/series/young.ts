import type { Bands } from "../../forecast.ts";
import { normalQuantile } from "../../numeric/normal.ts";
import type { Bucket, Series } from "../../series.ts";
import { meanSeason } from "./open-buckets.ts";
import { mappedRows } from "./rows.ts";

type Kind = Pick<Series, "bucket" | "period">;

/** Buckets from which on a history speaks for itself. */
const grown: Readonly<Record<Bucket, number>> = { day: 14, week: 26, month: 24, quarter: 16, year: 6 };
/** Spread of logarithms that is assumed of an unknown item, in a bucket and of its growth, and what they weigh. */
const priorNoise = 0.25;
const priorGrowth = 0.04;
const weight = 3;
/** Beyond this nothing is known anyway. */
const largest = 0.55;

/** Spread (logarithms) of a bucket by itself, and of the growth from bucket to bucket; like seasons tell of both how alike they are. */
function spreadOf(history: Float64Array, period: number): { noise: number; growth: number } {
  const hasSeasons = period > 1 && history.length >= 2 * period;
  const season = hasSeasons ? meanSeason(history, period) : () => 1;
  // a season that was fitted to the values took of their noise what it is made of
  const free = hasSeasons ? 1 - period / history.length : 1;
  const values = history.map((value, t) => value / (season(t) || 1));
  const logs = Array.from(
    values.filter((value) => value > 0),
    Math.log,
  );
  const steps = logs.slice(1).map((log, k) => log - logs[k]);
  const mean = steps.reduce((sum, step) => sum + step / steps.length, 0);
  const bends = steps.slice(1).map((step, k) => step - steps[k]);
  // a bend holds the noise of three values six times
  const noise = bends.reduce((sum, bend) => sum + bend * bend, 0) / 6 / free;
  const drift = steps.reduce((sum, step) => sum + (step - mean) ** 2, 0) / free;
  const pooled = (prior: number, own: number, count: number) =>
    Math.sqrt((weight * prior ** 2 + own) / (weight + count));
  return {
    noise: pooled(priorNoise, noise, bends.length),
    growth: pooled(priorGrowth, drift / Math.max(1, steps.length), steps.length) / Math.sqrt(weight),
  };
}

/**
 * Least spread (logarithms) of the demand and of the totals of a short history, by bucket ahead: its noise, a level
 * known from few values, and growth that nobody knows. Null once it speaks for itself.
 */
function leastSpread(values: Float64Array, { bucket, period }: Kind, horizon: number) {
  const n = values.length;
  if (n >= grown[bucket] || !values.some((value) => value > 0)) return null;
  const { noise, growth } = spreadOf(values, period);
  const fading = 1 - n / grown[bucket];
  const demand = new Float64Array(horizon);
  const total = new Float64Array(horizon);
  let shared = 0;
  for (let k = 0; k < horizon; k++) {
    const level = Math.hypot(noise / Math.sqrt(n), growth * (k + 1));
    shared += level;
    demand[k] = Math.min(largest, fading * Math.hypot(noise, level));
    total[k] = Math.min(largest, fading * Math.hypot(noise / Math.sqrt(k + 1), shared / (k + 1)));
  }
  return { demand, total };
}

/** Bands at least as wide around their mean as a spread of logarithms asks for. */
function atLeast(bands: Bands, spread: Float64Array): Bands {
  const normal = bands.levels.map(normalQuantile);
  const quantiles = mappedRows(bands.quantiles, (q, k, i) => {
    const z = normal[i];
    const edge = bands.mean[k] * Math.exp(z * spread[k]);
    return z > 0 ? Math.max(q, edge) : z < 0 ? Math.min(q, edge) : q;
  });
  return { ...bands, quantiles };
}

/**
 * Bands of a short history no narrower than what so few values can know; as they are for demand that may be negative.
 * @param valuesOf its values, which only a short one is asked for
 */
export function wideWhereYoung<T extends { readonly demand: Bands; readonly cumulative: Bands }>(
  forecast: T,
  length: number,
  valuesOf: () => Float64Array,
  kind: Kind,
): T {
  if (length >= grown[kind.bucket]) return forecast;
  const values = valuesOf();
  if (values.some((value) => value < 0)) return forecast;
  const least = leastSpread(values, kind, forecast.demand.mean.length);
  if (least === null) return forecast;
  return {
    ...forecast,
    demand: atLeast(forecast.demand, least.demand),
    cumulative: atLeast(forecast.cumulative, least.total),
  };
}
