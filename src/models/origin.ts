import type { Bands, Fallback } from "../forecast.ts";
import type { Series } from "../series.ts";
import type { PoolPart } from "./pool-part.ts";

/** What is asked of a prepared history. */
export interface OriginRequest {
  readonly series: Series;
  readonly part: PoolPart | undefined;
  readonly horizon: number;
  /** Ascending. */
  readonly levels: readonly number[];
  readonly nonnegative: boolean;
  readonly model: string | undefined;
  /** Buckets of the series before the first prepared value. */
  readonly offset: number;
  /** At an origin that the pool held out. */
  readonly past: boolean;
  /** Nobody asks for the ranges of sums: they stay those of the models. */
  readonly isWithoutSums?: boolean;
}

/** Forecast at one origin, levels ascending. */
export interface OriginForecast {
  readonly model: string;
  readonly demand: Bands;
  readonly cumulative: Bands;
  readonly components: Readonly<Record<string, number>>;
  readonly fallback?: Fallback;
}
