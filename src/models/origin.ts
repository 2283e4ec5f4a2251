import type { Bands, Fallback } from "../forecast.ts";
import type { Series } from "../series.ts";
import type { PoolPart } from "./pool-part.ts";

/** What is asked of a prepared history. */
export interface OriginRequest {
  readonly series: Series;
  readonly part: PoolPart | undefined;
  /** What series with so many open phases share; absent at origins that the pool held out. */
  readonly openPart?: (open: number) => PoolPart | undefined;
  readonly horizon: number;
  /** Ascending. */
  readonly levels: readonly number[];
  readonly nonnegative: boolean;
  readonly model: string | undefined;
  /** Buckets of the series before the first prepared value. */
  readonly offset: number;
  /** At an origin that the pool held out. */
  readonly past: boolean;
  /** Nobody asks for the ranges of sums: they are left out. */
  readonly isWithoutSums?: boolean;
}

/** Levels at which the ranges of sums are asked for. */
export const levelsOfSums = ({ levels, isWithoutSums }: OriginRequest): readonly number[] =>
  isWithoutSums === true ? [] : levels;

/** Forecast at one origin, levels ascending. */
export interface OriginForecast {
  readonly model: string;
  readonly demand: Bands;
  readonly cumulative: Bands;
  readonly components: Readonly<Record<string, number>>;
  readonly fallback?: Fallback;
}
