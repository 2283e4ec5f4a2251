import type { Coded, None } from "./coded.ts";
import type { Fallback } from "./forecast.ts";
import type { IsoDate } from "./order.ts";

/** A question that the user answers once: `--answers` maps its id to one of the candidates. */
export interface Question {
  readonly id: string;
  readonly candidates: readonly string[];
}

export type Severity = "error" | "warning" | "info";

/** Where in the files something was found. */
export interface Place {
  readonly file?: string;
  /** Physical line of the file (1-based) where the record starts. */
  readonly row?: number;
  readonly column?: string;
  readonly item?: string;
  /** What stands in the file, cut to 200 characters. */
  readonly text?: string;
  readonly question?: Question;
}

/** How bytes became rows: what was left out or repaired. */
export interface TableIssues {
  "quotes-mended": { cells: number; width: number };
  "row-mended": { cells: number; width: number };
  "row-short": { cells: number; width: number };
  "row-long": { cells: number; width: number };
  "mending-ended": None;
  "header-mended": { width: number };
  "header-repeated": None;
  "header-reordered": None;
  "tables-beside": { count: number };
  "lines-unquoted": None;
  "decimals-joined": None;
  "lines-joined": None;
  "rows-of-groups": None;
  "group-sums": { count: number };
  "keys-filled": None;
  "cells-split": None;
  "balance-tells-way": { count: number };
  "title-repeated": None;
  "rule-row": None;
  "blank-row": None;
  "preamble-row": None;
  "total-row": None;
  "footer-row": None;
  "second-table": { rows: number; cells: number };
  "encoding-mixed": None;
  "encoding-found": None;
  "encoding-doubtful": None;
  "character-unreadable": None;
  "other-sheets": { sheet: string };
  "sheets-together": None;
  "hidden-rows": { count: number };
  "error-cell": None;
  "formula-without-value": None;
  "digits-lost": None;
  "date-impossible": None;
  "year-unclear": None;
  "year-missing": None;
  "month-unclear": None;
  "week-unclear": None;
  "more-like-this": { of: string; count: number };
}

/** How columns, lines and cells were understood. */
export interface TypingIssues {
  "column-unclear": { field: string };
  "column-unreadable": { field: string };
  "column-guessed": { field: string; confidence: number };
  "column-chosen": { field: string };
  "column-missing": { field: string; count: number };
  "minimum-stock-unclear": None;
  "heading-repeated": None;
  "wide-layout": { periods: number };
  "period-total": None;
  "measure-chosen": None;
  "measure-unclear": None;
  "one-piece": None;
  "periods-cumulative": None;
  "periods-cumulative-unclear": None;
  "quantity-of-amount": None;
  "quantity-of-columns": None;
  "items-blank": { count: number };
  "lines-noted": { count: number };
  "voids-unclear": None;
  "items-unnumbered": { count: number };
  "items-unknown": { count: number; shared: number };
  "no-demand": { count: number };
  "items-across": None;
  "items-across-unclear": None;
  "sheet-items-unclear": None;
  "periods-numbered": None;
  "half-years": None;
  "figures-unclear": { of: "stock" | "plan" | "money" | "other" };
  "number-style-unclear": { field: string };
  "date-order-unclear": { field: string };
  "two-digit-years": { count: number };
  "date-serials": { count: number };
  "date-from-due": { field: string };
  "dates-of-evening": None;
  "dates-half-swapped": None;
  "colours-unread": None;
  "year-of-business": None;
  "fiscal-year-unclear": None;
  "fiscal-year-known": { year: number; first: string; by: string };
  "filled-down": { count: number };
  "kind-assumed": { kind: string };
  "kind-from-heading": { kind: string };
  "kinds-read": { signed: boolean };
  "kind-unknown": None;
  "signs-turned": { count: number };
  "sign-unclear": { count: number };
  "zero-price-correction": None;
  "pseudo-item": None;
  "not-an-item-row": None;
  "line-deleted": None;
  "state-not-counted": None;
  "state-unclear": None;
  "stages-repeated": None;
  "variants-unclear": None;
  "column-undecided": None;
  "row-without-data": None;
  "row-without-item": None;
  "row-without-supplier": None;
  "item-damaged": None;
  "item-restorable": None;
  "item-as-date": None;
  "tables-side-by-side": None;
  "item-digits-lost": None;
  "item-cleaned": None;
  "item-variants": None;
  "item-zeros-lost": None;
  "items-joined": None;
  "date-missing": None;
  "date-open-end": None;
  "no-such-date": None;
  "date-unreadable": None;
  "side-date-unusable": None;
  "date-unusable": None;
  "quantity-missing": None;
  "quantity-unreadable": None;
  "quantity-beyond-bounds": { most: number };
  "quantity-against-style": None;
  "number-scientific": { value: number };
  "price-unreadable": None;
  "price-missing": None;
  "price-negative": None;
  "price-unit-unusable": None;
  "unit-factor-unusable": None;
  "unit-converted": { unit: string; lines: number; factor: number };
  "unit-without-factor": { unit: string; lines: number };
  "line-in-other-file": { lines?: number };
  "half-left-out": { count: number; lines: number; of?: string };
  "all-on-one-day": { count: number };
  "items-once-each": { count: number };
  "receipts-outweigh": { received: number; demand: number };
  "returns-outweigh": { returned: number; demand: number };
  "file-scaled": { count: number; factor: number };
  "lines-ahead": { last: IsoDate; today: IsoDate };
  "order-without-head": None;
  "order-head-repeated": None;
}

/** What master data, open orders, calendar and decisions lack. */
export interface MasterIssues {
  "missing-stock": None;
  "stock-negative": { backorders: number };
  "stock-date-from-title": None;
  "stock-of-last-day": None;
  "value-in-packages": None;
  "missing-lead-time": None;
  "lead-time-unit-unknown": None;
  "duration-converted": { unit: string; value: number; days: number };
  "pack-zero": None;
  "price-zero": None;
  "price-breaks-unreadable": None;
  "service-level-unusable": None;
  "holding-without-period": None;
  "lost-share-missing": None;
  "lost-share-not-valid": { value: number };
  "value-unreadable": None;
  "value-negative": None;
  "value-zero": None;
  "value-unknown": None;
  "value-unusable": None;
  "item-inactive": None;
  "item-values-differ": None;
  "item-sources": { supplier: string; because: string };
  "item-row-repeated": None;
  "open-order-repeated": None;
  "item-stock-added": None;
  "item-locations-added": None;
  "supplier-repeated": None;
  "order-days-unreadable": None;
  "order-days-closed": None;
  "region-unknown": None;
  "open-order-closed": None;
  "open-order-without-date": None;
  "open-quantity-negative": None;
  "calendar-kind-unknown": None;
  "calendar-ends-before-start": None;
  "action-unknown": None;
  "closure-endless": { from: IsoDate; to: IsoDate; days: number };
}

/** How the demand of the buckets that the last run knew differs from what it knew; more of it holds no run. */
export interface HistoryIssues {
  "history-scaled": { factor: number; count: number; of: number };
  "history-gone": { buckets: number; first: IsoDate; last: IsoDate };
  "history-shrank": { percent: number };
  "history-grew": { percent: number };
}

/** What turning lines into demand, forecasts and signals found. */
export interface DemandIssues extends HistoryIssues {
  "date-far-from-rest": { first: IsoDate; last: IsoDate };
  "lines-before-history": { lines: number; first: IsoDate };
  "stock-date-far": { asOf: IsoDate };
  "stock-older": { count: number; first: IsoDate; asOf: IsoDate };
  "lines-after-as-of": { lines: number; asOf: IsoDate };
  "bucket-without-lines": { buckets: number };
  "no-demand-lines": { lines: number };
  "returns-exceed-demand": { lowest: number; left: number };
  "stockout-suspected": None;
  "odd-last-bucket": { since: IsoDate; times: number };
  "stockout-suspected-now": { since: IsoDate };
  "rows-of-unknown-items": { of: string; count: number };
  "like-item-unknown": None;
  "successor-unknown": None;
  "successor-circle": None;
  "successor-date-missing": None;
  "item-without-history": { count: number };
  "item-without-master-data": { count: number };
  "locations-together": { count: number };
  "lines-without-location": { count: number };
  "stock-without-location": { count: number };
  "rows-without-location": { of: string; count: number };
  "mixed-currencies": None;
  "forecast-fell-back": { to: string; why: Fallback };
  "unit-change-suspected": { factor: number };
}

/** Where an item could not be worked on for a fault of the program or a number that no calculation bears. */
export type FailedStage = "signals" | "forecast" | "order";

/** Numbers of the master data below what they can be. */
type NumberTooLow =
  | `${"pack-size" | "price" | "maximum-stock" | "purchase-unit" | "shelf-life"}-not-positive`
  | `${"minimum-order" | "lead-time-spread" | "review-days" | "backorders"}-negative`;

/** What ordering found in master data, decisions and budget. */
export interface OrderingIssues extends Record<NumberTooLow, { value: number }> {
  "safety-stock-negative": { value?: number };
  "minimum-above-maximum": { minimum?: number; maximum: number };
  "reorder-point-above-maximum": { reorderPoint: number; maximum: number };
  "unknown-supplier": { supplier: string };
  "value-beyond-bounds": { value: number; least: number; most: number };
  "item-failed": { stage: FailedStage };
  "source-closed": { supplier?: string | undefined; on: IsoDate; instead?: string | undefined };
  "source-chosen": { supplier?: string | undefined; sources: number; price: number };
  "sources-not-comparable": { supplier?: string | undefined; sources: number };
  "planning-none": { count: number };
  "accepted-not-in-erp": { quantity: number; decided: IsoDate; due: IsoDate };
  "decision-without-quantity": None;
  "requirement-overdue": { quantity: number };
  "requirement-after-end": { quantity: number; last: IsoDate };
  "budget-cuts": { budget: number; needed: number; lines: number; currency: string; text: string };
  "budget-not-limiting": { lines: number; currency: string };
}

/** Every issue: its code, and the values of its sentence besides its place. */
export interface Issues extends TableIssues, TypingIssues, MasterIssues, DemandIssues, OrderingIssues {}

export type IssueCode = keyof Issues;

/** What a person should know of the input: a bad row stops no run. `code` names the sentence in `src/words`. */
export type Issue = Coded<Issues> & Place & { readonly severity: Severity };

/** How many rows an issue stands for. */
export const countOf = (issue: Issue): number => ("count" in issue ? issue.count : 1);

/** Values of `code` besides its place; nothing to give where the code needs none. */
export type IssueValues<C extends IssueCode> = None extends Issues[C]
  ? [values?: Place & Issues[C]]
  : [values: Place & Issues[C]];

/** Codes whose sentence needs a place alone. */
export type PlainIssueCode = { [C in IssueCode]: None extends Issues[C] ? C : never }[IssueCode];

/**
 * An issue from a code that the caller was given, its place and its values.
 * @example issueOf("stock-negative", "warning", { row: 7, text: "-3" }, { backorders: 3 })
 */
export const issueOf = <C extends IssueCode>(
  code: C,
  severity: Severity,
  place: Place,
  ...[values]: IssueValues<C>
): Issue => ({ code, severity, ...place, ...values }) as unknown as Issue;
