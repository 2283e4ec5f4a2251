import type { Bands } from "../../forecast.ts";
import { type LevelPosition, levelPositions, rowQuantile } from "../panel/error-table.ts";
import { runningSum } from "../series/bands.ts";
import { filledRows } from "../series/rows.ts";
import { countLadder } from "./count-ladder.ts";
import { type CountTables, coarseCell, totalsUnit } from "./count-tables.ts";
import type { IntermittentState } from "./intermittent.ts";

/** Units per bucket from which an item sells so often that a negative binomial describes it as well as its peers. */
const frequent = 3;
/** Weight of the peers against four of the item's own sizes. */
const ownSizes = 4;
/**
 * Relative uncertainty of the rate itself, which all buckets of a total share: what is sold often is known better,
 * down to what levels drift by anyway.
 */
const rateUncertainty = ({ rate, unit }: IntermittentState): number =>
  Math.max(0.1, 0.35 / Math.sqrt(1 + rate / unit));

/** Means of two ladders of quantiles. */
const mix = (a: readonly number[], b: readonly number[], share: number): number[] =>
  a.map((value, i) => (1 - share) * value + share * b[i]);

/** Levels, ascending, that bands are asked for. */
interface AskedLevels {
  /** Of each bucket. */
  readonly levels: readonly number[];
  /** Of the running totals: the same, or none. */
  readonly ofSums: readonly number[];
  /** At an origin that the pool held out, where shares are learned of the ladders as they are. */
  readonly past: boolean;
}

/** Distribution of each bucket and of the running totals of an item with rare demand. */
export function countBands(
  state: IntermittentState,
  horizon: number,
  { levels, ofSums, past }: AskedLevels,
  tables: CountTables | null,
): { demand: Bands; cumulative: Bands } {
  const mean = new Float64Array(horizon).fill(state.rate);
  const positions = tables === null ? [] : levelPositions(levels);
  const ladder = bucketLadder(state, levels, positions, tables);
  const bucket = past ? ladder : withoutNone(ladder, levels, state, tables);
  const totals = Array.from({ length: ofSums.length > 0 ? horizon : 0 }, (_, k) =>
    k === 0 ? bucket : totalLadder(state, k, levels, positions, tables),
  );
  return {
    demand: { mean, levels, quantiles: filledRows(bucket.length, horizon, (i) => bucket[i]) },
    cumulative: {
      mean: runningSum(mean),
      levels: ofSums,
      quantiles: filledRows(ofSums.length, totals.length, (i, k) => totals[k][i]),
    },
  };
}

/** Dispersion shrunk half of the way to the panel's median: one item's own is known badly from few demands. */
const dispersion = (state: IntermittentState, tables: CountTables | null): number =>
  Math.max(1.05, tables === null ? state.dispersion : (state.dispersion + tables.dispersion) / 2);

function bucketLadder(
  state: IntermittentState,
  levels: readonly number[],
  positions: readonly LevelPosition[],
  tables: CountTables | null,
): number[] {
  const units = state.rate / state.unit;
  const binomial = countLadder(units, units * dispersion(state, tables), levels).map((q) => q * state.unit);
  if (state.sizes.length === 0) return binomial;
  const hurdle = hurdleLadder(state, levels, tables);
  const row = tables?.counts[state.countCell];
  if (units >= frequent || row === undefined || row.length === 0) return mix(binomial, hurdle, 0.5);
  const peers = positions.map((p) => Math.max(0, rowQuantile(row, p)) * state.unit);
  return mix(binomial, mix(hurdle, peers, 0.5), 0.8);
}

/** Level up to which a ladder knows of buckets without demand; beyond it are the levels that orders live on. */
const lowerHalf = 0.5;

/** A ladder whose lower half is none as often as there is none: a mean of some and none would be what never comes. */
function withoutNone(
  ladder: readonly number[],
  levels: readonly number[],
  state: IntermittentState,
  tables: CountTables | null,
): number[] {
  const none = state.sizes.length === 0 ? 0 : Math.min(lowerHalf, 1 - activeShare(state, tables));
  return ladder.map((value, i) => (levels[i] <= none ? 0 : value));
}

/** Share of buckets with demand: that of peers in the same cell, else what rate and sizes say. */
function activeShare({ cell, rate, size }: IntermittentState, tables: CountTables | null): number {
  const seen = tables?.occurrence[cell] ?? -1;
  return seen >= 0 ? seen : Math.min(0.98, rate / size);
}

/** Demand or none by the share of peers in the same cell; sizes: the item's last ones and its peers' ratios. */
function hurdleLadder(
  state: IntermittentState,
  levels: readonly number[],
  tables: CountTables | null,
): number[] {
  const active = activeShare(state, tables);
  const ratios = tables?.sizeRatios[state.sizeClass] ?? [];
  const own = state.sizes.length / (state.sizes.length + (ratios.length > 0 ? ownSizes : 0));
  const ownShare = ratios.length > 0 ? 0.5 * own : 1;
  const sizes = Float64Array.from(state.sizes).sort();
  const ownWeight = (active * ownShare) / sizes.length;
  const peerWeight = ratios.length > 0 ? (active * (1 - ownShare)) / ratios.length : 0;
  // both lists ascend: the next size is the smaller of their heads
  let ownNext = 0;
  let peerNext = 0;
  let sum = 1 - active;
  let reached = 0;
  const ladder: number[] = [];
  for (let i = 0; i < levels.length; i++) {
    while (sum < levels[i] - 1e-9 && (ownNext < sizes.length || peerNext < ratios.length)) {
      const mine = ownNext < sizes.length ? sizes[ownNext] : Number.POSITIVE_INFINITY;
      const theirs = peerNext < ratios.length ? ratios[peerNext] * state.size : Number.POSITIVE_INFINITY;
      reached = Math.min(mine, theirs);
      sum += mine <= theirs ? ownWeight : peerWeight;
      if (mine <= theirs) ownNext++;
      else peerNext++;
    }
    ladder.push(Math.round(reached / state.unit) * state.unit);
  }
  return ladder;
}

/** Total of the first k + 1 buckets: half peers' totals by their expectation, half negative binomial. */
function totalLadder(
  state: IntermittentState,
  k: number,
  levels: readonly number[],
  positions: readonly LevelPosition[],
  tables: CountTables | null,
): number[] {
  const units = (state.rate * (k + 1)) / state.unit;
  const variance = units * dispersion(state, tables) + (rateUncertainty(state) * units) ** 2;
  const binomial = countLadder(units, variance, levels).map((q) => q * state.unit);
  const rows = tables?.totals[coarseCell(state.cell)] ?? [];
  const row = rows[Math.min(k, rows.length - 1)];
  if (row === undefined) return binomial;
  const unit = totalsUnit(state) * (k + 1);
  const peers = positions.map((p) => Math.max(0, rowQuantile(row, p)) * unit);
  return mix(binomial, peers, 0.5);
}
