import { adjustedBy } from "../../decompose/ridge-season.ts";
import { reseasoned, type SeasonMethod } from "../../decompose/seasonal-adjustment.ts";
import type { Fit, Model } from "../../model.ts";
import { bridgeGaps } from "../../numeric/bridge-gaps.ts";
import { minimiseOnInterval } from "../../numeric/minimise-on-interval.ts";
import { divided, multiplied, powerOfTwoScale } from "../../numeric/scale.ts";
import type { Series } from "../../series.ts";
import { requireObserved } from "./flat-fit.ts";
import { runningLine, solveTheta, thetaPath } from "./theta-recursion.ts";

const defaults = {
  /** Limits of the smoothing parameter. */
  alpha: [0.1, 0.99] as readonly [number, number],
  /** Index of the first value whose error counts. */
  first: 1,
  /** How the season is taken out: "classical" as in the paper, "ridge" errs less. */
  season: "ridge" as SeasonMethod,
};

/**
 * Dynamic optimised theta model: exponential smoothing plus a share of the line through all values so far, smoothing,
 * first level and share fitted by least squares on seasonally adjusted values.
 * Source: J. Fiorucci, T. Pellegrini, F. Louzada, F. Petropoulos, A. Koehler, "Models for optimising the theta method
 * and their relationship to state space models", International Journal of Forecasting 32 (2016).
 */
export function theta(options: Partial<typeof defaults> = {}): Model {
  const settings = { ...defaults, ...options };
  return { name: "theta", needs: 3, fit: (series) => fitTheta(series, settings) };
}

function fitTheta(series: Series, settings: typeof defaults): Fit {
  requireObserved("theta", 3, series.values);
  const n = series.values.length;
  const scale = powerOfTwoScale(series.values);
  const adjustment = adjustedBy(settings.season, divided(series.values, scale), Math.max(1, series.period));
  const y = bridgeGaps(adjustment.values);
  const line = runningLine(y);
  const [low, high] = settings.alpha;
  const first = Math.min(settings.first, n - 2);
  const alpha = minimiseOnInterval((a) => solveTheta(y, line, a, first).error, low, high);
  const best = solveTheta(y, line, alpha, first);
  const path = (horizon: number) =>
    multiplied(reseasoned(adjustment, thetaPath(y, alpha, best, horizon), 0), scale);
  const fitted = path(0);
  fitted[0] = Number.NaN;
  return { name: "theta", fitted, mean: (horizon) => path(horizon).slice(n) };
}
