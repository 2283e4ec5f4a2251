import type { Series } from "../../series.ts";
import type { Candidate } from "../candidate.ts";

/** Widest buckets, in buckets of the series. */
const widest = 13;

/** Mean number of buckets from order to order, 1 where there are none. */
function meanGap(values: Float64Array): number {
  const first = values.findIndex((value) => value > 0);
  let hits = 0;
  let count = 0;
  for (let t = Math.max(0, first); t < values.length; t++) {
    if (!Number.isFinite(values[t])) continue;
    count++;
    if (values[t] > 0) hits++;
  }
  return hits > 0 ? count / hits : 1;
}

/**
 * Buckets that hold an order each, on average: 1 for frequent orders. Where it can, a part of the season, so that the
 * season stays a season.
 */
export function lotWidth(values: Float64Array, period = 1): number {
  const gap = meanGap(values);
  if (gap < 1.1) return 1;
  for (let width = 2; width <= widest; width++) if (width >= gap - 0.1 && period % width === 0) return width;
  return Math.min(widest, gapWidth(values));
}

/** Buckets as narrow as orders allow: how soon a missing one is noticed. */
export const gapWidth = (values: Float64Array): number => Math.max(1, Math.ceil(meanGap(values) - 0.1));

/** Fractions that spread evenly over (0, 1), the golden section's. */
const golden = 0.6180339887498949;

/**
 * Demand behind orders: each order spread evenly over the time since the one before. That an
 * order fell into a bucket says not when in it: its moment is drawn evenly, or two lots of equal size three and four
 * weeks apart would look like another rate. Unknown up to the first order and after the last one.
 */
export function ratesOf(values: Float64Array): Float64Array {
  const rates = new Float64Array(values.length).fill(Number.NaN);
  const first = values.findIndex((value) => value > 0);
  let before = Number.NaN;
  let orders = 0;
  for (let t = 0; t < values.length; t++) {
    if (!(values[t] > 0)) continue;
    orders++;
    const moment = t + ((orders * golden) % 1);
    if (!Number.isNaN(before)) addRate(rates, before, moment, values[t] / (moment - before));
    before = moment;
  }
  // the buckets of the first and the last order are known in part only
  rates[first] = Number.NaN;
  rates.fill(Number.NaN, Math.floor(before));
  return rates;
}

/** Adds a rate to the buckets between two moments, in proportion to their time in them. */
function addRate(rates: Float64Array, from: number, to: number, rate: number): void {
  for (let t = Math.floor(from); t < to && t < rates.length; t++) {
    const share = Math.min(to, t + 1) - Math.max(from, t);
    rates[t] = (Number.isNaN(rates[t]) ? 0 : rates[t]) + share * rate;
  }
}

/** The series in buckets `width` times as wide, counted from its end; at least half of each must be known. */
export function widened(series: Series, width: number): Series {
  const length = Math.floor(series.values.length / width);
  const offset = series.values.length - length * width;
  const values = new Float64Array(length);
  for (let i = 0; i < length; i++) {
    let sum = 0;
    let known = 0;
    for (let j = 0; j < width; j++) {
      const value = series.values[offset + i * width + j];
      if (Number.isFinite(value)) {
        sum += value;
        known++;
      }
    }
    values[i] = 2 * known >= width ? (sum * width) / known : Number.NaN;
  }
  const period = series.period % width === 0 ? series.period / width : 1;
  return { item: series.item, bucket: series.bucket, period, values };
}

/**
 * A candidate found in wide buckets, told in the narrow ones; `byOrders`: a bucket of rates is known when the order
 * came that ends it.
 */
export function narrowed(found: Candidate, width: number, orders: Float64Array, byOrders = true): Candidate {
  const offset = orders.length % width;
  const start = offset + found.at * width;
  const at = byOrders ? orderOf(found, orders, start, width) : start;
  const known = found.pAsOf.map((p, i) => {
    const end = start + (i + 1) * width - 1;
    const order = byOrders ? orders.findIndex((value, t) => t >= end && value > 0) : end;
    return { p, from: order < 0 ? orders.length - 1 : order };
  });
  const last = known.at(-1)?.from ?? at;
  const pAsOf: number[] = [];
  for (let t = at; t <= Math.max(at, last); t++) {
    const latest = known.findLast(({ from }) => from <= t);
    pAsOf.push(latest?.p ?? 1);
  }
  const { until } = found;
  const end = until === undefined ? {} : { until: Math.max(at, offset + (until + 1) * width - 1) };
  // rates of lots lean as their orders do: what the item itself says of it stands
  const { leaning: _, ...own } = found;
  return { ...own, at, ...end, pAsOf };
}

/** The order that shows a change of rates: the first one that covers most of its bucket, for a spike the largest. */
function orderOf({ kind }: Candidate, orders: Float64Array, start: number, width: number): number {
  const covers = (t: number) => t >= start + (width - 1) / 2 && orders[t] > 0;
  const first = orders.findIndex((_, t) => covers(t));
  if (kind !== "spike" || first < 0) return first < 0 ? start : first;
  let best = first;
  for (let t = start; t < orders.length; t++) {
    if (orders[t] > orders[best]) best = t;
    if (t >= start + width - 1 && orders[t] > 0) break;
  }
  return best;
}
