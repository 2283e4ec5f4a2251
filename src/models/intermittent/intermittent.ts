import type { Bucket } from "../../series.ts";
import { smoothLevel } from "../local/ets/ets-recursion.ts";
import { smoothTsb } from "../local/tsb.ts";
import { unitOf } from "../series/common-divisor.ts";
import { meanOfLast, meanSize, type PanelRates, rateForecast, rateShare, spans } from "./demand-rate.ts";

/** What is known of an item with rare demand at one origin. */
export interface IntermittentState {
  /** Expected demand per bucket. */
  readonly rate: number;
  readonly components: Readonly<Record<string, number>>;
  /** Mean size of the last demands. */
  readonly size: number;
  /** The last demands, newest first. */
  readonly sizes: readonly number[];
  /** Unit in which the item counts. */
  readonly unit: number;
  /** Variance of the last buckets divided by their mean, in units. */
  readonly dispersion: number;
  /** Cells of the pooled tables. */
  readonly cell: number;
  readonly sizeClass: number;
  readonly countCell: number;
}

/** Weights of the newest value that are compared: 0, .05, ..., 1. */
const alphas = Array.from({ length: 21 }, (_, step) => step / 20);

/** Simple exponential smoothing with the weight of least squared error, from the mean of the first six values. */
function smoothedLevel(y: Float64Array): number {
  const start = Math.min(6, y.length);
  let initial = 0;
  for (let k = 0; k < start; k++) initial += y[k] / start;
  const state = new Float64Array(1);
  const predicted = new Float64Array(y.length);
  let least = Number.POSITIVE_INFINITY;
  let best = initial;
  for (const alpha of alphas) {
    state[0] = initial;
    const squares = smoothLevel(y, alpha, state, predicted);
    if (squares < least) {
      least = squares;
      best = state[0];
    }
  }
  return best;
}

/** Size times probability by TSB, from the first demand and the share of buckets with demand. */
function sizeTimesProbability(y: Float64Array): number {
  let first = 0;
  let demands = 0;
  for (const value of y) {
    if (value <= 0) continue;
    if (first === 0) first = value;
    demands++;
  }
  const state = { size: first, probability: y.length > 0 ? demands / y.length : 0 };
  smoothTsb(y, { alpha: 0.1, beta: 0.15 }, state);
  return state.size * state.probability;
}

const rateEdges = [0.01, 0.03, 0.06, 0.1, 0.15, 0.2, 0.3, 0.4, 0.5, 0.65, 0.8, 1, 1.3, 2];
const countEdges = [0.02, 0.05, 0.1, 0.15, 0.2, 0.3, 0.4, 0.5, 0.65, 0.8, 1, 1.25, 1.5, 2, 3, 5];
const above = (edges: readonly number[], value: number): number => edges.filter((e) => value >= e).length;

/** How many of the last six buckets had demand: 0-1, 2-3, 4-5, 6. */
function recency(y: Float64Array): number {
  let active = 0;
  for (let k = 1; k <= Math.min(6, y.length); k++) if (y[y.length - k] > 0) active++;
  return active < 2 ? 0 : active < 4 ? 1 : active < 6 ? 2 : 3;
}

function lastSizes(y: Float64Array): number[] {
  const out: number[] = [];
  for (let k = y.length - 1; k >= 0 && out.length < 8; k--) if (y[k] > 0) out.push(y[k]);
  return out;
}

/** Variance by mean of the last buckets (two long spans), at least 1. */
function dispersionOf(y: Float64Array, unit: number, span: number): number {
  const from = Math.max(0, y.length - span);
  const n = y.length - from;
  let mean = 0;
  for (let k = from; k < y.length; k++) mean += y[k] / unit / n;
  let squares = 0;
  for (let k = from; k < y.length; k++) squares += (y[k] / unit - mean) ** 2;
  return n > 1 && mean > 0 ? Math.max(1, squares / (n - 1) / mean) : 1;
}

/** Rate by the item alone: the mean of two moving averages, exponential smoothing and TSB. */
export function ownRate(y: Float64Array, bucket: Bucket): number {
  const [short, long] = spans[bucket];
  return (
    (meanOfLast(y, y.length, short) +
      meanOfLast(y, y.length, long) +
      smoothedLevel(y) +
      sizeTimesProbability(y)) /
    4
  );
}

/**
 * Expected rate of an item with rare demand: what it says by itself (a mean of simple methods beats choosing one:
 * Petropoulos & Kourentzes 2015) and the pooled regression of rates, half and half unless the panel proved other shares, with
 * the state that its distribution needs.
 */
export function intermittentState(
  y: Float64Array,
  bucket: Bucket,
  rates: PanelRates | undefined,
  past: boolean,
): IntermittentState {
  const [, long] = spans[bucket];
  const own = ownRate(y, bucket);
  const pooled = rateForecast(rates, y, bucket, past);
  const taught = pooled === null || rates === undefined ? 0 : rateShare(rates, y);
  const share = (1 - taught) / 4;
  const rate = (1 - taught) * own + taught * (pooled ?? 0);
  const size = meanSize(y, y.length);
  const sizes = lastSizes(y);
  const unit = unitOf(y);
  const variation = sizes.reduce((sum, z) => sum + (z / size - 1) ** 2 / sizes.length, 0);
  const active = recency(y);
  return {
    rate,
    components: {
      "moving-average-long": share,
      "moving-average-short": share,
      ses: share,
      tsb: share,
      ...(taught === 0 ? {} : { rates: taught }),
    },
    size,
    sizes,
    unit,
    dispersion: dispersionOf(y, unit, 2 * long),
    cell: above(rateEdges, size > 0 ? rate / size : 0) * 4 + active,
    sizeClass: variation < 0.05 ? 0 : variation < 0.4 ? 1 : 2,
    countCell: above(countEdges, rate / unit) * 4 + active,
  };
}
