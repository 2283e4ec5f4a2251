import { type Bands, planningLevels } from "../../forecast.ts";
import type { Bucket } from "../../series.ts";
import { rowsOf } from "../series/rows.ts";
import { type DemandKind, demandKind } from "./demand-kind.ts";
import { gridOf, mixedQuantiles } from "./linear-pool.ts";
import { mixtureMembers, ownDistributions } from "./own-distributions.ts";
import { thirds } from "./thirds.ts";

/** Weights of the members in the order of `mixtureMembers`. */
type Weights = readonly number[];

/** What each member counts, learned for sums of a few lengths. */
export interface MixtureShares {
  /** Buckets of the sums that were learned: 1, a nearer and a farther one. */
  readonly steps: readonly number[];
  /** Weights by kind of demand, one for each of `steps`; a kind without them: the models alone. */
  readonly weights: Readonly<Partial<Record<DemandKind, readonly Weights[]>>>;
}

/** Weights that are compared. */
export const candidateWeights = thirds(mixtureMembers.length);

/** Levels between which the members of a mixture are known, beside those that are asked for: fewer where one only looks back. */
const fine = planningLevels;
const coarse = fine.filter((_, i) => i % 2 === 0);

/** Levels at which every member must be known so that these can be answered; fewer where one only looks back. */
export const mixtureLevels = (levels: readonly number[], isLookingBack: boolean): number[] =>
  [...new Set([...(isLookingBack ? coarse : fine), ...levels])].sort((a, b) => a - b);

/** Weights for sums of so many buckets. */
type WeightsOfSum = (buckets: number) => Weights;

/** Weights for a history, undefined where the models stay alone. */
export function weightsFor(
  shares: MixtureShares | null | undefined,
  values: Float64Array,
  bucket: Bucket,
): WeightsOfSum | undefined {
  if (shares === null || shares === undefined || values.some((value) => value < 0)) return undefined;
  const { steps } = shares;
  const known = shares.weights[demandKind(values, bucket)];
  if (known === undefined || known.every(([models]) => models === 1)) return undefined;
  return (buckets) => {
    const next = steps.findIndex((step) => step >= buckets);
    if (next <= 0) return known.at(next) ?? [];
    const way = Math.log(buckets / steps[next - 1]) / Math.log(steps[next] / steps[next - 1]);
    return known[next].map((weight, m) => way * weight + (1 - way) * known[next - 1][m]);
  };
}

/** How a mixture is made. */
interface MixtureRequest {
  readonly bucket: Bucket;
  readonly weights: WeightsOfSum;
  /** Ascending. */
  readonly levels: readonly number[];
}

/** True where a bucket's quantiles are those of the bucket before it, as in a forecast that does not move. */
const isLikeBefore = ({ quantiles }: Bands, k: number): boolean =>
  k > 0 && quantiles.every((row) => row[k] === row[k - 1]);

/** Bands of the models, known at `mixtureLevels`, and the plain distributions in one mixture. */
export function mixedBands(
  { demand, cumulative }: { demand: Bands; cumulative: Bands },
  values: Float64Array,
  { bucket, weights: weightsOfSum, levels }: MixtureRequest,
): { demand: Bands; cumulative: Bands } {
  const own = ownDistributions(values, bucket);
  if (own === null)
    return {
      demand: atLevels(demand, levels),
      cumulative: cumulative.levels.length === 0 ? cumulative : atLevels(cumulative, levels),
    };
  const grid = gridOf(demand.levels);
  const ofOne: Record<number, Float64Array> = {};
  const quantilesOf = (member: number, buckets: number): Float64Array => {
    if (buckets > 1) return own.ofSum(member, buckets, grid.levels);
    ofOne[member] ??= own.ofSum(member, 1, grid.levels);
    return ofOne[member];
  };
  const mixed = (bands: Bands, isOfSums: boolean): Bands => {
    const out = rowsOf(levels.length, bands.mean.length);
    const column = new Float64Array(levels.length);
    for (let k = 0; k < bands.mean.length; k++) {
      // buckets alike, which sums never are, have one mixture
      if (isOfSums || !isLikeBefore(bands, k)) {
        const buckets = isOfSums ? k + 1 : 1;
        const weights = weightsOfSum(buckets);
        const counted = weights.flatMap((weight, m) => (weight > 0 ? m : []));
        const members = counted.map((m) =>
          m === 0 ? bands.quantiles.map((row) => row[k]) : quantilesOf(m, buckets),
        );
        const shares = counted.map((m) => weights[m]);
        mixedQuantiles(members, grid, shares, levels, column);
      }
      for (let i = 0; i < levels.length; i++) out[i][k] = column[i];
    }
    return { mean: bands.mean, levels, quantiles: out };
  };
  return {
    demand: mixed(demand, false),
    cumulative: cumulative.levels.length === 0 ? cumulative : mixed(cumulative, true),
  };
}

const atLevels = ({ mean, levels: known, quantiles }: Bands, levels: readonly number[]): Bands => ({
  mean,
  levels,
  quantiles: levels.map((level) => quantiles[known.indexOf(level)]),
});
