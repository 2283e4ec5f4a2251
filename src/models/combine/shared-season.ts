import { ridgeAdjusted } from "../../decompose/ridge-season.ts";
import { reseasoned } from "../../decompose/seasonal-adjustment.ts";
import type { Fit, Model } from "../../model.ts";
import { divided, multiplied, powerOfTwoScale } from "../../numeric/scale.ts";
import type { Series } from "../../series.ts";

/**
 * Takes the season out of a series once for several models that would each take it out in the same way: they are
 * fitted to the adjusted values as if there were no season, and their forecasts get it back. The same numbers as
 * fitting each by itself, for the cost of one adjustment.
 */
export function sharedSeason(series: Series): (model: Model) => Fit {
  const { values } = series;
  const n = values.length;
  const scale = powerOfTwoScale(values);
  const adjustment = ridgeAdjusted(divided(values, scale), Math.max(1, series.period));
  const flat: Series = { ...series, period: 1, values: adjustment.values };
  const back = (from: Float64Array, start: number) => multiplied(reseasoned(adjustment, from, start), scale);
  return (model) => {
    const fit = model.fit(flat);
    return {
      name: fit.name,
      fitted: back(fit.fitted.slice(), 0),
      mean: (horizon) => back(fit.mean(horizon), n),
    };
  };
}
