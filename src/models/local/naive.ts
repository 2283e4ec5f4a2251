import type { Fit, Model } from "../../model.ts";
import type { Series } from "../../series.ts";
import { flatFit, requireObserved } from "./flat-fit.ts";

/** The last observed value, for every bucket to come. */
export function naive(): Model {
  return { name: "naive", needs: 1, fit: fitNaive };
}

function fitNaive({ values }: Series): Fit {
  requireObserved("naive", 1, values);
  const fitted = new Float64Array(values.length);
  let last = Number.NaN;
  for (let t = 0; t < values.length; t++) {
    fitted[t] = last;
    if (!Number.isNaN(values[t])) last = values[t];
  }
  return flatFit("naive", fitted, last);
}
