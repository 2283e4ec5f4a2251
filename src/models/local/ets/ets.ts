import type { Fit, Model } from "../../../model.ts";
import { divided, isWellAboveZero, multiplied, powerOfTwoScale } from "../../../numeric/scale.ts";
import type { Series } from "../../../series.ts";
import { requireObserved } from "../flat-fit.ts";
import { akaikeWeights, weightedSum } from "./akaike.ts";
import { type EtsForm, type FittedForm, fitForm, forecastForm, formName } from "./ets-form.ts";
import type { EtsSeason } from "./ets-recursion.ts";
import { type EndStates, endStates } from "./ets-start.ts";

const defaults = {
  /** Errors, trends and seasons to choose from. */
  trends: ["N", "A", "Ad"] as readonly EtsForm["trend"][],
  seasons: ["N", "A", "M"] as readonly EtsSeason[],
  /** Longest season smoothed position by position; longer ones need a decomposition first. */
  longestSeason: 24,
  /** Average of all forms by their Akaike weights instead of the best one alone. */
  average: true,
};

/**
 * Exponential smoothing: nine forms weighted by their corrected Akaike criterion (or the best one alone).
 * Source: R. Hyndman, A. Koehler, J. Ord, R. Snyder, "Forecasting with exponential smoothing" (2008).
 */
export function ets(options: Partial<typeof defaults> = {}): Model {
  const settings = { ...defaults, ...options };
  return { name: "ets", needs: 3, fit: (series) => fitEts(series, settings) };
}

function fitEts(series: Series, settings: typeof defaults): Fit {
  const { values } = series;
  const observed = requireObserved("ets", 3, values);
  const scale = powerOfTwoScale(values);
  const y = divided(values, scale);
  const period = Math.max(1, series.period);
  const fits = fitForms(y, period, observed, settings);
  const best = fits.reduce((a, b) => (b.aicc < a.aicc ? b : a));
  const weights = settings.average ? akaikeWeights(fits) : fits.map((f) => (f === best ? 1 : 0));
  const combined = (part: (fit: FittedForm) => Float64Array, length: number) =>
    multiplied(weightedSum(fits, weights, part, length), scale);
  return {
    name: formName(best.form),
    fitted: combined((f) => f.fitted, y.length),
    mean: (horizon) => combined((f) => forecastForm(f, period, horizon), horizon),
  };
}

/** Difference in the criterion beyond which growth cannot save a kind of season: a weight of e^-10. */
const farBehind = 20;

/**
 * Fits of the forms the series allows: each kind of season with the first trend of the list, then the other trends where
 * that kind is not hopelessly behind.
 */
function fitForms(
  y: Float64Array,
  period: number,
  observed: number,
  settings: typeof defaults,
): FittedForm[] {
  const positive = isWellAboveZero(y, 1e-3);
  const seasonal = period > 1 && period <= settings.longestSeason && observed >= 2 * period + 3;
  const seasons = settings.seasons.filter(
    (season) => season === "N" || (seasonal && (season === "A" || positive)),
  );
  const fitted = (trend: EtsForm["trend"], season: EtsSeason, ends: EndStates) =>
    fitForm({ error: season === "M" ? "M" : "A", trend, season }, y, period, ends, observed);
  const trends = settings.trends.filter((trend) => trend === "N" || observed >= 5);
  const [first = "N", ...others] = trends;
  const starts = seasons.map((season) => endStates(y, period, season));
  const firsts = seasons.map((season, i) => fitted(first, season, starts[i]));
  const least = firsts.reduce((low, { aicc }) => Math.min(low, aicc), Number.POSITIVE_INFINITY);
  const rest = seasons.flatMap((season, i) =>
    firsts[i].aicc > least + farBehind ? [] : others.map((trend) => fitted(trend, season, starts[i])),
  );
  return [...firsts, ...rest];
}
