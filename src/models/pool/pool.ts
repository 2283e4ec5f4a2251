import type { Series } from "../../series.ts";
import { type Total, totalOf } from "../../total.ts";
import type { PoolPart } from "../pool-part.ts";
import { openKey } from "../series/open-buckets.ts";
import { calibrated } from "./calibrate.ts";
import {
  addedPoolSums,
  type PoolHorizon,
  type PoolSums,
  partKey,
  poolSums,
  solvedPart,
} from "./pool-sums.ts";
import { learnedSample } from "./sample.ts";

/** What was learned across a panel: plain data that can be stored, sent to a worker and merged. */
export interface Pool {
  readonly version: number;
  readonly parts: readonly PoolPart[];
}

export const poolVersion = 4;

/** Part of the pool for a series, undefined where its kind was not learned. */
export const partFor = (pool: Pool | null, series: Series): PoolPart | undefined =>
  pool?.parts.find((part) => part.key === partKey(series));

/** Part of the pool for series like this one that are asked for in so many phases of their season alone. */
export const openPartFor = (
  pool: Pool | null,
  { bucket, period }: Series,
  open: number,
): PoolPart | undefined => pool?.parts.find((part) => part.key === openKey(bucket, open, period));

/**
 * Learns from a panel of series what they share: pooled regressions, shares of the combination, scaled errors. The
 * order of the series does not matter; of very many a sample is learned from. Null where nothing can be learned.
 * @param options.horizon buckets ahead, for all parts or by {@link partKey}
 */
export function learnPool(panel: readonly Series[], options: PoolHorizon = {}): Pool | null {
  const isLearned = totalOf(
    learnedSample(),
    panel.map(({ item }) => item),
  );
  return calibratedPool(
    poolSums(
      panel.filter(({ item }) => isLearned(item)),
      options,
    ),
  );
}

/**
 * The pool as a total over series: sums of parts merge; what follows from all of them is learned when it is asked for,
 * as that costs a second.
 */
export const sharedPool = (
  options: PoolHorizon,
): Total<Series, { panel: Series[]; sums: PoolSums }, () => Pool | null> => {
  const sumsOf = ({ panel, sums }: { readonly panel: readonly Series[]; readonly sums: PoolSums }) =>
    addedPoolSums([sums, poolSums(panel, options)]);
  return {
    empty: () => ({ panel: [], sums: [] }),
    add(sum, series) {
      sum.panel.push(series);
    },
    merge(sum, other) {
      sum.sums = addedPoolSums([sumsOf(sum), sumsOf(other)]);
      sum.panel = [];
    },
    finish: (sum) => () => calibratedPool(sumsOf(sum)),
  };
};

/** The pool that follows from the sums of all series; null where there is nothing to learn from. */
const calibratedPool = (sums: PoolSums): Pool | null =>
  sums.length === 0
    ? null
    : { version: poolVersion, parts: sums.map((part) => calibrated(solvedPart(part))) };

/**
 * The pool of all partitions together, equal to learning from all their series at once.
 * @throws UsageError where the partitions were learned for different horizons
 */
export const mergePools = (pools: readonly Pool[]): Pool =>
  calibratedPool(addedPoolSums(pools.map(({ parts }) => parts))) ?? { version: poolVersion, parts: [] };
