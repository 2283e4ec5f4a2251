import { bucketEnd, bucketIndex, bucketStart } from "../calendar/bucket.ts";
import { dayOf } from "../calendar/date.ts";
import { median } from "../numeric/quantile.ts";
import type { DemandEvent, Series } from "../series.ts";

/** Share of a bucket from which a stockout hides its demand altogether. */
export const hidden = 0.5;
/** Share of a bucket from which an event bucket is no witness of normal demand. */
export const disturbed = 0.2;

/** Shares of each bucket that events of a kind cover, history first, then the horizon; planned factors beside them. */
interface Cover {
  readonly share: Float64Array;
  /** Planned factor of the bucket, weighted by days; NaN where none is planned. */
  readonly planned: Float64Array;
}

/** Shares of the buckets of a series, and of those to come, that its events of some kinds cover; null where none does. */
export function coverOf(series: Series, kinds: readonly DemandEvent["kind"][], total: number): Cover | null {
  if (series.start === undefined || series.events === undefined) return null;
  const events = series.events.filter((event) => kinds.includes(event.kind));
  if (events.length === 0) return null;
  const first = bucketIndex(dayOf(series.start), series.bucket);
  const share = new Float64Array(total);
  const factorDays = new Float64Array(total);
  const plannedDays = new Float64Array(total);
  for (const event of events) {
    const from = dayOf(event.from);
    const to = dayOf(event.to);
    if (!(to >= from)) continue;
    const low = Math.max(0, bucketIndex(from, series.bucket) - first);
    const high = Math.min(total - 1, bucketIndex(to, series.bucket) - first);
    for (let k = low; k <= high; k++) {
      const start = bucketStart(first + k, series.bucket);
      const end = bucketEnd(first + k, series.bucket);
      const days = Math.min(to, end) - Math.max(from, start) + 1;
      share[k] = Math.min(1, share[k] + days / (end - start + 1));
      if (event.factor === undefined) continue;
      factorDays[k] = factorDays[k] + event.factor * days;
      plannedDays[k] = plannedDays[k] + days;
    }
  }
  return { share, planned: factorDays.map((sum, k) => sum / plannedDays[k]) };
}

/** Undisturbed values looked at on either side where no season tells: with one each, what a promotion drew forward is half of it. */
const neighbours = 2;

/**
 * What a bucket would have had: the mean of the nearest undisturbed values of the same season before and after it where
 * both are known, else the median of the nearest two on either side.
 */
export function normalAt(values: Float64Array, share: Float64Array, k: number, period: number): number {
  const near = (step: number, wanted: number): number[] => {
    const out: number[] = [];
    for (let at = k + step, tries = 0, found = 0; tries < 3 && found < wanted; at += step, tries++) {
      const value = values[at];
      if (value === undefined || Number.isNaN(value) || share[at] >= disturbed) continue;
      out.push(value);
      found++;
    }
    return out;
  };
  if (period > 1) {
    const season = [...near(-period, 1), ...near(period, 1)];
    if (season.length === 2) return (season[0] + season[1]) / 2;
  }
  const around = [...near(-1, neighbours), ...near(1, neighbours)];
  return around.length === 0 ? Number.NaN : median(Float64Array.from(around));
}

/** What events do to a series: history without them, and the factor of each bucket to come. */
export interface EventEffects {
  readonly values: Float64Array;
  readonly future: Float64Array;
  /** Relative spread of those factors, as far as they were learned from past events. */
  readonly spread: Float64Array;
}

/**
 * Takes stockouts (hidden demand becomes NaN, partly hidden demand is scaled up) and promotions or events (values are
 * divided by their uplift) out of the history. The uplift of events without a planned factor is the mean ratio to
 * normal demand of the past ones, as far as noise does not explain it.
 * Null where no event touches the series.
 */
export function eventEffects(series: Series, horizon: number): EventEffects | null {
  const n = series.values.length;
  const stockouts = coverOf(series, ["stockout"], n + horizon);
  const events = coverOf(series, ["promotion", "event"], n + horizon);
  if (stockouts === null && events === null) return null;
  const values = series.values.slice();
  if (stockouts !== null) {
    for (let k = 0; k < n; k++) {
      const share = stockouts.share[k];
      if (share >= hidden) values[k] = Number.NaN;
      else if (share > 0) values[k] = values[k] / (1 - share);
    }
  }
  const future = new Float64Array(horizon).fill(1);
  const spread = new Float64Array(horizon);
  if (events === null) return { values, future, spread };
  const cleaned = values.slice();
  const uplift = upliftOf(values, events, series.period);
  for (let k = 0; k < n + horizon; k++) {
    const share = events.share[k];
    if (share === 0) continue;
    const planned = events.planned[k];
    const factor = 1 + share * ((Number.isNaN(planned) ? uplift.factor : planned) - 1);
    if (k >= n) {
      future[k - n] = Math.max(0, factor);
      if (Number.isNaN(planned)) spread[k - n] = (share * uplift.factor * uplift.spread) / factor;
    } else {
      // without a planned factor the neighbours know better than a shrunk uplift what was normal
      const normal =
        Number.isNaN(planned) && share >= disturbed
          ? normalAt(values, events.share, k, series.period)
          : Number.NaN;
      cleaned[k] = Number.isNaN(normal) ? without(values[k], factor) : normal;
    }
  }
  return { values: cleaned, future, spread };
}

/** Factor below which a past bucket tells nothing of what was normal: a stop of sales, say. */
const leastTelling = 0.05;

/** A value without what an event made of it. */
const without = (value: number, factor: number): number =>
  factor < leastTelling ? Number.NaN : value / factor;

/** What past events teach of the next one: its factor, and how unsure its logarithm is. */
interface Uplift {
  readonly factor: number;
  readonly spread: number;
}

/** Spread (logarithms) of what promotions do at all, and of one event against another of the same item. */
const priorSpread = 0.6;
const priorBetween = 0.15;
/** Events that the second of these is worth. */
const betweenWeight = 2;
/** Largest and smallest uplift that is believed. */
const largestUplift = 10;
const leastUplift = 0.2;

/**
 * Uplift by a random-effects mean of the logarithms of past ratios: each is off by the noise of the item and by what
 * differs from event to event, so that one clear event keeps most of its effect and one that noise explains little.
 */
function upliftOf(values: Float64Array, { share }: Cover, period: number): Uplift {
  const noise: number[] = [];
  const effects: number[] = [];
  for (let k = 0; k < values.length; k++) {
    if (Number.isNaN(values[k]) || (share[k] > 0 && share[k] < disturbed)) continue;
    const normal = normalAt(values, share, k, period);
    if (!(normal > 0)) continue;
    const ratio = share[k] === 0 ? values[k] / normal : 1 + (values[k] / normal - 1) / share[k];
    const log = Math.log(Math.max(leastUplift, Math.min(largestUplift, ratio)));
    if (share[k] === 0) noise.push(Math.abs(log));
    else effects.push(log);
  }
  const n = effects.length;
  if (n === 0) return { factor: 1, spread: 0 };
  const mean = effects.reduce((sum, log) => sum + log / n, 0);
  const own = noise.length === 0 ? priorBetween : median(noise) / 0.6745;
  const squares = effects.reduce((sum, log) => sum + (log - mean) ** 2, 0);
  const between =
    (betweenWeight * priorBetween ** 2 + Math.max(0, squares - (n - 1) * own ** 2)) / (betweenWeight + n - 1);
  const error = (between + own ** 2) / n;
  const kept = priorSpread ** 2 / (priorSpread ** 2 + error);
  return { factor: Math.exp(kept * mean), spread: Math.sqrt(between + kept * error) };
}
