import type { Bands, Forecast } from "../../forecast.ts";
import { random } from "../../numeric/random.ts";
import { type Distribution, distribution, quantile } from "../demand/distribution.ts";

/** Courses of demand that are looked at: enough for a quantile of 99 %, few enough for ten thousand items. */
export const pathCount = 512;

/** Evenly spread levels, one a path, by the number of their bucket. */
const drawn = new Map<number, Float64Array>();

/** Level of bucket `k` in every path, in an order of its own; the same on every machine. */
function levelsOf(k: number): Float64Array {
  const known = drawn.get(k);
  if (known !== undefined) return known;
  const dice = random(k + 1);
  const numbers = Float64Array.from({ length: pathCount }, (_, at) => (at + 0.5) / pathCount);
  for (let at = pathCount - 1; at > 0; at--) {
    const other = dice.below(at + 1);
    [numbers[at], numbers[other]] = [numbers[other], numbers[at]];
  }
  drawn.set(k, numbers);
  return numbers;
}

const distributionAt = ({ levels, quantiles }: Bands, k: number): Distribution =>
  distribution(
    levels,
    quantiles.map((row) => Math.max(0, row[k])),
  );

/**
 * Courses that the demand of the first `count` buckets of a forecast may take, all as likely: `paths[k][p]` is the
 * demand of bucket k in path p, with the quantiles of its forecast. Buckets are drawn apart: drawn together as closely
 * as the quantiles of their sums say, weekly shops kept more stock at more cost, whatever the lead time, since the next
 * review sees how demand went (npm run bench -- lost-sales).
 */
export function demandPaths({ demand }: Forecast, count: number): Float64Array[] {
  return Array.from({ length: Math.min(count, demand.mean.length) }, (_, k) => {
    const bucket = distributionAt(demand, k);
    return Float64Array.from(levelsOf(k), (level) => quantile(bucket, level));
  });
}
