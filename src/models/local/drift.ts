import type { Fit, Model } from "../../model.ts";
import type { Series } from "../../series.ts";
import { requireObserved } from "./flat-fit.ts";

/** The last value carried on along the line from the first observed value to the last one. */
export function drift(): Model {
  return { name: "drift", needs: 2, fit: fitDrift };
}

function fitDrift({ values }: Series): Fit {
  requireObserved("drift", 2, values);
  const n = values.length;
  const fitted = new Float64Array(n);
  let first = -1;
  let last = -1;
  const slope = () => (last > first ? (values[last] - values[first]) / (last - first) : 0);
  for (let t = 0; t < n; t++) {
    fitted[t] = first < 0 ? Number.NaN : values[last] + (t - last) * slope();
    if (Number.isNaN(values[t])) continue;
    if (first < 0) first = t;
    last = t;
  }
  const perBucket = slope();
  const start = values[last] + (n - 1 - last) * perBucket;
  return {
    name: "drift",
    fitted,
    mean: (horizon) => Float64Array.from({ length: horizon }, (_, h) => start + (h + 1) * perBucket),
  };
}
