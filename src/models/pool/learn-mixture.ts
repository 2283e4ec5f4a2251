import { hashText } from "../../numeric/hash.ts";
import { by } from "../../numeric/order.ts";
import type { Series } from "../../series.ts";
import { countTables } from "../intermittent/count-tables.ts";
import { rateSums, solvedRates } from "../intermittent/demand-rate.ts";
import { type DemandKind, demandKind } from "../mixture/demand-kind.ts";
import { atomsOf } from "../mixture/linear-pool.ts";
import { candidateWeights, type MixtureShares } from "../mixture/mixture.ts";
import { learningGrid, type Outcomes, outcomeLoss } from "../mixture/mixture-loss.ts";
import { type OwnDistributions, ownDistributions } from "../mixture/own-distributions.ts";
import { shrunkChoice } from "../mixture/shrunk-choice.ts";
import { type OriginForecast, plainAtOrigin } from "../plain-at-origin.ts";
import type { KeptSeries, PoolPart } from "../pool-part.ts";
import { isIntermittent } from "../series/history.ts";

/** Items from which shares are learned, and how many of them may have a normal flow of demand, which costs more. */
const mostItems = 300;
const mostRegular = 120;
/** Origins, half of the learned horizon apart, of which a quarter counts: they overlap, and panels drift. */
const mostOrigins = 8;
const countedOrigins = 0.25;
/** Seen buckets for one learned bucket ahead: short histories learn of nearer buckets, but at several origins. */
const perStep = 8;
const fewestSteps = 3;
/** Last values that the models are given at an origin: what came before changes little and costs much. */
const mostValues = 400;
/** Shortest history of an origin. */
const shortest = 8;
/** Buckets of the nearer of the two sums. */
const nearSum = 3;
/** Steps of a forecast that moves which are looked at. */
const mostSteps = 3;
/** Items and rows below which a kind of demand has no shares of its own. */
const enoughOfKind = 30;

/** One item at one origin: every distribution beside what came. */
interface Row {
  readonly item: string;
  readonly kind: DemandKind;
  readonly origin: number;
  readonly buckets: readonly Outcomes[];
  readonly sums: readonly Outcomes[];
  /** Divides the losses, so that every item counts alike. */
  readonly change: number;
}

/**
 * Shares of plain distributions in the ranges of a part, learned at rolling origins of a sample of its items: the best
 * mixture of the panel, then of each kind of demand, each as far as its gain is worth.
 */
export function learnMixture(part: PoolPart): MixtureShares | null {
  const items = sampled(part);
  const horizon = learnedHorizon(items, part.horizon);
  const rows = Array.from({ length: mostOrigins }, (_, k) => k).flatMap((origin) => {
    const back = Math.ceil(((origin + 2) * horizon) / 2);
    if (!items.some(({ values }) => isLongEnough(values, back))) return [];
    const then = partAt(part, back);
    return items.flatMap((kept) => rowOf(kept, then, back, horizon, origin) ?? []);
  });
  if (rows.length === 0) return null;
  return { steps: [1, Math.min(nearSum, horizon), horizon], weights: sharesOf(rows) };
}

/** The items of a part whose names have the smallest hashes. */
function sampled({ kept, keptIntermittent }: PoolPart): KeptSeries[] {
  const all = [...kept, ...keptIntermittent]
    .filter(({ values }) => values.every((value) => value >= 0))
    .map((one) => ({ one, hash: hashText(one.item, 1) }))
    .sort(
      by(
        ({ hash }) => hash,
        ({ one }) => one.item,
      ),
    )
    .map(({ one }) => one);
  let regular = 0;
  const end = all.findIndex(({ values }) => !isIntermittent(values) && ++regular > mostRegular);
  return all.slice(0, Math.min(mostItems, end < 0 ? all.length : end));
}

function learnedHorizon(items: readonly KeptSeries[], horizon: number): number {
  const longest = items.reduce((most, { values }) => Math.max(most, values.length), 0);
  return Math.min(horizon, Math.max(fewestSteps, Math.floor(longest / perStep)));
}

const isLongEnough = ({ length }: Float64Array, back: number): boolean =>
  length - back >= Math.max(shortest, length / 2);

/** What the items with rare demand had taught at an origin `back` buckets ago. */
function partAt(part: PoolPart, back: number): PoolPart {
  const { bucket, period, horizon } = part;
  const panel = part.keptIntermittent
    .filter(({ values }) => values.length > back)
    .map(({ item, values }) => {
      const known = values.subarray(0, values.length - back);
      return { series: { item, bucket, period, values: known }, values: known, offset: 0 };
    });
  const rates = solvedRates(rateSums(panel, horizon), part.rates.weights !== null);
  const known = panel.map(({ values }) => values);
  const counts = countTables(known, bucket, rates, horizon);
  return { ...part, rates: { ...rates, pastWeights: rates.weights }, counts };
}

function rowOf(kept: KeptSeries, part: PoolPart, back: number, horizon: number, origin: number): Row | null {
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
    change,
  };
}

/** Mean absolute change from the first demand on. */
function meanChange(values: Float64Array): number {
  const first = values.findIndex((value) => value > 0);
  let sum = 0;
  for (let t = first + 1; t < values.length; t++) sum += Math.abs(values[t] - values[t - 1]);
  return first < 0 ? 0 : sum / Math.max(1, values.length - first - 1);
}

const columnOf = (quantiles: readonly Float64Array[], k: number): Float64Array =>
  Float64Array.from(quantiles, (row) => row[k]);

/** Distributions of the buckets: one for all of them where the forecast is level, else of a few steps. */
function bucketOutcomes({ demand }: OriginForecast, own: OwnDistributions, actual: Float64Array): Outcomes[] {
  const plain = own.ofSum(1, learningGrid.levels);
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
    atoms: atomsOf(
      [columnOf(cumulative.quantiles, count - 1), ...own.ofSum(count, learningGrid.levels)],
      learningGrid,
    ),
    actuals: [actual.subarray(0, count).reduce((sum, value) => sum + value, 0)],
  }));
}

/** Losses of one row under weights: buckets, nearer sum, farther sum, each by all levels and for sums by the far tail. */
function lossesOf({ buckets, sums, change }: Row, weights: readonly number[]): number[] {
  const ofSums = sums.flatMap((outcomes) => Object.values(outcomeLoss(outcomes, weights)));
  const bucket = buckets.reduce((sum, outcomes) => sum + outcomeLoss(outcomes, weights).whole, 0);
  return [bucket / buckets.length, ...ofSums].map((loss) => loss / change);
}

/** Which of the losses of a row belong to the buckets, to the nearer and to the farther sum. */
const targets = [[0], [1, 2], [3, 4]] as const;

/** Shares of the panel, then of each kind of demand that has enough items. */
function sharesOf(rows: readonly Row[]): MixtureShares["weights"] {
  const [alone] = candidateWeights;
  const tables = candidateWeights.map((weights) => rows.map((row) => lossesOf(row, weights)));
  const usual = tables[0][0].map((_, i) =>
    tables[0].reduce((sum, losses) => sum + losses[i] / rows.length, 0),
  );
  if (!usual.every((loss) => loss > 0)) return {};
  const relative = (losses: readonly number[], of: readonly number[]) =>
    of.reduce((sum, i) => sum + losses[i] / usual[i] / of.length, 0);
  const kinds = [...new Set(rows.map(({ kind }) => kind))].sort();
  const byTarget = targets.map((of) => {
    const losses = tables.map((table) => Float64Array.from(table, (row) => relative(row, of)));
    const panel = chosen(rows, losses, alone, losses[0]);
    const ofPanel = Float64Array.from(rows, (row) => relative(lossesOf(row, panel), of));
    return kinds.map((kind) => {
      const mine = rows.flatMap((row, r) => (row.kind === kind ? [r] : []));
      if (new Set(mine.map((r) => rows[r].item)).size < enoughOfKind) return panel;
      const part = (all: Float64Array) => Float64Array.from(mine, (r) => all[r]);
      return chosen(
        mine.map((r) => rows[r]),
        losses.map(part),
        panel,
        part(ofPanel),
      );
    });
  });
  return Object.fromEntries(
    kinds.map((kind, i): [DemandKind, number[][]] => [kind, byTarget.map((weights) => weights[i])]),
  );
}

/** The best weights, as far from the reference as their gain is worth. */
function chosen(
  rows: readonly Row[],
  losses: readonly Float64Array[],
  reference: readonly number[],
  ofReference: Float64Array,
): number[] {
  const origins = Uint8Array.from(rows, ({ origin }) => origin);
  const { best, share } = shrunkChoice({ losses, origins }, ofReference, countedOrigins);
  return reference.map((weight, m) => (1 - share) * weight + share * candidateWeights[best][m]);
}
