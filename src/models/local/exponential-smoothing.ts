import { adjustedBy } from "../../decompose/ridge-season.ts";
import { reseasoned, type SeasonMethod } from "../../decompose/seasonal-adjustment.ts";
import type { Fit, Model } from "../../model.ts";
import { divided, multiplied, powerOfTwoScale } from "../../numeric/scale.ts";
import type { Series } from "../../series.ts";
import { type EtsForm, fitForm, forecastForm } from "./ets/ets-form.ts";
import { endStates } from "./ets/ets-start.ts";
import { requireObserved } from "./flat-fit.ts";

/** Simple exponential smoothing of the seasonally adjusted series. */
export const ses = (season: SeasonMethod = "ridge"): Model => smoothing("ses", "N", 2, season);

/** Holt's linear growth on the seasonally adjusted series. */
export const holt = (season: SeasonMethod = "ridge"): Model => smoothing("holt", "A", 3, season);

/**
 * Growth that fades out, on the seasonally adjusted series.
 * Source: E. Gardner, E. McKenzie, "Forecasting trends in time series", Management Science 31 (1985).
 */
export const damped = (season: SeasonMethod = "ridge"): Model => smoothing("damped", "Ad", 4, season);

/** Smoothing parameters by least squares, first states by smoothing backwards; the season is taken out before. */
function smoothing(name: string, trend: EtsForm["trend"], needs: number, season: SeasonMethod): Model {
  return { name, needs, fit: (series) => fitSmoothing(series, name, trend, needs, season) };
}

function fitSmoothing(
  series: Series,
  name: string,
  trend: EtsForm["trend"],
  needs: number,
  season: SeasonMethod,
): Fit {
  const observed = requireObserved(name, needs, series.values);
  const scale = powerOfTwoScale(series.values);
  const adjustment = adjustedBy(season, divided(series.values, scale), Math.max(1, series.period));
  const y = adjustment.values;
  const fit = fitForm({ error: "A", trend, season: "N" }, y, 1, endStates(y, 1, "N"), observed);
  const back = (values: Float64Array, from: number) =>
    multiplied(reseasoned(adjustment, values, from), scale);
  return {
    name,
    fitted: back(Float64Array.from(fit.fitted), 0),
    mean: (horizon) => back(forecastForm(fit, 1, horizon), y.length),
  };
}
