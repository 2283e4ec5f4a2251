import { bucketIndex, daysOf } from "../calendar/bucket.ts";
import { dayOf } from "../calendar/date.ts";
import { defined } from "../defined.ts";
import type { Origin } from "../forecast.ts";
import { by } from "../numeric/order.ts";
import type { Bucket } from "../series.ts";
import { type Total, totalOf } from "../total.ts";
import type { RunItem, RunRecord } from "./run-record.ts";

/** A forecast as it was made at one time: `mean[h]` is for bucket number `origin + h`. */
export interface Vintage {
  readonly origin: number;
  readonly mean: Float64Array;
  /** 95 % quantiles of the same buckets, where known. */
  readonly upper?: Float64Array;
}

/** All forecasts of one item, oldest first, and what came of them. Buckets are numbered (calendar/bucket.ts). */
export interface ItemVintages {
  readonly item: string;
  readonly abc?: "A" | "B" | "C";
  readonly group?: string;
  readonly period: number;
  /** Money of one unit where every item has a price in one currency, else 1. */
  readonly weight: number;
  /** Buckets within lead time + review, at least one. */
  readonly steps: number;
  /** Observed demand: `values[i]` belongs to bucket `start + i`. */
  readonly start: number;
  readonly values: Float64Array;
  /** Adjacent entries are compared; null marks a run without the item, which breaks the chain. */
  readonly vintages: readonly (Vintage | null)[];
}

/** Buckets within lead time + review, at least one; all where a result folder does not say how long they are. */
export function stepsWithin(coverDays: number | undefined, bucket: Bucket): number {
  if (coverDays === undefined) return Number.POSITIVE_INFINITY;
  return Math.max(1, Math.ceil(coverDays / daysOf[bucket] - 1e-9));
}

/** The currency of all items so far, as long as all have a price in one. */
interface Currencies {
  currency: string | undefined;
  isOne: boolean;
}

/** The currency that all items are priced in; undefined where one has no price or prices differ in currency. */
export const oneCurrency: Total<Pick<RunItem, "unitCost" | "currency">, Currencies, string | undefined> = {
  empty: () => ({ currency: undefined, isOne: true }),
  add(sum, { unitCost, currency = "" }) {
    oneCurrency.merge(sum, { currency, isOne: unitCost !== undefined });
  },
  merge(sum, { currency, isOne }) {
    const known = sum.currency ?? currency;
    if (!isOne || (currency !== undefined && currency !== known)) sum.isOne = false;
    sum.currency = known;
  },
  finish: ({ currency, isOne }) => (isOne ? currency : undefined),
};

/** What money is in, and whether all items of the runs that are compared are priced in one currency. */
export interface Prices {
  readonly currency?: string;
  readonly isCommon: boolean;
}

/** The items of some runs, oldest first, each as the newest of them has it. */
function newestOf(runs: readonly RunRecord[]): RunItem[] {
  const newest = new Map<string, RunItem>();
  for (const run of runs) for (const one of run.items) newest.set(one.item, one);
  return [...newest.values()].sort(by(({ item }) => item));
}

/** Prices of these runs, oldest first. */
export const pricesOf = (runs: readonly RunRecord[]): Prices => ({
  ...defined({ currency: totalOf(oneCurrency, runs.at(-1)?.items ?? []) }),
  isCommon: totalOf(oneCurrency, newestOf(runs)) !== undefined,
});

const indexOf = (date: string, bucket: Bucket): number => bucketIndex(dayOf(date), bucket);

/** Forecasts of the same items in several runs, oldest first; actual demand is what the newest run knows. */
export function vintagesOfRuns(runs: readonly RunRecord[], priced: boolean): ItemVintages[] {
  const items = newestOf(runs);
  const byRun = runs.map((run) => new Map(run.items.map((one) => [one.item, one])));
  const bucket = runs[runs.length - 1]?.bucket ?? "month";
  return items.map((one) => ({
    item: one.item,
    ...defined({ abc: one.abc, group: one.group }),
    period: one.period,
    weight: priced ? (one.unitCost ?? 1) : 1,
    steps: stepsWithin(one.coverDays, bucket),
    start: indexOf(one.history.start, bucket),
    values: one.history.values,
    vintages: byRun.map((run) => {
      const forecast = run.get(one.item)?.forecast;
      if (forecast === undefined) return null;
      const { mean, upper } = forecast;
      return { origin: indexOf(forecast.start, bucket), mean, ...defined({ upper }) };
    }),
  }));
}

/** Forecasts of one run at earlier origins of its own history, and the run's own as the newest. */
export function vintagesOfBacktest(
  run: RunRecord,
  backtests: readonly (readonly Origin[] | undefined)[],
  priced: boolean,
): ItemVintages[] {
  const own = vintagesOfRuns([run], priced);
  const place = new Map(run.items.map((one, i) => [one.item, i]));
  return own.map((one) => {
    const origins = backtests[place.get(one.item) ?? -1] ?? [];
    const past = origins.map(({ length, mean, levels, quantiles }): Vintage => {
      const upper = quantiles[levels.indexOf(0.95)];
      return { origin: one.start + length, mean, ...defined({ upper }) };
    });
    return { ...one, vintages: [...past, ...one.vintages] };
  });
}
