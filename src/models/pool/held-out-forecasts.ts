import type { Series } from "../../series.ts";
import { regularForecast } from "../combine/regular.ts";
import { holdoutOf } from "../panel/panel-series.ts";
import type { KeptSeries, PoolPart } from "../pool-part.ts";
import type { HeldOutForecast } from "./earned-shares.ts";

/** Origins among the held-out buckets at which the combination is tried, and older ones, in lengths of the held-out part. */
const fractions = [1, 0.5] as const;
const olderFractions = [2, 3] as const;
/** Seasons that must be known before they show. */
const seasonsToSee = 2;
/** Values that older origins must know. */
const fewest = 8;
/** Series that are asked at older origins. */
const mostOlder = 100;

/** Forecasts of the kept series at origins whose future the regressions have not seen. */
export const heldOutForecasts = (part: PoolPart): HeldOutForecast[] =>
  part.kept.flatMap((kept) => {
    const { length } = kept.values;
    const season = seasonsToSee * part.period;
    return lengthsAt(kept, part, fractions)
      .filter((known) => known >= 3)
      .map((known, origin) => forecastAt(kept, known, origin, part, known >= season || length < season))
      .filter(({ forecast }) => forecast.scale > 0);
  });

/**
 * Forecasts of a part of the kept series at origins further back, by the local members alone, since the regressions know
 * what followed: how far off one period was says little of the next.
 */
export function olderForecasts(part: PoolPart): HeldOutForecast[] {
  const blind: PoolPart = {
    ...part,
    regressions: [],
    rates: { ...part.rates, weights: null, pastWeights: null },
  };
  const stride = Math.ceil(part.kept.length / mostOlder);
  return part.kept
    .filter((_, i) => i % stride === 0)
    .flatMap((kept) => {
      const least = Math.max(fewest, seasonsToSee * part.period, kept.values.length / 2);
      return lengthsAt(kept, part, olderFractions)
        .filter((known) => known >= least)
        .map((known, k) => forecastAt(kept, known, fractions.length + k, blind, true))
        .filter(({ forecast }) => forecast.scale > 0);
    });
}

/** Lengths of the history at origins so many held-out parts before the end, the longest first. */
function lengthsAt({ values }: KeptSeries, { horizon }: PoolPart, back: readonly number[]): number[] {
  const holdout = holdoutOf(values.length, horizon);
  const lengths = new Set(back.map((parts) => values.length - Math.ceil(parts * holdout)));
  return [...lengths].filter((length) => length < values.length).sort((a, b) => b - a);
}

function forecastAt(
  { item, values }: KeptSeries,
  length: number,
  origin: number,
  part: PoolPart,
  alike: boolean,
): HeldOutForecast {
  const series: Series = { item, bucket: part.bucket, period: part.period, values };
  return {
    origin,
    forecast: regularForecast(series, values.subarray(0, length), part, part.horizon, true),
    actual: values.slice(length, length + part.horizon),
    alike,
  };
}
