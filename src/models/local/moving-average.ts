import type { Fit, Model } from "../../model.ts";
import type { Series } from "../../series.ts";
import { flatFit, requireObserved } from "./flat-fit.ts";

const defaults = {
  /** Observed values averaged; Infinity takes the whole history. */
  window: 12,
  /** What a report prints. */
  name: "moving-average",
};

/**
 * Mean of the last `window` observed values.
 *
 * @example movingAverage({ window: 2 }).fit({ ...series, values: Float64Array.of(9, 1, 3) }).mean(1); // => [2]
 */
export function movingAverage(options: Partial<typeof defaults> = {}): Model {
  const { window, name } = { ...defaults, ...options };
  if (!(window >= 1)) throw new RangeError(`movingAverage requires a window of at least 1, got ${window}`);
  return { name, needs: 1, fit: (series) => fitMovingAverage(series, window, name) };
}

/** Mean of the whole history. */
export const mean = (): Model => movingAverage({ window: Number.POSITIVE_INFINITY, name: "mean" });

function fitMovingAverage({ values }: Series, window: number, name: string): Fit {
  const observed = requireObserved(name, 1, values);
  const kept = new Float64Array(Math.min(window, observed));
  const fitted = new Float64Array(values.length);
  let count = 0;
  let level = Number.NaN;
  for (let t = 0; t < values.length; t++) {
    fitted[t] = level;
    const value = values[t];
    if (Number.isNaN(value)) continue;
    kept[count % kept.length] = value;
    count++;
    level = meanOfFirst(kept, Math.min(count, kept.length), level, value, count);
  }
  return flatFit(name, fitted, level);
}

/** The mean grows by steps while the window fills, and is summed afresh once values leave it (no drift of rounding). */
function meanOfFirst(kept: Float64Array, size: number, before: number, value: number, count: number): number {
  if (count <= kept.length) return count === 1 ? value : before + (value - before) / count;
  let total = 0;
  for (let i = 0; i < size; i++) total += kept[i];
  return total / size;
}
