import type { Origin } from "../forecast.ts";
import type { ItemAccuracy } from "../result.ts";
import { coverage } from "./interval.ts";
import { mase } from "./mase.ts";
import { naiveDemandAt } from "./naive.ts";
import { biasPercent, wape } from "./wape.ts";

/** Levels of the interval whose coverage is reported. */
const lowest = 0.05;
const highest = 0.95;

/** What came, and what was forecast for it, over all origins that have an outcome. */
interface Outcomes {
  readonly actual: number[];
  readonly mean: number[];
  readonly naive: number[];
  readonly lower: number[];
  readonly upper: number[];
  origins: number;
}

function outcomesOf(
  values: Float64Array,
  period: number,
  backtest: readonly Origin[],
  steps: number,
): Outcomes {
  const found: Outcomes = { actual: [], mean: [], naive: [], lower: [], upper: [], origins: 0 };
  for (const { length, mean, levels, quantiles } of backtest) {
    const before = found.actual.length;
    const lower = quantiles[levels.indexOf(lowest)];
    const upper = quantiles[levels.indexOf(highest)];
    for (let h = 0; h < Math.min(steps, mean.length); h++) {
      const actual = values[length + h];
      if (actual === undefined || Number.isNaN(actual)) continue;
      found.actual.push(actual);
      found.mean.push(mean[h]);
      found.naive.push(naiveDemandAt(values, length, length + h, period));
      found.lower.push(lower?.[h] ?? Number.NaN);
      found.upper.push(upper?.[h] ?? Number.NaN);
    }
    if (found.actual.length > before) found.origins++;
  }
  return found;
}

/**
 * Accuracy of an item's forecasts at earlier origins of its own history: percent figures over the first `steps`
 * buckets of every origin (the buckets within lead time and review), positive bias = too high, fva = WAPE of the
 * seasonal naive (naive without season) less ours, coverage of the 5 to 95 % interval. Null where no origin has an
 * outcome; single figures are null where they are not defined (no demand, no change, no interval).
 *
 * @example itemAccuracy(Float64Array.of(10, 10, 8), 1, [{ length: 2, mean: [9], levels: [], quantiles: [] }], 1)
 *   // => { origins: 1, wape: 12.5, bias: 12.5, fva: 12.5, mase: 1, coverage: null, source: "backtest" }
 */
export function itemAccuracy(
  values: Float64Array,
  period: number,
  backtest: readonly Origin[] | undefined,
  steps: number,
): ItemAccuracy | null {
  const { actual, mean, naive, lower, upper, origins } = outcomesOf(values, period, backtest ?? [], steps);
  if (origins === 0) return null;
  const error = 100 * wape(actual, mean);
  return {
    origins,
    wape: known(error),
    mase: known(mase(actual, mean, values, period)),
    bias: known(biasPercent(actual, mean)),
    fva: known(100 * wape(actual, naive) - error),
    coverage: known(100 * coverage(actual, { lower, upper })),
    source: "backtest",
  };
}

const known = (figure: number): number | null => (Number.isNaN(figure) ? null : figure);

/** Class of forecastability: X below 50 % WAPE, Y below 100 %, Z above or unknown. */
export function xyz(accuracy: ItemAccuracy | null): "X" | "Y" | "Z" {
  const error = accuracy?.wape ?? Number.POSITIVE_INFINITY;
  return error < 50 ? "X" : error < 100 ? "Y" : "Z";
}
