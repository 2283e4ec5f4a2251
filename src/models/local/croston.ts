import type { Fit, Model } from "../../model.ts";
import type { Series } from "../../series.ts";
import { flatFit, requireObserved } from "./flat-fit.ts";

/**
 * Correction of the bias of size / interval: none (Croston 1972), Syntetos & Boylan 2005 (sba), or
 * Shale, Boylan & Johnston 2006 (sbj).
 */
type CrostonVariant = "croston" | "sba" | "sbj";

/**
 * Where size and interval start: at the first demand with its own size and interval ("first", as R's forecast), there
 * with the means of the series ("mean", as tsintermittent), or with the means before it ("before").
 */
type CrostonStart = "first" | "mean" | "before";

const defaults = {
  variant: "croston" as CrostonVariant,
  start: "first" as CrostonStart,
  /** Smoothing of the sizes. */
  alpha: 0.1,
  /** Smoothing of the intervals. */
  beta: 0.1,
};

/**
 * Croston's method: sizes and intervals of demands smoothed apart, forecast size / interval.
 * Source: J. Croston, "Forecasting and stock control for intermittent demands", Operational Research Quarterly 23
 * (1972); A. Syntetos, J. Boylan, "The accuracy of intermittent demand estimates", International Journal of
 * Forecasting 21 (2005).
 *
 * @example croston().fit({ ...series, values: Float64Array.of(0,0,5,0,0,3,0,4,0,0,0,6) }).mean(1); // => [1.610631229]
 */
export function croston(options: Partial<typeof defaults> = {}): Model {
  const settings = { ...defaults, ...options };
  return { name: settings.variant, needs: 1, fit: (series) => fitCroston(series, settings) };
}

/** Croston's method less the bias found by Syntetos and Boylan. */
export const sba = (): Model => croston({ variant: "sba" });
/** Croston's method less the bias found by Shale, Boylan and Johnston. */
export const sbj = (): Model => croston({ variant: "sbj" });

function fitCroston({ values }: Series, settings: typeof defaults): Fit {
  const { variant, alpha, beta, start } = settings;
  requireObserved(variant, 1, values);
  const factor = variant === "croston" ? 1 : variant === "sba" ? 1 - beta / 2 : 1 - beta / (2 - beta);
  const fitted = new Float64Array(values.length);
  let { size, interval } = start === "first" ? { size: 0, interval: 1 } : means(values);
  let begun = false;
  let waited = 0;
  for (let t = 0; t < values.length; t++) {
    const forecast = (factor * size) / interval;
    fitted[t] = begun || start === "before" ? forecast : Number.NaN;
    const value = values[t];
    if (Number.isNaN(value)) continue;
    waited++;
    if (value === 0) continue;
    if (begun || start === "before") {
      size += alpha * (value - size);
      interval += beta * (waited - interval);
    } else if (start === "first") {
      size = value;
      interval = waited;
    }
    begun = true;
    waited = 0;
  }
  return flatFit(variant, fitted, (factor * size) / interval);
}

/** Mean size of the demands, and periods from the first demand on per demand. */
function means(values: Float64Array): { size: number; interval: number } {
  let total = 0;
  let demands = 0;
  let periods = 0;
  for (const value of values) {
    if (Number.isNaN(value)) continue;
    if (value !== 0) {
      total += value;
      demands++;
    }
    if (demands > 0) periods++;
  }
  return demands === 0 ? { size: 0, interval: 1 } : { size: total / demands, interval: periods / demands };
}
