import type { Fit, Model } from "../../model.ts";
import { minimiseOnInterval } from "../../numeric/minimise-on-interval.ts";
import { meanObserved } from "../../numeric/sum.ts";
import type { Series } from "../../series.ts";
import { flatFit, requireObserved } from "./flat-fit.ts";

const defaults = {
  /** Periods in one aggregate; absent: the mean interval between demands, rounded. */
  size: undefined as number | undefined,
  /** Smoothing of the aggregates; absent: the one with the least squared error. */
  alpha: undefined as number | undefined,
};

/**
 * Aggregate, forecast, disaggregate: simple exponential smoothing of sums over `size` periods, given back per period.
 * Source: K. Nikolopoulos, A. Syntetos, J. Boylan, F. Petropoulos, V. Assimakopoulos, "An aggregate-disaggregate
 * intermittent demand approach (ADIDA) to forecasting", Journal of the Operational Research Society 62 (2011).
 */
export function adida(options: Partial<typeof defaults> = {}): Model {
  const { size, alpha } = { ...defaults, ...options };
  return {
    name: "adida",
    needs: 1,
    fit: ({ values }: Series): Fit => {
      requireObserved("adida", 1, values);
      const level = smoothedAggregates(values, size ?? meanInterval(values), alpha);
      return flatFit("adida", level.fitted, level.last);
    },
  };
}

/**
 * Mean of ADIDA over all sizes from 1 to the mean interval between demands.
 * Source: F. Petropoulos, N. Kourentzes, "Forecast combinations for intermittent demand", Journal of the Operational
 * Research Society 66 (2015).
 */
export function imapa(options: { readonly alpha?: number } = {}): Model {
  return {
    name: "imapa",
    needs: 1,
    fit: ({ values }: Series): Fit => {
      requireObserved("imapa", 1, values);
      const sizes = meanInterval(values);
      const fitted = new Float64Array(values.length);
      let last = 0;
      for (let size = 1; size <= sizes; size++) {
        const level = smoothedAggregates(values, size, options.alpha);
        last += level.last / sizes;
        for (let t = 0; t < fitted.length; t++) fitted[t] = fitted[t] + level.fitted[t] / sizes;
      }
      return flatFit("imapa", fitted, last);
    },
  };
}

/** Mean interval between demands, rounded, at least 1 and at most half of the series. */
function meanInterval(values: Float64Array): number {
  let demands = 0;
  let last = 0;
  let periods = 0;
  for (const value of values) {
    if (Number.isNaN(value)) continue;
    periods++;
    if (value === 0) continue;
    demands++;
    last = periods;
  }
  const interval = demands === 0 ? 1 : Math.round(last / demands);
  return Math.max(1, Math.min(interval, Math.floor(periods / 2)));
}

/**
 * Smoothed means of the last `size` periods as known before each period, and after the last one. Aggregates end at the
 * period before the forecast, so each residue of t mod size is a chain of its own. O(n).
 */
function smoothedAggregates(
  values: Float64Array,
  size: number,
  alpha: number | undefined,
): { fitted: Float64Array; last: number } {
  const n = values.length;
  const means = rollingMeans(values, size);
  const smoothed = new Float64Array(n);
  const smooth = (a: number) => {
    let squares = 0;
    for (let t = 0; t < n; t++) {
      const mean = means[t];
      const carried = t >= 2 * size - 1 ? smoothed[t - size] : Number.NaN;
      const before = Number.isNaN(carried) ? mean : carried;
      if (Number.isNaN(mean)) {
        smoothed[t] = Number.isNaN(before) && t > 0 ? smoothed[t - 1] : before;
        continue;
      }
      const error = mean - before;
      squares += error * error;
      smoothed[t] = before + a * error;
    }
    return squares;
  };
  smooth(alpha ?? minimiseOnInterval(smooth, 0.02, 0.6, 8, 6));
  const fitted = new Float64Array(n);
  fitted[0] = Number.NaN;
  for (let t = 1; t < n; t++) fitted[t] = smoothed[t - 1];
  return { fitted, last: smoothed[n - 1] };
}

/** Mean of the observed among the last `size` values; shorter at the start. */
function rollingMeans(values: Float64Array, size: number): Float64Array {
  return values.map((_, t) => meanObserved(values, Math.max(0, t - size + 1), t + 1));
}
