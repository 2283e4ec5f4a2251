import { fourierColumns } from "../numeric/fourier.ts";
import { countObserved } from "../numeric/sum.ts";
import { type SeasonalAdjustment, type SeasonMethod, seasonallyAdjusted } from "./seasonal-adjustment.ts";
import { fadingWeights, fitWaves, waveDefaults, wavesFor } from "./wave-fit.ts";

/**
 * Takes out a season of a few waves fitted beside a straight line by ridge: shrunken, smooth and forgetful, it errs less
 * than the mean per position where the seasons are few or change. Ratios where the logarithm fits better, differences
 * elsewhere. `values` should be near 1 in size. O(n p^2) for p columns.
 */
export function ridgeAdjusted(
  values: Float64Array,
  period: number,
  options: Partial<typeof waveDefaults> = {},
): SeasonalAdjustment {
  const { waves, penalties, halfLife } = { ...waveDefaults, ...options };
  const none: SeasonalAdjustment = { values, kind: "additive", figure: undefined };
  const observed = countObserved(values);
  if (period < 2 || observed < 2 * period) return none;
  const choice = wavesFor(waves, period, observed);
  const most = Math.max(...choice);
  const time = values.map((_, t) => t);
  const columns = [time, ...fourierColumns(most, period, values.length)];
  const plan = { columns, penalties: columns.map((_, j) => (j === 0 ? 0 : 1)), fixed: 1, period };
  const best = fitWaves(plan, values, fadingWeights(values, period, halfLife), choice, penalties);
  if (best.waves === 0) return none;
  const { coefficients } = best.fit;
  const figure = new Float64Array(period);
  fourierColumns(best.waves, period, period).forEach((wave, j) => {
    for (let t = 0; t < period; t++) figure[t] = figure[t] + coefficients[j + 1] * wave[t];
  });
  if (best.logarithm) for (let t = 0; t < period; t++) figure[t] = Math.exp(figure[t]);
  const adjusted = values.map((value, t) =>
    best.logarithm ? value / figure[t % period] : value - figure[t % period],
  );
  return { values: adjusted, kind: best.logarithm ? "multiplicative" : "additive", figure };
}

/** Takes the season out in the way asked for. */
export function adjustedBy(method: SeasonMethod, values: Float64Array, period: number): SeasonalAdjustment {
  return method === "ridge" ? ridgeAdjusted(values, period) : seasonallyAdjusted(values, period);
}
