import type { RunBands } from "./run-bands.ts";

/** Chances of a stock position against the demand of the first `steps` buckets. */
interface Service {
  /** P(demand <= position): no stockout in the cycle. */
  readonly cycle: number;
  /** Expected demand beyond the position, in units. */
  readonly shortage: number;
  /** Expected demand, in units. */
  readonly demand: number;
}

/** Quantiles of the demand of `cover` buckets; a fraction of one spreads with its root, later ones in between. */
function quantilesAt({ length, levels, values }: RunBands, cover: number): { mean: number; at: number[] } {
  const last = Math.min(cover, length);
  const k = Math.floor(last);
  const part = last - k;
  if (k === 0) {
    const [root, first] = [Math.sqrt(part), values[0]];
    const at = levels.map((_, i) => first * part + (values[(i + 1) * length] - first) * root);
    return { mean: first * part, at };
  }
  const between = (list: number) => {
    const before = values[list * length + k - 1];
    return before + part * ((k < length ? values[list * length + k] : before) - before);
  };
  return { mean: between(0), at: levels.map((_, i) => between(i + 1)) };
}

/**
 * Service of a stock position over `cover` buckets (fractions too) from the quantiles of cumulative demand: the
 * quantile curve is read as a piecewise linear distribution function, flat beyond its outermost levels.
 * @example serviceOf({ length: 1, levels: [0.25, 0.75], values: [10, 8, 12] }, 1, 10).cycle // 0.5
 */
export function serviceOf(bands: RunBands, cover: number, position: number): Service | undefined {
  const { levels } = bands;
  if (!(cover > 0) || bands.length === 0 || levels.length === 0) return undefined;
  const { mean, at } = quantilesAt(bands, cover);
  const last = levels.length - 1;
  let cycle = position >= at[last] ? levels[last] : position < at[0] ? levels[0] * (position < 0 ? 0 : 1) : 0;
  let shortage = 0;
  for (let i = 0; i < last; i++) {
    const low = at[i];
    const high = at[i + 1];
    const mass = levels[i + 1] - levels[i];
    if (position >= low && position < high) cycle = levels[i] + (mass * (position - low)) / (high - low);
    if (position <= low) shortage += mass * ((low + high) / 2 - position);
    else if (position < high) shortage += (mass * (high - position) ** 2) / (2 * (high - low));
  }
  shortage += (1 - levels[last]) * Math.max(0, at[last] - position);
  shortage += levels[0] * Math.max(0, at[0] - position);
  return { cycle, shortage, demand: Math.max(0, mean) };
}
