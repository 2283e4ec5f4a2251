import { bucketIndex } from "../../calendar/bucket.ts";
import { dayOf } from "../../calendar/date.ts";
import { naiveScale } from "../../evaluate/naive-scale.ts";
import type { Bands, Forecast, Origin } from "../../forecast.ts";
import { addTo, type ExactSum, exactSum, mergeInto, roundedSum } from "../../numeric/exact-sum.ts";
import type { IsoDate } from "../../order.ts";
import type { Bucket } from "../../series.ts";
import { consistent, runningSum } from "../series/bands.ts";

/** A forecast of an earlier run: `mean[k]` belongs to the k-th bucket from `start` on. */
export interface EarlierForecast {
  readonly start: IsoDate;
  readonly mean: ArrayLike<number>;
}

/** How many buckets `forecast` begins after `previous`; NaN where one of them has no dates. */
export function bucketsLater(forecast: Forecast, previous: EarlierForecast, bucket: Bucket): number {
  if (forecast.start === undefined) return Number.NaN;
  return bucketIndex(dayOf(forecast.start), bucket) - bucketIndex(dayOf(previous.start), bucket);
}

/** Result folders hold 9 significant digits: closer than this a forecast is the same. */
const same = (a: number, b: number): boolean => Math.abs(a - b) <= 1e-8 * Math.max(Math.abs(a), Math.abs(b));

/** `weight` x earlier + (1 - weight) x new where the earlier forecast knew the bucket; the rest stays. */
function interpolated(
  mean: Float64Array,
  earlier: ArrayLike<number>,
  later: number,
  weight: number,
): Float64Array {
  return mean.map((value, h) => {
    const before = earlier[h + later];
    if (before === undefined || !Number.isFinite(before) || same(before, value)) return value;
    return weight * before + (1 - weight) * value;
  });
}

/** Quantiles that follow their mean: up by the difference, down in proportion, so that none turns negative. */
function withMean(bands: Bands, mean: Float64Array): Bands {
  const quantiles = bands.quantiles.map((quantile) =>
    quantile.map((value, h) => {
      const old = bands.mean[h];
      if (mean[h] >= old || !(old > 0) || bands.quantiles[0][h] < 0) return value + mean[h] - old;
      return (value * mean[h]) / old;
    }),
  );
  return { mean, levels: bands.levels, quantiles };
}

/**
 * A forecast drawn towards the last run's forecast of the same buckets (Godahewa et al. 2025: full interpolation
 * when `previous` was itself drawn, partial otherwise); buckets that the last run did not reach are kept, quantiles
 * follow, cumulative demand stays the running sum. Unchanged where the two do not overlap.
 * @example stabilise(forecast of (112, 118, 133, 140), { start: a month earlier, mean: [100, 110, 120, 130] },
 *   "month", 0.5).demand.mean // [111, 119, 131.5, 140]
 */
export function stabilise(
  forecast: Forecast,
  previous: EarlierForecast,
  bucket: Bucket,
  weight: number,
): Forecast {
  if (!(weight >= 0 && weight <= 1)) throw new RangeError(`weight must lie in [0, 1], got ${weight}`);
  const later = bucketsLater(forecast, previous, bucket);
  if (weight === 0 || !(later >= 0 && later < previous.mean.length)) return forecast;
  const mean = interpolated(forecast.demand.mean, previous.mean, later, weight);
  const demand = withMean(forecast.demand, mean);
  const nonnegative = [mean, ...demand.quantiles].every((row) => row.every((value) => value >= 0));
  return {
    ...forecast,
    demand,
    cumulative: consistent(withMean(forecast.cumulative, runningSum(mean)), demand, nonnegative),
    stabilised: weight,
  };
}

/** Origins drawn towards their predecessors one after the other: what a run history under this weight shows. */
export function stabilisedOrigins(origins: readonly Origin[], weight: number): Float64Array[] {
  const out: Float64Array[] = [];
  origins.forEach((origin, k) => {
    const before = origins[k - 1];
    out.push(
      before === undefined
        ? origin.mean
        : interpolated(origin.mean, out[k - 1], origin.length - before.length, weight),
    );
  });
  return out;
}

/** Weights tried: none to four fifths. */
const weights = [0, 0.05, 0.1, 0.15, 0.2, 0.25, 0.3, 0.35, 0.4, 0.45, 0.5, 0.55, 0.6, 0.65, 0.7, 0.75, 0.8];

/** Scaled absolute errors by weight, summed over the items of a class. */
export interface WeightTally {
  readonly errors: readonly ExactSum[];
  cells: number;
}

export const weightTally = (): WeightTally => ({ errors: weights.map(() => exactSum()), cells: 0 });

/** Adds the tally of other items, in place. */
export function mergeTallies(tally: WeightTally, other: WeightTally): void {
  tally.errors.forEach((sum, w) => {
    mergeInto(sum, other.errors[w]);
  });
  tally.cells += other.cells;
}

/** Adds what each weight would have cost one item at its earlier origins, in units of its naive error. */
export function addToTally(
  tally: WeightTally,
  origins: readonly Origin[],
  values: Float64Array,
  period: number,
): void {
  const scale = naiveScale(values, period);
  if (origins.length < 2 || !(scale > 0)) return;
  weights.forEach((weight, w) => {
    stabilisedOrigins(origins, weight).forEach((mean, k) => {
      for (let h = 0; k > 0 && h < mean.length; h++) {
        const actual = values[origins[k].length + h];
        if (actual === undefined || Number.isNaN(actual)) continue;
        addTo(tally.errors[w], Math.abs(actual - mean[h]) / scale);
        if (w === 0) tally.cells++;
      }
    });
  });
}

/** Fewer outcomes than this prove nothing: the weight that cost nothing in trials on monthly series is used. */
const fewestCells = 30;
const unproven = 0.3;

/**
 * The largest weight that would have cost at most `tolerance` of the accuracy, over all items of a tally.
 * @example weightOf(weightTally()) // 0.3: nothing known
 */
export function weightOf(tally: WeightTally, tolerance = 0.01): number {
  if (tally.cells < fewestCells) return unproven;
  const errors = tally.errors.map(roundedSum);
  const limit = errors[0] * (1 + tolerance) + 1e-12;
  let w = 0;
  while (w + 1 < weights.length && errors[w + 1] <= limit) w++;
  return weights[w];
}

/** Weight of one item by its own origins. */
export function stabilisationWeight(
  origins: readonly Origin[],
  values: Float64Array,
  period: number,
  tolerance = 0.01,
): number {
  const tally = weightTally();
  addToTally(tally, origins, values, period);
  return weightOf(tally, tolerance);
}

/** Tolerated loss of accuracy by the setting `stabilise`; off: no weight at all. */
export const tolerances = { off: 0, auto: 0.01, strong: 0.03 } as const;

/**
 * Whether a forecast made when `known` buckets were known could not know of a change at bucket `resetAt`: then it
 * must not hold the new one back. Two buckets are what a change needs to be seen.
 */
export const beforeChange = (known: number, resetAt: number | undefined): boolean =>
  resetAt !== undefined && known < resetAt + 2;
