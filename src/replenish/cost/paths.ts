import type { Bands, Forecast } from "../../forecast.ts";
import { normalCdf, normalQuantile } from "../../numeric/normal.ts";
import { random } from "../../numeric/random.ts";
import { type Distribution, distribution, quantile } from "../demand/distribution.ts";

/** Courses of demand that are looked at: enough for a quantile of 99 %, few enough for ten thousand items. */
export const pathCount = 512;

/** Evenly spread standard normal numbers, one a path, by the number of what they are drawn for. */
const drawn = new Map<number, Float64Array>();

/** Standard normal numbers of bucket `k` (-1: of what all buckets share) for every path; the same on every machine. */
function normalsOf(k: number): Float64Array {
  const known = drawn.get(k);
  if (known !== undefined) return known;
  const dice = random(k + 2);
  const numbers = Float64Array.from({ length: pathCount }, (_, at) => normalQuantile((at + 0.5) / pathCount));
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

const varianceOf = ({ levels, values, second, mean }: Distribution): number =>
  Math.max(0, second[0] + levels[0] * values[0] ** 2 - mean * mean);

/** Correlation between two buckets that makes their sum as wide as the forecast of the sum says, in [0, .95]. */
function correlationOf(buckets: readonly Distribution[], sum: Distribution): number {
  let own = 0;
  let roots = 0;
  for (const bucket of buckets) {
    const variance = varianceOf(bucket);
    own += variance;
    roots += Math.sqrt(variance);
  }
  const pairs = roots * roots - own;
  return pairs > 0 ? Math.min(0.95, Math.max(0, (varianceOf(sum) - own) / pairs)) : 0;
}

/**
 * Courses that the demand of the first `count` buckets of a forecast may take, all as likely: `paths[k][p]` is the
 * demand of bucket k in path p. Each bucket has the quantiles of its forecast, and buckets move together as far as
 * the quantiles of their sum ask for (a Gaussian copula with one factor).
 */
export function demandPaths({ demand, cumulative }: Forecast, count: number): Float64Array[] {
  const length = Math.min(count, demand.mean.length);
  const buckets = Array.from({ length }, (_, k) => distributionAt(demand, k));
  const shared = length < 2 ? 0 : correlationOf(buckets, distributionAt(cumulative, length - 1));
  const [common, apart] = [Math.sqrt(shared), Math.sqrt(1 - shared)];
  const factor = normalsOf(-1);
  return buckets.map((bucket, k) => {
    const own = normalsOf(k);
    return Float64Array.from(own, (z, path) =>
      quantile(bucket, normalCdf(common * factor[path] + apart * z)),
    );
  });
}
