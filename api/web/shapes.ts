import type {
  Basket,
  CashWeek,
  ForecastChange,
  Issue,
  Kpi,
  OpenOrderAdvice,
  ParameterChange,
  Signal,
  Suggestion,
} from "../../src/index.ts";

/** What the API answers, as far as the page reads it (CONTRACT 10). */
export interface Page<T> {
  readonly items: readonly T[];
  readonly next: string | number | null;
}

/** What a plan was asked for. */
export interface PlanRequest {
  readonly uploads?: readonly string[];
  readonly config?: Readonly<Record<string, unknown>>;
}

export interface PlanState {
  readonly id: string;
  readonly state: "queued" | "running" | "held" | "done" | "failed";
  readonly progress: number;
  readonly step?: string | null;
  readonly asOf?: string | null;
  readonly created?: number | string;
  readonly finished?: number | string | null;
  readonly code?: string | null;
  readonly reason?: string | null;
  readonly request?: PlanRequest;
  readonly summary?: PlanSummary | null;
}

export interface PlanSummary {
  readonly bucket: "day" | "week" | "month" | "quarter" | "year";
  readonly stockDate: string;
  readonly items: number;
  readonly orderLines: number;
  readonly signals: number;
  readonly issues: number;
  readonly rows: number;
  readonly rowsUsed: number;
  readonly version?: string;
}

export const actions = ["accept", "change", "reject", "ordered", "reset"] as const;
export type Action = (typeof actions)[number];

/** A decision as it stands on the server. */
export interface Decided {
  readonly action: Action;
  readonly version: number;
  readonly quantity?: number | undefined;
  readonly reason?: string | undefined;
  readonly order?: string | undefined;
  readonly by?: string | undefined;
  readonly at?: string | number | undefined;
}

/** A suggestion with the decision on it; `version` counts its decisions, 0 = none yet. */
export interface Line extends Suggestion {
  readonly version: number;
  readonly decided?: Decided;
}

/** What a buyer decides. */
export interface NewDecision {
  readonly item: string;
  readonly action: Action;
  readonly quantity?: number;
  readonly reason?: string;
}

export interface ItemSignal extends Signal {
  readonly item: string;
}

export type KpiGroups = Readonly<Record<"efficiency" | "quality" | "effect", Readonly<Record<string, Kpi>>>>;

/** Master data of an item, by which lines are filtered and named. */
export interface ItemRow {
  readonly item: string;
  readonly name?: string;
  readonly group?: string;
  readonly owner?: string;
  readonly class?: string;
  readonly abc?: string;
  readonly xyz?: string;
  readonly history?: ItemHistory;
}

export interface ItemHistory {
  readonly start: string;
  readonly values: readonly (number | null)[];
  readonly partial?: { readonly start: string; readonly value: number };
  readonly firstPartial?: boolean;
  readonly censored?: readonly string[];
  readonly adjusted?: readonly (number | null)[];
}

export interface Bands {
  readonly mean: readonly number[];
  readonly levels: readonly number[];
  readonly quantiles: readonly (readonly number[])[];
}

export interface ForecastRow {
  readonly item: string;
  readonly model: string;
  readonly start?: string;
  readonly demand: Bands;
  readonly cumulative: Bands;
  readonly fallback?: string;
  readonly stabilised?: number;
  readonly components?: Readonly<Record<string, number>>;
}

/** Everything about one item in one plan: its entry in plan.json, with what of other lists is about it. */
export interface ItemView extends ItemRow {
  readonly unit?: string;
  readonly supplier?: string;
  readonly demandBasis?: string;
  readonly period?: number;
  readonly coverDays?: number;
  readonly unitCost?: number;
  readonly currency?: string;
  readonly history: ItemHistory;
  readonly forecast: ForecastRow;
  readonly signals: readonly Signal[];
  readonly suggestion: Line | null;
  readonly accuracy: {
    readonly wape: number | null;
    readonly mase: number | null;
    readonly bias: number | null;
    readonly fva: number | null;
    readonly coverage: number | null;
    readonly origins: number;
    readonly source: string;
  } | null;
  readonly openOrders: readonly OpenOrderAdvice[];
  readonly issues: readonly Issue[];
  readonly parameters?: ParameterChange | null;
}

/** An item whose forecast moved since the last run, and why. */
export interface MovedItem extends ForecastChange {
  readonly sentence: string;
}

/** What one run said of a bucket. */
export interface EarlierForecast {
  readonly plan: string;
  readonly asOf: string;
  readonly mean: number;
  readonly quantiles: Readonly<Record<string, number>>;
}

export interface ForecastHistory {
  readonly runs: readonly { readonly plan: string; readonly asOf: string; readonly start: string }[];
  /** By bucket, oldest first. */
  readonly targets: readonly {
    readonly bucket: string;
    readonly forecasts: readonly EarlierForecast[];
  }[];
}

export interface WhatIfAnswer {
  readonly quantity: number;
  readonly reorderPoint: number;
  readonly orderUpTo: number;
  readonly safetyStock: number;
  readonly orderBy: string;
  readonly expectedService: number;
}

export interface UploadReport {
  readonly rows: number;
  readonly used?: number;
  readonly columns: readonly {
    readonly header: string;
    readonly field: string | null;
    readonly confidence: number;
  }[];
  readonly issues: readonly Issue[];
  readonly issueCounts?: Readonly<Record<string, number>>;
  readonly questions?: readonly Issue[];
  readonly changes?: {
    readonly new: number;
    readonly changed: number;
    readonly known: number;
    readonly vanished: number;
  };
}

export interface UploadRow {
  readonly id: string;
  readonly kind: string;
  readonly source: string;
  readonly mode: string;
  readonly name: string;
  readonly size: number;
  readonly created: number | string;
  readonly current?: boolean;
  readonly report: UploadReport;
}

/** A row of the calendar that stands for all plans. */
export interface CalendarRow {
  readonly from: string;
  readonly to: string;
  readonly kind: string;
  readonly supplier?: string;
}

/** What every plan is made with, unless it is asked for otherwise. */
export interface Settings {
  readonly version: number;
  readonly config: Readonly<Record<string, unknown>>;
  readonly calendar: readonly CalendarRow[];
  readonly by: string | null;
  readonly at: string | null;
}

/** Who the reader is to the server. */
export interface Me {
  readonly name: string;
  readonly owners: readonly string[];
}

export interface Inspected {
  readonly file: string;
  readonly kind: string;
  readonly encoding: string;
  readonly delimiter: string;
  readonly rows: number;
  readonly headerRows: number;
  readonly preambleLines: number;
  readonly columns: readonly {
    readonly index: number;
    readonly header: string;
    readonly field: string | null;
    readonly confidence: number;
    readonly type: string;
    readonly format: string;
    readonly samples: readonly string[];
  }[];
  readonly issues: readonly Issue[];
}

export interface Understood {
  readonly inspection: Inspected;
  readonly samples: readonly Readonly<Record<string, unknown>>[];
}

export interface Answers {
  readonly answers: Readonly<Record<string, string>>;
  readonly questions: readonly OpenQuestion[];
}

export interface OpenQuestion {
  readonly id: string;
  readonly candidates: readonly string[];
  readonly code: string;
  readonly answer: string | null;
  readonly issue: Issue;
}

export interface TokenRow {
  readonly name: string;
  readonly scopes: readonly string[];
  readonly created?: number | string;
  readonly expires?: number | string | null;
  readonly revoked?: number | string | null;
  readonly used?: number | string | null;
}

export interface AuditRow {
  readonly seq: number;
  readonly at: number | string;
  readonly who: string;
  readonly action: string;
  readonly object: string;
  readonly detail?: unknown;
}

export type { Basket, CashWeek, Issue, Kpi, OpenOrderAdvice, ParameterChange, Signal, Suggestion };
