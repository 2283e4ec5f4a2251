import { UsageError } from "../../errors.ts";
import type { ModelCard } from "../../model.ts";
import type { Bucket, Series } from "../../series.ts";
import { models } from "../local/index.ts";
import { sharedSeason } from "./shared-season.ts";

const cards: Readonly<Record<string, ModelCard>> = models;

/** Forecasts of the local models at one origin, by name. */
export interface LocalForecasts {
  readonly means: ReadonlyMap<string, Float64Array>;
  /** Mean absolute one-step error of the past, mean over the models. */
  readonly scale: number;
  /** Models that could not be fitted, and why. */
  readonly failed: readonly string[];
}

/** Local models of the combination, for a series with a normal flow of demand; years trend more than they turn. */
const regularMembers = ["theta", "theta-box-cox", "ets", "damped", "ces"] as const;
const membersOf = (bucket: Bucket): readonly string[] =>
  bucket === "year" ? [...regularMembers, "drift"] : regularMembers;

/** Models that take the season out in the same way. */
const alike: ReadonlySet<string> = new Set(["theta", "damped"]);

/** Share of the last errors that the scale looks at: as many as three seasons, at least 24. */
const scaleSpan = (period: number): number => Math.max(24, 3 * period);

function meanError(values: Float64Array, fitted: Float64Array, period: number): number {
  let sum = 0;
  let count = 0;
  for (let t = values.length - 1; t >= 1 && count < scaleSpan(period); t--) {
    const error = Math.abs(values[t] - fitted[t]);
    if (!Number.isFinite(error)) continue;
    sum += error;
    count++;
  }
  return count > 0 ? sum / count : Number.NaN;
}

/** Bounds that no forecast leaves: a few spans of what was seen beyond the extremes (ACCURACY 2.2). */
export function guarded(mean: Float64Array, values: Float64Array): Float64Array {
  let low = Number.POSITIVE_INFINITY;
  let high = Number.NEGATIVE_INFINITY;
  for (const value of values) {
    if (value < low) low = value;
    if (value > high) high = value;
  }
  const span = Math.max(high - low, Math.abs(high), Math.abs(low));
  return mean.map((value) => Math.min(Math.max(value, low - 2 * span), high + 2 * span));
}

/** Fits the named local models to the values of a series. A model that cannot be fitted is left out and named. */
export function localForecasts(
  series: Series,
  values: Float64Array,
  horizon: number,
  names: readonly string[] = membersOf(series.bucket),
): LocalForecasts {
  const means = new Map<string, Float64Array>();
  const failed: string[] = [];
  let scale = 0;
  let scaled = 0;
  const { item, bucket, period } = series;
  const known: Series = { item, bucket, period, values };
  let shared: ReturnType<typeof sharedSeason> | undefined;
  const adjusted = () => {
    shared ??= sharedSeason(known);
    return shared;
  };
  for (const name of names) {
    const card = cards[name];
    if (card === undefined) throw new UsageError(`unknown model ${name}`);
    if (values.length < card.needs) {
      failed.push(name);
      continue;
    }
    const model = card.create();
    const fit = alike.has(name) ? adjusted()(model) : model.fit(known);
    const mean = guarded(fit.mean(horizon), values);
    if (mean.every(Number.isFinite)) means.set(name, mean);
    else failed.push(name);
    const error = meanError(values, fit.fitted, period);
    if (Number.isFinite(error)) {
      scale += error;
      scaled++;
    }
  }
  return { means, scale: scaled > 0 ? scale / scaled : 0, failed };
}
