import type { Coded, None } from "./coded.ts";
import type { IsoDate } from "./order.ts";

/** A mean and quantiles, one value per future bucket; `quantiles[i]` belongs to `levels[i]`. */
export interface Bands {
  readonly mean: Float64Array;
  readonly levels: readonly number[];
  readonly quantiles: readonly Float64Array[];
}

/** Why a simpler method answered than was asked for. */
export interface Fallbacks {
  failed: None;
  "no-observation": None;
  "no-demand-at-all": None;
  "no-demand-for-long": None;
  "few-observations": { observations: number };
  "short-of-a-season": { observations: number; period: number };
  "model-needs-more": { model: string; observations: number };
}
export type Fallback = Coded<Fallbacks>;

export interface Forecast {
  readonly item: string;
  readonly model: string;
  /** First day of the first forecast bucket, where the series has dates. */
  readonly start?: IsoDate;
  /** Demand within each bucket: what a buyer reads. */
  readonly demand: Bands;
  /** Demand from the first bucket up to each bucket: what a lead time must cover. */
  readonly cumulative: Bands;
  /** Why a simpler method answered. */
  readonly fallback?: Fallback;
  /** Weight of the previous run's forecast in this one. */
  readonly stabilised?: number;
  /** Shares of the methods in the answer, by name; they sum to 1. */
  readonly components?: Readonly<Record<string, number>>;
  /** History as the forecast saw it, where cleaning changed it (spikes, promotions, stockouts). */
  readonly adjusted?: Float64Array;
  /** What the same method would have said at earlier origins of this series, newest last. */
  readonly backtest?: readonly Origin[];
}

/** A forecast made in the past: `values.slice(0, length)` was known. */
export interface Origin {
  readonly length: number;
  readonly mean: Float64Array;
  readonly levels: readonly number[];
  readonly quantiles: readonly Float64Array[];
}

/** Levels that every program prints when nothing else is asked for. */
export const printedLevels: readonly number[] = [0.05, 0.25, 0.5, 0.75, 0.95];

/** Levels the engine keeps inside, fine enough to size an order from. */
export const planningLevels: readonly number[] = [
  0.005, 0.01, 0.025, 0.05, 0.1, 0.15, 0.2, 0.25, 0.3, 0.35, 0.4, 0.45, 0.5, 0.55, 0.6, 0.65, 0.7, 0.75, 0.8,
  0.85, 0.9, 0.925, 0.95, 0.965, 0.975, 0.98, 0.985, 0.99, 0.995, 0.999,
];
