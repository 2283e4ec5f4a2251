import type { ForecastChange } from "./change.ts";
import type { ColumnUse } from "./column-use.ts";
import type { Forecast } from "./forecast.ts";
import type { Issue } from "./issue.ts";
import type { Kpis } from "./kpi.ts";
import type { IsoDate } from "./order.ts";
import type { Bucket, DemandClass } from "./series.ts";
import type { Signal } from "./signal.ts";
import type {
  Basket,
  CashWeek,
  LeadTime,
  OpenOrderAdvice,
  ParameterChange,
  Suggestion,
} from "./suggestion.ts";

/** A file that went into a plan; `file` is the base name. */
export interface PlanInputFile {
  readonly file: string;
  readonly sha256: string;
  readonly lines: number;
  readonly used: number;
  /** Rows among these that another file brings as well: such a row counts once. */
  readonly repeated?: number;
  /** What became of each of its columns: a field, one of several that make one, a sum of others, nothing. */
  readonly columns?: readonly ColumnUse[];
}

export interface PlanHistory {
  /** First bucket with a line. */
  readonly start: IsoDate;
  /** To the last complete bucket; NaN where nobody observed. */
  readonly values: Float64Array;
  /** The bucket that as-of cuts: shown, not used. */
  readonly partial?: { readonly start: IsoDate; readonly value: number };
  /** True when the file begins inside the first bucket. */
  readonly firstPartial?: boolean;
  /** Buckets (first days) with a marked or suspected stockout. */
  readonly censored?: readonly IsoDate[];
  /** Cleaned history; raw stays in `values`. */
  readonly adjusted?: Float64Array;
}

export interface ItemAccuracy {
  readonly origins: number;
  readonly wape: number | null;
  readonly mase: number | null;
  readonly bias: number | null;
  readonly fva: number | null;
  readonly coverage: number | null;
  readonly source: "backtest" | "runs";
}

export interface PlanItem {
  readonly item: string;
  readonly name?: string;
  readonly group?: string;
  readonly owner?: string;
  readonly unit?: string;
  readonly supplier?: string;
  readonly demandBasis: "sale" | "issue" | "purchase";
  readonly class: DemandClass;
  readonly abc: "A" | "B" | "C";
  readonly xyz: "X" | "Y" | "Z";
  /** Buckets in one season of the item's series. */
  readonly period: number;
  /** Lead time and review, in calendar days. */
  readonly coverDays?: number;
  readonly unitCost?: number;
  readonly currency?: string;
  readonly history: PlanHistory;
  readonly forecast: Forecast;
  readonly signals: readonly Signal[];
  readonly suggestion: Suggestion | null;
  readonly accuracy: ItemAccuracy | null;
}

/** Everything a run of `plan` says: plan.json. Items are sorted by code unit. */
export interface Plan {
  readonly version: string;
  readonly inputs: readonly PlanInputFile[];
  readonly asOf: IsoDate;
  readonly stockDate: IsoDate;
  readonly bucket: Bucket;
  readonly options: Readonly<Record<string, unknown>>;
  readonly configHash: string;
  readonly items: readonly PlanItem[];
  readonly baskets: readonly Basket[];
  readonly openOrders: readonly OpenOrderAdvice[];
  readonly leadTimes: readonly LeadTime[];
  readonly cash: readonly CashWeek[];
  readonly parameters: readonly ParameterChange[];
  readonly kpis: Kpis;
  /** What moved the forecasts since the last run, where there was one: the ten items that moved most. */
  readonly changes?: readonly ForecastChange[];
  readonly issues: readonly Issue[];
}
