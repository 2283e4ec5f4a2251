export type SeasonKind = "additive" | "multiplicative";

export interface ClassicalDecomposition {
  /** Centred moving average over one season; NaN where the window leaves the series. */
  readonly trend: Float64Array;
  /** One value per position in the season (t mod period); they sum to 0, or average to 1. */
  readonly figure: Float64Array;
}

/**
 * Classical decomposition: centred moving average, then the mean difference (or ratio) to it per position of the
 * season, as R's `decompose`. Unobserved values (NaN) are left out of every mean. Needs two full seasons, otherwise
 * the figure is neutral. O(n).
 *
 * @example classical(Float64Array.of(1, 3, 1, 3, 1, 3), 2, "additive").figure; // => [-1, 1]
 */
export function classical(values: Float64Array, period: number, kind: SeasonKind): ClassicalDecomposition {
  const trend = centredMean(values, period);
  const figure = new Float64Array(period);
  const counts = new Float64Array(period);
  for (let t = 0; t < values.length; t++) {
    const part = kind === "additive" ? values[t] - trend[t] : values[t] / trend[t];
    if (!Number.isFinite(part)) continue;
    figure[t % period] += part;
    counts[t % period] += 1;
  }
  return { trend, figure: normalisedFigure(figure, counts, kind) };
}

function normalisedFigure(sums: Float64Array, counts: Float64Array, kind: SeasonKind): Float64Array {
  const neutral = kind === "additive" ? 0 : 1;
  let total = 0;
  for (let s = 0; s < sums.length; s++) {
    sums[s] = counts[s] > 0 ? sums[s] / counts[s] : neutral;
    total += sums[s];
  }
  const mean = total / sums.length;
  if (kind === "multiplicative" && !(mean > 0)) return sums.fill(1);
  for (let s = 0; s < sums.length; s++) {
    sums[s] = kind === "additive" ? sums[s] - mean : sums[s] / mean;
  }
  return sums;
}

/** Moving average over `period` values; an even period takes half of the two outer ones. NaN at both ends. */
function centredMean(values: Float64Array, period: number): Float64Array {
  const n = values.length;
  const half = period >> 1;
  const even = period % 2 === 0;
  const trend = new Float64Array(n).fill(Number.NaN);
  for (let t = half; t + half < n; t++) {
    let total = 0;
    let weights = 0;
    for (let k = -half; k <= half; k++) {
      const value = values[t + k];
      const weight = even && (k === -half || k === half) ? 0.5 : 1;
      if (!Number.isNaN(value)) {
        total += weight * value;
        weights += weight;
      }
    }
    if (weights > 0) trend[t] = total / weights;
  }
  return trend;
}
