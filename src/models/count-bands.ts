import type { Bands } from "../forecast.ts";
import { runningSum } from "./bands.ts";
import { countLadder } from "./count-ladder.ts";
import { type CountTables, coarseCell } from "./count-tables.ts";
import { rowQuantile } from "./error-table.ts";
import type { IntermittentState } from "./intermittent.ts";

/** Units per bucket from which an item sells so often that a negative binomial describes it as well as its peers. */
const frequent = 3;
/** Weight of the peers against four of the item's own sizes. */
const ownSizes = 4;
/** Relative uncertainty of the rate itself, which all buckets of a total share. */
const rateUncertainty = 0.35;

/** Means of two ladders of quantiles. */
const mix = (a: readonly number[], b: readonly number[], share: number): number[] =>
  a.map((value, i) => (1 - share) * value + share * b[i]!);

/** Distribution of each bucket and of the running totals of an item with rare demand; levels ascending. */
export function countBands(
  state: IntermittentState,
  horizon: number,
  levels: readonly number[],
  tables: CountTables | null,
): { demand: Bands; cumulative: Bands } {
  const mean = new Float64Array(horizon).fill(state.rate);
  const bucket = bucketLadder(state, levels, tables);
  const totals = Array.from({ length: horizon }, (_, k) =>
    k === 0 ? bucket : totalLadder(state, k, levels, tables),
  );
  return {
    demand: { mean, levels, quantiles: bucket.map((q) => new Float64Array(horizon).fill(q)) },
    cumulative: {
      mean: runningSum(mean),
      levels,
      quantiles: levels.map((_, i) => Float64Array.from(totals, (row) => row[i]!)),
    },
  };
}

/** Dispersion shrunk half of the way to the panel's median (ACCURACY 5.2). */
const dispersion = (state: IntermittentState, tables: CountTables | null): number =>
  Math.max(1.05, tables === null ? state.dispersion : (state.dispersion + tables.dispersion) / 2);

function bucketLadder(
  state: IntermittentState,
  levels: readonly number[],
  tables: CountTables | null,
): number[] {
  const units = state.rate / state.unit;
  const binomial = countLadder(units, units * dispersion(state, tables), levels).map((q) => q * state.unit);
  if (state.sizes.length === 0) return binomial;
  const hurdle = hurdleLadder(state, levels, tables);
  const row = tables?.counts[state.countCell];
  if (units >= frequent || row === undefined || row.length === 0) return mix(binomial, hurdle, 0.5);
  const peers = levels.map((p) => Math.max(0, rowQuantile(row, p)) * state.unit);
  return mix(binomial, mix(hurdle, peers, 0.5), 0.8);
}

/** Demand or none by the share of peers in the same cell; sizes: the item's last ones and its peers' ratios. */
function hurdleLadder(
  state: IntermittentState,
  levels: readonly number[],
  tables: CountTables | null,
): number[] {
  const seen = tables?.occurrence[state.cell] ?? -1;
  const active = seen >= 0 ? seen : Math.min(0.98, state.rate / state.size);
  const ratios = tables?.sizeRatios[state.sizeClass] ?? [];
  const own = state.sizes.length / (state.sizes.length + (ratios.length > 0 ? ownSizes : 0));
  const ownShare = ratios.length > 0 ? 0.5 * own : 1;
  const atoms: (readonly [number, number])[] = [
    ...state.sizes.map((size) => [size, ownShare / state.sizes.length] as const),
    ...ratios.map((ratio) => [ratio * state.size, (1 - ownShare) / ratios.length] as const),
  ];
  atoms.sort((a, b) => a[0] - b[0]);
  let sum = 1 - active;
  let at = 0;
  let reached = 0;
  return levels.map((level) => {
    while (sum < level - 1e-9 && at < atoms.length) {
      const [size, weight] = atoms[at++]!;
      sum += weight * active;
      reached = size;
    }
    return Math.round(reached / state.unit) * state.unit;
  });
}

/** Total of the first k + 1 buckets: half peers' totals by their expectation, half negative binomial. */
function totalLadder(
  state: IntermittentState,
  k: number,
  levels: readonly number[],
  tables: CountTables | null,
): number[] {
  const units = (state.rate * (k + 1)) / state.unit;
  const variance = units * dispersion(state, tables) + (rateUncertainty * units) ** 2;
  const binomial = countLadder(units, variance, levels).map((q) => q * state.unit);
  const rows = tables?.totals[coarseCell(state.cell)] ?? [];
  const row = rows[Math.min(k, rows.length - 1)];
  if (row === undefined) return binomial;
  const peers = levels.map((p) => Math.max(0, rowQuantile(row, p)) * units * state.unit);
  return mix(binomial, peers, 0.5);
}
