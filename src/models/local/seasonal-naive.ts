import { naiveAt, naiveForecast } from "../../evaluate/naive.ts";
import type { Fit, Model } from "../../model.ts";
import type { Series } from "../../series.ts";
import { requireObserved } from "./flat-fit.ts";

/** The last observed value of the same position in the season; before the first season is full, the last value. */
export function seasonalNaive(): Model {
  return { name: "seasonal-naive", needs: 1, fit: fitSeasonalNaive };
}

function fitSeasonalNaive({ values, period }: Series): Fit {
  requireObserved("seasonal-naive", 1, values);
  return {
    name: "seasonal-naive",
    fitted: values.map((_, t) => naiveAt(values, t, t, period)),
    mean: (horizon) => naiveForecast(values, horizon, period),
  };
}
