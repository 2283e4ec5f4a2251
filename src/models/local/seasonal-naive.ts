import type { Fit, Model } from "../../model.ts";
import type { Series } from "../../series.ts";
import { requireObserved } from "./flat-fit.ts";

/** The last observed value of the same position in the season; before the first season is full, the last value. */
export function seasonalNaive(): Model {
  return { name: "seasonal-naive", needs: 1, fit: fitSeasonalNaive };
}

function fitSeasonalNaive({ values, period }: Series): Fit {
  requireObserved("seasonal-naive", 1, values);
  const n = values.length;
  const m = Math.max(1, period);
  const season = new Float64Array(m).fill(Number.NaN);
  const fitted = new Float64Array(n);
  let last = Number.NaN;
  const at = (t: number) => (!Number.isNaN(season[t % m]) ? season[t % m] : last);
  for (let t = 0; t < n; t++) {
    fitted[t] = at(t);
    const value = values[t];
    if (Number.isNaN(value)) continue;
    season[t % m] = value;
    last = value;
  }
  return {
    name: "seasonal-naive",
    fitted,
    mean: (horizon) => Float64Array.from({ length: horizon }, (_, h) => at(n + h)),
  };
}
