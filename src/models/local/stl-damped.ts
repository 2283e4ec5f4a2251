import { fillGaps } from "../../decompose/fill-gaps.ts";
import { mstl } from "../../decompose/mstl.ts";
import type { Fit, Model } from "../../model.ts";
import { divided, isWellAboveZero, multiplied, powerOfTwoScale } from "../../numeric/scale.ts";
import type { Series } from "../../series.ts";
import { type EtsForm, fitForm, forecastForm } from "./ets/ets-form.ts";
import { endStates } from "./ets/ets-start.ts";
import { requireObserved } from "./flat-fit.ts";

const defaults = {
  /** Further seasons beside that of the series, e.g. 365 for days. */
  periods: [] as readonly number[],
  /** Growth of the seasonally adjusted series. */
  trend: "Ad" as EtsForm["trend"],
  /** Decompose the logarithm where all values are well above zero. */
  logarithm: true,
};

/**
 * Season by STL (one or several), the rest by exponential smoothing with fading growth, the last season repeated. For
 * long seasons, where smoothing each position on its own would take years. Without two full seasons: without season.
 * Source: R. Hyndman, G. Athanasopoulos, "Forecasting: principles and practice" (2021), section 13.4.
 */
export function stlDamped(options: Partial<typeof defaults> = {}): Model {
  const settings = { ...defaults, ...options };
  return { name: "stl-damped", needs: 4, fit: (series) => fitStlDamped(series, settings) };
}

function fitStlDamped(series: Series, settings: typeof defaults): Fit {
  const { values, period } = series;
  requireObserved("stl-damped", 4, values);
  const n = values.length;
  const scale = powerOfTwoScale(values);
  const filled = fillGaps(divided(values, scale), Math.max(1, period));
  const logarithm = settings.logarithm && isWellAboveZero(filled, 1e-2);
  const y = logarithm ? filled.map(Math.log) : filled;
  const periods = [period, ...settings.periods].filter((m) => m >= 2 && m < n / 2).sort((a, b) => a - b);
  const seasons = periods.length === 0 ? [] : mstl(y, periods).seasons;
  const adjusted = y.map((value, t) => seasons.reduce((rest, season) => rest - season[t], value));
  const fit = fitForm(
    { error: "A", trend: settings.trend, season: "N" },
    adjusted,
    1,
    endStates(adjusted, 1, "N"),
    n,
  );
  const seasonAt = (t: number) =>
    seasons.reduce((total, season, i) => {
      const m = periods[i];
      return total + season[t < n ? t : n - m + ((t - n) % m)];
    }, 0);
  const back = (part: Float64Array, from: number) =>
    multiplied(
      part.map((value, i) => {
        const total = value + seasonAt(from + i);
        return logarithm ? Math.exp(Math.min(total, 20)) : total;
      }),
      scale,
    );
  return {
    name: "stl-damped",
    fitted: back(fit.fitted, 0),
    mean: (horizon) => back(forecastForm(fit, 1, horizon), n),
  };
}
