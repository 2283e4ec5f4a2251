import type { Bucket } from "../series.ts";
import type { GroupSeasons } from "./combine/group-season.ts";
import type { CountTables } from "./intermittent/count-tables.ts";
import type { PanelRates } from "./intermittent/demand-rate.ts";
import type { MeanShares } from "./mixture/mean-shares.ts";
import type { MixtureShares } from "./mixture/mixture.ts";
import type { ErrorTable } from "./panel/error-table.ts";
import type { PanelRegression } from "./panel/panel-regression.ts";

/** A series kept in the pool, so that shares and errors of the combination can be learned again after a merge. */
export interface KeptSeries {
  readonly item: string;
  readonly group?: string;
  readonly values: Float64Array;
  /** Position of the first value in the calendar's season; -1 unknown. */
  readonly phase: number;
}

/** Error tables of calm, middling and wild series: `edges` cut the one-step error divided by the level. */
export interface ErrorTables {
  readonly edges: readonly number[];
  readonly demand: readonly ErrorTable[];
  readonly cumulative: readonly ErrorTable[];
}

/** What the series of one bucket and period share. */
export interface PoolPart {
  /** "month:12": bucket and period. */
  readonly key: string;
  readonly bucket: Bucket;
  readonly period: number;
  /** Steps ahead that the regressions answer at once. */
  readonly horizon: number;
  readonly series: number;
  readonly regressions: readonly PanelRegression[];
  /** Regression of the mean demand to come, for rare and restless demand. */
  readonly rates: PanelRates;
  /** The series with the smallest hashes: the same ones whether learned at once or merged from partitions. */
  readonly kept: readonly KeptSeries[];
  /** The same of the items with rare demand, which need more company. */
  readonly keptIntermittent: readonly KeptSeries[];
  /** Shares of the members of the combination; empty: equal ones. */
  readonly shares: Readonly<Record<string, number>>;
  /** How far the mean of the members is drawn towards their median. */
  readonly medianShare: number;
  /** What the trend of a mean without season is multiplied by; 1 where nothing was learned. */
  readonly trend: number;
  /** Seasonal indices of groups, for series too short to show their own. */
  readonly seasons: GroupSeasons;
  /** Share of the plain level in the mean of smooth and of erratic demand; empty: not learned. */
  readonly levelShares: readonly number[];
  readonly errors: ErrorTables | null;
  readonly counts: CountTables | null;
  /** Shares of plain distributions in the ranges; null: none were learned. */
  readonly mixture: MixtureShares | null;
  /** Shares of plain means in the mean; null: none were learned. */
  readonly means: MeanShares | null;
}
