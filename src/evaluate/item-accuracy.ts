import type { Origin } from "../forecast.ts";
import type { ItemAccuracy } from "../result.ts";
import { naiveDemandAt } from "./naive.ts";
import { naiveScale } from "./naive-scale.ts";

/** Levels of the interval whose coverage is reported. */
const lower = 0.05;
const upper = 0.95;

/**
 * Accuracy of an item's forecasts at earlier origins of its own history: percent figures over the first `steps`
 * buckets of every origin (the buckets within lead time and review), positive bias = too high, fva = WAPE of the
 * seasonal naive (naive without season) less ours. Null where no origin has an outcome.
 */
export function itemAccuracy(
  values: Float64Array,
  period: number,
  backtest: readonly Origin[] | undefined,
  steps: number,
): ItemAccuracy | null {
  let absolute = 0;
  let signed = 0;
  let actuals = 0;
  let naive = 0;
  let covered = 0;
  let banded = 0;
  let cells = 0;
  let origins = 0;
  for (const origin of backtest ?? []) {
    let used = false;
    const low = origin.quantiles[origin.levels.indexOf(lower)];
    const high = origin.quantiles[origin.levels.indexOf(upper)];
    for (let h = 0; h < Math.min(steps, origin.mean.length); h++) {
      const actual = values[origin.length + h];
      if (actual === undefined || Number.isNaN(actual)) continue;
      used = true;
      cells += 1;
      const error = origin.mean[h] - actual;
      absolute += Math.abs(error);
      signed += error;
      actuals += Math.abs(actual);
      naive += Math.abs(naiveDemandAt(values, origin.length, origin.length + h, period) - actual);
      if (low === undefined || high === undefined) continue;
      banded += 1;
      if (actual >= low[h] && actual <= high[h]) covered += 1;
    }
    if (used) origins += 1;
  }
  if (origins === 0) return null;
  const scale = naiveScale(values, period);
  const percent = (value: number) => (actuals > 0 ? (100 * value) / actuals : null);
  const wape = percent(absolute);
  const baseline = percent(naive);
  return {
    origins,
    wape,
    mase: scale > 0 ? absolute / cells / scale : null,
    bias: percent(signed),
    fva: wape === null || baseline === null ? null : baseline - wape,
    coverage: banded > 0 ? (100 * covered) / banded : null,
    source: "backtest",
  };
}

/** Class of forecastability: X below 50 % WAPE, Y below 100 %, Z above or unknown. */
export function xyz(accuracy: ItemAccuracy | null): "X" | "Y" | "Z" {
  const wape = accuracy?.wape ?? Number.POSITIVE_INFINITY;
  return wape < 50 ? "X" : wape < 100 ? "Y" : "Z";
}
