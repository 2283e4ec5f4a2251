import { mixedBands, mixtureLevels, weightsFor } from "./mixture/mixture.ts";
import { isSureOfSeason, type OriginForecast, type OriginRequest, plainAtOrigin } from "./plain-at-origin.ts";
import { tidyBands } from "./series/bands.ts";

/** Forecast of a prepared history known to its end, its ranges mixed as far as the panel proved it. */
export function forecastAtOrigin(values: Float64Array, request: OriginRequest): OriginForecast {
  const { part, levels, series, model, nonnegative } = request;
  const weights =
    nonnegative && (model === undefined || model === "combination")
      ? weightsFor(part?.mixture, values, series.bucket)
      : undefined;
  if (weights === undefined || isSureOfSeason(values, request)) return plainAtOrigin(values, request);
  const plain = plainAtOrigin(values, { ...request, levels: mixtureLevels(levels) });
  const { demand, cumulative } = mixedBands(plain, values, series.bucket, weights, levels);
  return { ...plain, demand: tidyBands(demand, true), cumulative: tidyBands(cumulative, true) };
}
