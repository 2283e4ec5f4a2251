import { stl } from "./stl.ts";
import { rOptions, statsmodelsOptions } from "./stl-options.ts";

export interface MultipleDecomposition {
  /** Periods kept, ascending; each below half the length. */
  readonly periods: readonly number[];
  /** One season per period. */
  readonly seasons: readonly Float64Array[];
  readonly trend: Float64Array;
  readonly remainder: Float64Array;
}

const defaults = {
  /** Span of season i; 7 + 4 i for i = 1, 2, ... where absent. */
  windows: [] as readonly number[],
  iterations: 2,
  robust: false,
  like: "R" as "R" | "statsmodels",
};

/**
 * Decomposition with several seasons, the shortest first, each re-estimated with the others taken out.
 * Source: K. Bandara, R. Hyndman, C. Bergmeir, "MSTL: a seasonal-trend decomposition algorithm for time series with
 * multiple seasonal patterns", arXiv 2107.13462 (2021).
 */
export function mstl(
  values: Float64Array,
  periods: readonly number[],
  options: Partial<typeof defaults> = {},
): MultipleDecomposition {
  const { windows, iterations, robust, like } = { ...defaults, ...options };
  const n = values.length;
  const kept = [...new Set(periods)].filter((m) => m >= 2 && m < n / 2).sort((a, b) => a - b);
  if (kept.length === 0) throw new RangeError(`mstl requires a period from 2 to below half of ${n} values`);
  const seasons = kept.map(() => new Float64Array(n));
  const rest = Float64Array.from(values);
  let trend: Float64Array = new Float64Array(n);
  for (let pass = 0; pass < (kept.length === 1 ? 1 : iterations); pass++) {
    kept.forEach((period, i) => {
      const window = windows[i] ?? 7 + 4 * (i + 1);
      const season = seasons[i];
      for (let t = 0; t < n; t++) rest[t] = rest[t] + season[t];
      const options =
        like === "R"
          ? rOptions(n, period, window, { robust })
          : statsmodelsOptions(period, window, { robust });
      const fit = stl(rest, options);
      season.set(fit.season);
      trend = fit.trend;
      for (let t = 0; t < n; t++) rest[t] = rest[t] - season[t];
    });
  }
  return { periods: kept, seasons, trend, remainder: rest.map((value, t) => value - trend[t]) };
}
