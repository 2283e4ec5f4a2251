import type { Bands } from "../../forecast.ts";
import { normalQuantile } from "../../numeric/normal.ts";
import { mappedRows } from "./rows.ts";

/** Quantiles sorted upwards and, where demand cannot be negative, cut at 0; nothing that is not finite leaves. */
export function tidyBands(bands: Bands, nonnegative: boolean): Bands {
  const { mean, quantiles } = bands;
  const column = new Float64Array(quantiles.length);
  for (let k = 0; k < mean.length; k++) {
    if (!Number.isFinite(mean[k])) mean[k] = 0;
    if (nonnegative && mean[k] < 0) mean[k] = 0;
    let isAscending = true;
    for (let i = 0; i < quantiles.length; i++) {
      const q = quantiles[i][k];
      column[i] = Number.isFinite(q) ? (nonnegative && q < 0 ? 0 : q) : mean[k];
      if (i > 0 && column[i] < column[i - 1]) isAscending = false;
    }
    if (!isAscending) column.sort();
    for (let i = 0; i < quantiles.length; i++) quantiles[i][k] = column[i];
  }
  return bands;
}

/** Bands with a further source of error of standard deviation `off` in each bucket, independent of what they hold. */
export function widened(bands: Bands, off: Float64Array): Bands {
  if (off.every((sd) => sd === 0)) return bands;
  const { mean, levels } = bands;
  const normal = levels.map(normalQuantile);
  const quantiles = mappedRows(bands.quantiles, (q, k, i) => {
    const z = normal[i];
    const side = Math.sign(z);
    const own = side * (q - mean[k]);
    const far = Math.abs(z) * off[k];
    return side === 0 ? q : mean[k] + side * (own < 0 ? own + far : Math.hypot(own, far));
  });
  return { mean, levels, quantiles };
}

/** Positions of `levels` in ascending order, so that quantiles can be filled and sorted by level. */
export const ascendingOrder = (levels: readonly number[]): number[] =>
  levels.map((_, i) => i).sort((a, b) => levels[a] - levels[b]);

/** Running sum of a mean. @example runningSum(Float64Array.of(1, 2)) // [1, 3] */
export function runningSum(mean: Float64Array): Float64Array {
  const out = new Float64Array(mean.length);
  let sum = 0;
  for (let k = 0; k < mean.length; k++) {
    sum += mean[k];
    out[k] = sum;
  }
  return out;
}

/**
 * Cumulative bands that agree with the bands by bucket: the total of one bucket is that bucket, and a total of demand
 * that cannot be negative never falls from bucket to bucket, at no level.
 */
export function consistent(cumulative: Bands, demand: Bands, nonnegative: boolean): Bands {
  if (cumulative.mean.length === 0) return cumulative;
  cumulative.quantiles.forEach((quantile, i) => {
    quantile[0] = demand.quantiles[i][0];
    for (let k = 1; nonnegative && k < quantile.length; k++)
      if (quantile[k] < quantile[k - 1]) quantile[k] = quantile[k - 1];
  });
  return cumulative;
}
