import { defined } from "../../defined.ts";
import type { Series } from "../../series.ts";
import { countTables } from "../intermittent/count-tables.ts";
import { rateSums, solvedRates } from "../intermittent/demand-rate.ts";
import { type DemandKind, demandKind } from "../mixture/demand-kind.ts";
import { atomsOf } from "../mixture/linear-pool.ts";
import { learningGrid, type Outcomes } from "../mixture/mixture-loss.ts";
import { mixtureMembers, type OwnDistributions, ownDistributions } from "../mixture/own-distributions.ts";
import { plainMeans } from "../mixture/plain-means.ts";
import type { OriginForecast } from "../origin.ts";
import { plainAtOrigin } from "../plain-at-origin.ts";
import type { KeptSeries, PoolPart } from "../pool-part.ts";
import { isIntermittent } from "../series/history.ts";
import {
  bucketsBack,
  isLongEnough,
  knownBefore,
  meanChange,
  smallest,
  taughtHorizon,
} from "./asked-items.ts";

/** Items from which shares are learned, and how many of them may have a normal flow of demand, which costs more. */
const mostItems = 300;
const mostRegular = 100;
/** Items with rare demand that teach the models of a past origin. */
const mostTeachers = 400;
/** Last values that the models are given at an origin: what came before changes little and costs much. */
const mostValues = 400;
/** Buckets of the nearer of the two sums. */
const nearSum = 3;
/** Steps of a forecast that moves which are looked at. */
const mostSteps = 3;

/** One item at one origin: every distribution and every mean beside what came. */
export interface OriginRow {
  readonly item: string;
  readonly kind: DemandKind;
  readonly origin: number;
  readonly buckets: readonly Outcomes[];
  readonly sums: readonly Outcomes[];
  /** Means of the models, then the plain ones. */
  readonly means: readonly Float64Array[];
  readonly actual: Float64Array;
  /** Mean absolute change: divides the losses, so that every item counts alike. */
  readonly change: number;
}

/** What is tried at the origins of a part. */
interface OriginPlan {
  readonly items: readonly KeptSeries[];
  readonly horizon: number;
  /** Buckets of the sums that are compared: 1, a nearer and a farther one. */
  readonly steps: readonly number[];
}

/** A sample of the items of a part, and how far ahead they can teach. */
export function originPlan(part: PoolPart): OriginPlan {
  const items = sampled(part);
  const horizon = taughtHorizon(items, part.horizon);
  return { items, horizon, steps: [1, Math.min(nearSum, horizon), horizon] };
}

/** Rows of all items at one origin, half a horizon before the last one; empty where no history is long enough. */
export function rowsAtOrigin(part: PoolPart, { items, horizon }: OriginPlan, origin: number): OriginRow[] {
  const back = bucketsBack(origin, horizon);
  if (!items.some(({ values }) => isLongEnough(values, back))) return [];
  const then = partAt(part, back);
  return items.flatMap((kept) => rowOf(kept, then, back, horizon, origin) ?? []);
}

/** The items of a part whose names have the smallest hashes. */
function sampled({ kept, keptIntermittent }: PoolPart): KeptSeries[] {
  const usable = [...kept, ...keptIntermittent].filter(({ values }) => values.every((value) => value >= 0));
  const all = smallest(usable, mostItems);
  let regular = 0;
  const end = all.findIndex(({ values }) => !isIntermittent(values) && ++regular > mostRegular);
  return end < 0 ? all : all.slice(0, end);
}

/** What the items with rare demand had taught at an origin `back` buckets ago. */
function partAt(part: PoolPart, back: number): PoolPart {
  const { bucket, horizon } = part;
  const panel = knownBefore(smallest(part.keptIntermittent, mostTeachers), back, part);
  const { shares, weights } = part.rates;
  const solved = solvedRates(rateSums(panel, horizon), weights !== null);
  const rates = { ...solved, ...defined({ shares }) };
  const known = panel.map(({ values }) => values);
  const counts = countTables(known, bucket, rates, horizon);
  return { ...part, rates: { ...rates, pastWeights: rates.weights }, counts };
}

function rowOf(
  kept: KeptSeries,
  part: PoolPart,
  back: number,
  horizon: number,
  origin: number,
): OriginRow | null {
  const { item, values } = kept;
  const { bucket, period } = part;
  if (!isLongEnough(values, back)) return null;
  const length = values.length - back;
  const known = values.subarray(0, length);
  const change = meanChange(known);
  const own = ownDistributions(known, bucket);
  if (own === null || !(change > 0)) return null;
  const series: Series = { item, bucket, period, values };
  const now = plainAtOrigin(known.subarray(-mostValues), {
    series,
    part,
    horizon,
    levels: learningGrid.levels,
    nonnegative: true,
    model: undefined,
    offset: 0,
    past: true,
  });
  const actual = values.subarray(length, length + horizon);
  const buckets = bucketOutcomes(now, own, actual);
  return {
    item,
    kind: demandKind(known, bucket),
    origin,
    buckets,
    sums: sumOutcomes(now, own, actual),
    means: [now.demand.mean, ...plainMeans(known, bucket, period, horizon)],
    actual,
    change,
  };
}

/** Quantiles of every plain distribution, for sums of `buckets` buckets. */
const plainQuantiles = (own: OwnDistributions, buckets: number): Float64Array[] =>
  mixtureMembers.slice(1).map((_, i) => own.ofSum(i + 1, buckets, learningGrid.levels));

const columnOf = (quantiles: readonly Float64Array[], k: number): Float64Array =>
  Float64Array.from(quantiles, (row) => row[k]);

/** Distributions of the buckets: one for all of them where the forecast is level, else of a few steps. */
function bucketOutcomes({ demand }: OriginForecast, own: OwnDistributions, actual: Float64Array): Outcomes[] {
  const plain = plainQuantiles(own, 1);
  const atoms = (k: number) => atomsOf([columnOf(demand.quantiles, k), ...plain], learningGrid);
  if (demand.quantiles.every((row) => row.every((value) => value === row[0])))
    return [{ atoms: atoms(0), actuals: [...actual] }];
  const last = actual.length - 1;
  const steps = new Set(
    Array.from({ length: mostSteps }, (_, i) => Math.round((i * last) / (mostSteps - 1))),
  );
  return [...steps].map((k) => ({ atoms: atoms(k), actuals: [actual[k]] }));
}

/** Distributions of the nearer and the farther sum. */
function sumOutcomes(
  { cumulative }: OriginForecast,
  own: OwnDistributions,
  actual: Float64Array,
): Outcomes[] {
  return [Math.min(nearSum, actual.length), actual.length].map((count) => ({
    atoms: atomsOf([columnOf(cumulative.quantiles, count - 1), ...plainQuantiles(own, count)], learningGrid),
    actuals: [actual.subarray(0, count).reduce((sum, value) => sum + value, 0)],
  }));
}
