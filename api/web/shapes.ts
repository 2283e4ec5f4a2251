// What the API answers and takes, inferred from the schemas that the server checks with: types alone, nothing of them is
// in the built page.
import type { Issue, OpenOrderAdvice, Suggestion } from "../../src/index.ts";
import type * as decisions from "../http/schemas/decisions.ts";
import type * as items from "../http/schemas/items.ts";
import type * as plans from "../http/schemas/plans.ts";
import type * as results from "../http/schemas/results.ts";
import type * as settings from "../http/schemas/settings.ts";
import type * as signals from "../http/schemas/signals.ts";
import type * as tokens from "../http/schemas/tokens.ts";
import type * as uploads from "../http/schemas/uploads.ts";

export type { Basket, CashWeek, Issue, Kpi } from "../../src/index.ts";

/** What came over the wire is read and never changed. */
type Read<T> = T extends object ? { readonly [K in keyof T]: Read<T[K]> } : T;

export type Answers = Read<uploads.Answers>;
export type AuditRow = Read<tokens.AuditRow>;
export type CalendarRow = Read<settings.CalendarRow>;
export type ChangeLine = Read<results.ChangeLine>;
export type DecisionView = Read<decisions.DecisionView>;
export type DryRun = Read<uploads.DryRun>;
export type ForecastHistory = Read<items.ForecastHistory>;
export type Inspected = Read<uploads.Inspected>;
export type ItemLine = Read<items.ItemLine>;
export type ItemMaster = Read<items.ItemMaster>;
export type KpiGroups = Read<results.KpiGroups>;
export type Me = Read<tokens.Me>;
/** An order under way, with what to do about it. */
export type OpenOrder = OpenOrderAdvice;
export type OrderView = Read<decisions.OrderView>;
export type PlanView = Read<plans.PlanView>;
export type ReplayRequest = Read<plans.ReplayRequest>;
export type ReplayView = Read<plans.ReplayView>;
export type SettingsView = Read<settings.SettingsView>;
export type SignalLine = Read<signals.SignalLine>;
export type TokenRequest = Read<tokens.TokenRequest>;
export type TokenRow = Read<tokens.TokenRow>;
export type Upload = Read<uploads.Upload>;
export type UploadRow = Read<uploads.UploadRow>;

/** What a buyer decides about an item. */
export type NewDecision = Read<decisions.DecisionRequest> & { readonly item: string };

/** A decision on a line: the server's, or one on its way there, which has no author yet. Taken back is none. */
export type Decided = Pick<DecisionView, "version"> & {
  readonly action: Exclude<DecisionView["action"], "reset">;
} & Partial<Pick<DecisionView, "quantity" | "reason" | "supplier" | "by" | "approval">>;

/** A suggestion with the decision on it; `version` counts its decisions, 0 for none. */
export interface Line extends Suggestion {
  readonly version: number;
  readonly decided?: Decided;
}

/** Everything about one item in one plan. */
export type ItemWhole = Omit<Read<items.ItemWhole>, "suggestion"> & { readonly suggestion: Line | null };

/** The same, with its issues. */
export type ItemView = ItemWhole & { readonly issues: readonly Issue[] };

/** What would be suggested with other values. */
export type WhatIfAnswer = Pick<
  Suggestion,
  "quantity" | "reorderPoint" | "orderUpTo" | "safetyStock" | "orderBy" | "expectedService"
>;

/** A file as it was read, without the samples beside it. */
export type Inspection = Inspected["inspection"];

/** What was understood of a file, and what it would change. */
export type UploadReport = Upload["report"];

/** A question that files left open, with its answer where it has one. */
export type OpenQuestion = Answers["questions"][number];

/** What one run said of a bucket of an item. */
export type EarlierForecast = ForecastHistory["targets"][number]["forecasts"][number];
