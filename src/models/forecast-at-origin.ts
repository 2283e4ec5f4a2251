import type { Bands } from "../forecast.ts";
import { withPlainMeans } from "./mixture/mean-shares.ts";
import { mixedBands, mixtureLevels, weightsFor } from "./mixture/mixture.ts";
import type { OriginForecast, OriginRequest } from "./origin.ts";
import { isApart, openForecast, plainAtOrigin } from "./plain-at-origin.ts";
import { runningSum, tidyBands, widened } from "./series/bands.ts";
import { isOver } from "./series/history.ts";
import { settled } from "./series/left-level.ts";
import { openPhases } from "./series/open-phases.ts";

/** Forecast of a prepared history known to its end, mean and ranges mixed as far as the panel proved it. */
export function forecastAtOrigin(values: Float64Array, request: OriginRequest): OriginForecast {
  const { part, levels, series, model, nonnegative } = request;
  const isCombination = model === undefined || model === "combination";
  if (!isCombination) return plainAtOrigin(values, request);
  const open = openPhases(values, series.period);
  if (open !== null && !isOver(values, series.bucket))
    return openForecast(values, request, open, forecastAtOrigin);
  if (part === undefined || !nonnegative || isApart(values, request, open))
    return plainAtOrigin(values, request, { open });
  // what an odd end leaves usual is what means and quantiles of the history are of
  const end = settled(values, series);
  const { values: calm, moved } = end;
  const weights = weightsFor(part.mixture, calm, series.bucket);
  const known = { open, calm: end };
  if (weights === undefined) return withMean(plainAtOrigin(values, request, known), calm, request);
  const plain = plainAtOrigin(
    values,
    { ...request, levels: mixtureLevels(levels, request.isWithoutSums === true) },
    known,
  );
  const { demand, cumulative } = mixedBands(plain, calm, { bucket: series.bucket, weights, levels });
  const mixed = { ...plain, demand: tidyBands(demand, true), cumulative: tidyBands(cumulative, true) };
  return unsettled(withMean(mixed, calm, request), (spreadOfMean * moved) / (2 * series.period + halfYear));
}

/** Standard deviation of a normal distribution by its mean distance from the middle. */
const spreadOfMean = 1.25;
/** Beside two seasons: as often may come what was odd at the end. */
const halfYear = 6;

/** Mixed ranges that remember what was taken off an odd end; the models' own already do. */
function unsettled(forecast: OriginForecast, off: number): OriginForecast {
  if (off === 0) return forecast;
  const spread = forecast.demand.mean.map(() => off);
  return {
    ...forecast,
    demand: tidyBands(widened(forecast.demand, spread), true),
    cumulative: tidyBands(
      widened(
        forecast.cumulative,
        spread.map((sd, k) => sd * Math.sqrt(k + 1)),
      ),
      true,
    ),
  };
}

/** The forecast with the mean that the panel proved; its ranges stay. */
function withMean(
  forecast: OriginForecast,
  values: Float64Array,
  { part, series }: OriginRequest,
): OriginForecast {
  const models = { mean: forecast.demand.mean, components: forecast.components };
  const { mean, components } = withPlainMeans(models, part?.means, values, series.bucket, series.period);
  if (mean === models.mean) return forecast;
  const around = (bands: Bands, of: Float64Array): Bands => ({ ...bands, mean: of });
  return {
    ...forecast,
    demand: around(forecast.demand, mean),
    cumulative: around(forecast.cumulative, runningSum(mean)),
    components,
  };
}
