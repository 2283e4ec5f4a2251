import { classical, type SeasonKind } from "./classical.ts";
import { isSeasonal } from "./seasonality-test.ts";

/** A series without its season, and what is needed to put the season back. */
export interface SeasonalAdjustment {
  readonly values: Float64Array;
  readonly kind: SeasonKind;
  /** One value per position of the season; undefined where no season was found. */
  readonly figure: Float64Array | undefined;
}

/**
 * Takes out a constant season where the series shows one (90 % test, three seasons at least): ratios where every
 * value is positive, differences elsewhere. O(n period).
 */
export function seasonallyAdjusted(values: Float64Array, period: number): SeasonalAdjustment {
  const kind = values.every((value) => !(value <= 0)) ? "multiplicative" : "additive";
  if (!isSeasonal(values, period)) return { values, kind, figure: undefined };
  const { figure } = classical(values, period, kind);
  if (kind === "multiplicative" && figure.some((factor) => factor < 0.01)) {
    return { values, kind, figure: undefined };
  }
  const adjusted = new Float64Array(values.length);
  for (let t = 0; t < values.length; t++) {
    const part = figure[t % period];
    adjusted[t] = kind === "additive" ? values[t] - part : values[t] / part;
  }
  return { values: adjusted, kind, figure };
}

/** Puts the season back in place; `from` is the position in time of the first value. */
export function reseasoned(adjustment: SeasonalAdjustment, values: Float64Array, from: number): Float64Array {
  const { figure, kind } = adjustment;
  if (figure === undefined) return values;
  for (let t = 0; t < values.length; t++) {
    const part = figure[(from + t) % figure.length];
    values[t] = kind === "additive" ? values[t] + part : values[t] * part;
  }
  return values;
}

/** Ways to find the season: mean per position where the 90 % test sees one (M competitions), or waves by ridge. */
export type SeasonMethod = "classical" | "ridge";
