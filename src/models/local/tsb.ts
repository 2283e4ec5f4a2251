import type { Fit, Model } from "../../model.ts";
import type { Series } from "../../series.ts";
import { flatFit, requireObserved } from "./flat-fit.ts";

const defaults = {
  /** Smoothing of the sizes, at demands only. */
  alpha: 0.1,
  /** Smoothing of the probability of a demand, in every period. */
  beta: 0.1,
  /** Whether the first period updates the mean size and occurrence it starts from ("before") or not ("first"). */
  start: "first" as "first" | "before",
};

/**
 * Method of Teunter, Syntetos and Babai: probability times size; without demand the forecast dies down, which shows
 * items at the end of their life.
 * Source: R. Teunter, A. Syntetos, M. Babai, "Intermittent demand: linking forecasting to inventory obsolescence",
 * European Journal of Operational Research 214 (2011).
 *
 * @example tsb().fit({ ...series, values: Float64Array.of(0,0,5,0,0,3,0,4,0,0,0,6) }).mean(1); // => [1.636672452]
 */
export function tsb(options: Partial<typeof defaults> = {}): Model {
  const settings = { ...defaults, ...options };
  return { name: "tsb", needs: 1, fit: (series) => fitTsb(series, settings) };
}

function fitTsb({ values }: Series, { alpha, beta, start }: typeof defaults): Fit {
  const observed = requireObserved("tsb", 1, values);
  let total = 0;
  let demands = 0;
  for (const value of values) {
    if (Number.isNaN(value) || value === 0) continue;
    total += value;
    demands++;
  }
  let size = demands === 0 ? 0 : total / demands;
  let probability = demands / observed;
  let skip = start === "first";
  const fitted = new Float64Array(values.length);
  for (let t = 0; t < values.length; t++) {
    fitted[t] = probability * size;
    const value = values[t];
    if (Number.isNaN(value)) continue;
    if (!skip) {
      probability += beta * ((value === 0 ? 0 : 1) - probability);
      if (value !== 0) size += alpha * (value - size);
    }
    skip = false;
  }
  return flatFit("tsb", fitted, probability * size);
}
