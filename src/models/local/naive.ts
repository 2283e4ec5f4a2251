import { naiveAt } from "../../evaluate/naive.ts";
import type { Fit, Model } from "../../model.ts";
import type { Series } from "../../series.ts";
import { flatFit, requireObserved } from "./flat-fit.ts";

/** The last observed value, for every bucket to come. */
export function naive(): Model {
  return { name: "naive", needs: 1, fit: fitNaive };
}

function fitNaive({ values }: Series): Fit {
  requireObserved("naive", 1, values);
  const fitted = values.map((_, t) => naiveAt(values, t, t));
  return flatFit("naive", fitted, naiveAt(values, values.length, values.length));
}
