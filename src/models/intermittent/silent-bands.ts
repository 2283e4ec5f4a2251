import type { Bands } from "../../forecast.ts";
import { wakingShare } from "../../numeric/waking-share.ts";

/** Quantile of nothing, or with probability `active` one of the ascending sizes. */
function wakingQuantile(sizes: Float64Array, active: number, level: number): number {
  const within = (level - (1 - active)) / active;
  return within > 0 ? sizes[Math.min(sizes.length - 1, Math.ceil(within * sizes.length) - 1)] : 0;
}

/**
 * Ranges of an item of which nothing is forecast any more: it may wake up, with one of the sizes it had, the less likely the
 * longer it has been silent.
 */
export function silentBands(
  values: Float64Array,
  horizon: number,
  levels: readonly number[],
): { demand: Bands; cumulative: Bands } {
  const last = values.findLastIndex((value) => value > 0);
  const silent = values.length - 1 - last;
  const sizes = values.filter((value) => value > 0).sort();
  const bands = (activeAt: (k: number) => number): Bands => ({
    mean: new Float64Array(horizon),
    levels,
    quantiles: levels.map((level) =>
      Float64Array.from({ length: horizon }, (_, k) => wakingQuantile(sizes, activeAt(k), level)),
    ),
  });
  return {
    demand: bands((k) => wakingShare(silent + k, 1)),
    cumulative: bands((k) => wakingShare(silent, k + 1)),
  };
}
