import type { Coded, None } from "./coded.ts";
import type { HistoryIssues, Issue } from "./issue.ts";
import type { IsoDate } from "./order.ts";
import type { Bucket } from "./series.ts";

/** What is broken inside an XLSX file. */
export type WorkbookDamage =
  | "row-number"
  | "xml"
  | "too-short"
  | "no-directory"
  | "directory-cut-off"
  | "sizes-missing"
  | "entry-missing"
  | "entries-disagree"
  | "entries-overlap"
  | "entry-not-unpacked"
  | "entry-too-large"
  | "entry-cut-off"
  | "entry-changed"
  | "packing-unknown";

/** Why the input of a night is not believed. */
export interface Guards extends HistoryIssues {
  "as-of-goes-back": { from: IsoDate; to: IsoDate };
  /** `now` is `percent` below what stood `before` in the last finished run. */
  "volume-shrank": { kind: string; measure: string; percent: number; now: number; before: number };
}
export type Guard = Coded<Guards>;

/** A file that is something else than a table that can be read. */
export type Stranger =
  | "pdf"
  | "picture"
  | "parquet"
  | "database"
  | "sylk"
  | "dif"
  | "web-archive"
  | "rich-text"
  | "word"
  | "slides"
  | "open-document"
  | "numbers"
  | "fixed-width";

/** Why an input cannot be used. */
export interface InputFaults {
  "no-usable-line": None;
  "key-not-unique": { name: string };
  "too-short-to-backtest": { horizon: number };
  "others-match-nothing": { path: string };
  "no-complete-bucket": { first: IsoDate; last: IsoDate; bucket: Bucket };
  "day-too-far": { name: "asOf" | "stockDate"; got: IsoDate; last: IsoDate; years: number };
  "no-rows": { place: "file" | "below-headings" };
  "not-a-history": { kind: "items" | "open-orders" };
  "nothing-usable": { kind?: string; most?: { code: string; rows: number } };
  question: { issue: Issue; more: number };
  "not-text": { what: "binary" | "nul-bytes" };
  "cell-too-large": { part: "cell" | "line" | "sheet-cell" | "sheet-texts"; millions: number };
  "sheet-mostly-empty": { column: string };
  "too-many-columns": { most: number };
  "stored-file-damaged": { what: "missing" | "changed" };
  "inflated-too-large": { megabytes: number };
  "inflate-ratio": { most: number };
  "gzip-damaged": None;
  "old-excel": None;
  "not-a-table": { what: Stranger };
  packed: { archive: string };
  markup: None;
  json: None;
  "xlsx-too-large": { megabytes: number };
  "xlsx-damaged": { why: WorkbookDamage };
  "xlsx-doctype": None;
  "xlsx-entries": { most: number };
  "xlsx-encrypted": None;
  xlsb: None;
  "sheet-repeats": None;
  "parquet-unread": { why: "damaged" | "too-much" };
  "workbook-unread": { why: "damaged" | "none" | "too-much" };
  "zip-no-workbook": None;
  "sheet-missing": { sheet: string; known: string };
  "no-orders": { wanted: "job-file" | "upload" };
  "no-series": { line?: number; why?: LineFault };
  "no-items": None;
  "no-replay-items": None;
}

/** Why a line of NDJSON is no series. */
export interface LineFaults {
  "not-json": None;
  "not-an-object": None;
  "item-missing": None;
  "bucket-unknown": { got: string; known: readonly string[] };
  "start-not-a-date": { got: string };
  "period-not-valid": { most: number; got: string };
  "horizon-not-valid": { most: number; got: string };
  "values-missing": None;
  "value-not-a-number": { at: number; got: string };
  "events-not-a-list": None;
  "event-not-valid": { at: number; known: readonly string[] };
  "previous-not-valid": None;
}

/** What is wrong with an option, a config, a name or a file that goes with a call. */
export interface OptionFaults {
  "too-short": { model: string; needs: number; got: number };
  "not-one-of": { name: string; known: readonly string[]; got: string };
  "not-either": { name: string; known: readonly string[]; got: string };
  "not-a-number": { name: string; got: string };
  "not-a-whole-number": { name: string; least: number; most?: number; got: string };
  "not-positive": { name: string; got: string };
  "number-outside": { name: string; low: number; high: number; got: string };
  "share-outside": { name: string; got: string };
  "service-outside": { name: string; got: string };
  "no-such-day": { name: string; got: string };
  "not-a-boolean": { name: string };
  "numbers-expected": { name: string; got: string };
  "texts-expected": { name: string };
  "only-not-valid": { got: string };
  "no-item-chosen": { only: readonly string[] };
  "option-of-config-unknown": { name: string };
  "config-not-an-object": None;
  "answers-not-an-object": { path: string };
  "export-not-an-object": None;
  "export-unknown": { name: string };
  "export-without-columns": { name: string };
  "settings-not-an-object": None;
  "setting-unknown": { name: string; known: readonly string[] };
  "map-not-valid": { got: string };
  "map-file-unknown": { option: string; kind: string; known: readonly string[] };
  "map-field-unknown": { option: string; field: string; kind: string };
  "map-heading-unknown": { option: string; heading: string; known: readonly string[] };
  "file-without-content": { name: string };
  "not-a-plan": { part: string; needs: "text" | "numbers" | "object" | "present" | "bucket"; got?: string };
  "model-unknown": { name: string; known: readonly string[] };
  "pools-differ": None;
  "pool-not-json": None;
  "not-a-pool": None;
  "pool-version": { theirs: string; ours: number };
  "pool-damaged": None;
}

/** What is wrong with a call of a command or of the server. */
export interface CallFaults {
  "command-unknown": { name: string; known: readonly string[] };
  "option-unknown": { option: string; command: string };
  "option-without-value": { option: string; command: string };
  "option-takes-no-value": { option: string; command: string };
  "one-file": None;
  "inspect-without-file": None;
  "models-with-file": None;
  "cells-or-rows": None;
  "orders-missing": { command: string };
  "out-missing": { command: string };
  "date-missing": { command: string; option: string };
  "folders-missing": { command: string; options: readonly string[] };
  "store-missing": { command: string };
  "origins-missing": None;
  "horizon-missing": None;
  "others-columns": { missing: readonly string[] };
  "csv-not-streamed": None;
  "csv-date": { line: number; got: string };
  "csv-number": { line: number; got: string };
  "pool-none-alone": None;
  "nothing-learned": None;
  "runs-missing": None;
  "no-plan-of-runs": { folder: string };
  "no-plan-of-previous": { folder: string };
  "no-tables": { folder: string };
  "not-a-part": { path: string; kind: string; ours: string };
  "shared-missing": None;
  "python-missing": { found: string };
  "package-missing": { name: string; what: string };
  "not-piped-rows": { line: number };
  "stage-unknown": { got: string; known: readonly string[] };
  "stage-out-of-order": { got: string; name: string };
  "too-many-items": { most: number };
  "buckets-differ": { folder: string; bucket: Bucket; first: string; firstBucket: Bucket };
  "runs-out-of-order": { folder: string; asOf: IsoDate; before: string };
  "span-outside": { from: string; to: string };
  "batch-running": { folder: string };
  "certificate-incomplete": None;
  "scope-missing": { known: readonly string[] };
  "scope-unknown": { name: string; known: readonly string[] };
  "token-without-name": None;
  "token-to-revoke-missing": None;
  "token-unknown": { name: string };
  "token-action-unknown": None;
  "token-name-not-valid": None;
  "tenant-name-not-valid": None;
  "token-exists": { name: string };
  "start-option-unknown": { got: string };
}

/** What is wrong with a path, a port or the folder of a store. */
export interface PlaceFaults {
  "path-missing": { path: string };
  "link-refused": { path: string };
  "inbox-missing": { path: string };
  "path-is-folder": { path: string };
  "json-not-valid": { path: string; why: string };
  "folder-not-made": { folder: string; errno: string };
  "out-is-file": { path: string };
  "file-open-elsewhere": { path: string };
  "port-in-use": { port: number };
  "no-free-port": { first: number; last: number };
  "token-needed": { folder: string };
  "no-store": { folder: string };
  "no-space": None;
  "store-is-file": { path: string };
  "store-on-network": { folder: string };
  "store-in-use": { folder: string };
  "store-damaged": { path: string; why: string };
  "store-without-files": { folder: string; missing: "blobs" | "runs"; count: number };
  "store-log-gone": { path: string; found: string };
  "store-of-another-program": { path: string };
  "store-newer": { path: string; theirs: number; ours: number };
  "copy-damaged": { path: string; why?: string };
  "copy-without-file": { folder: string; missing: string };
  "references-broken": { path: string };
  "audit-broken": { path: string; entry: number };
  "backup-not-empty": { folder: string };
  "backup-running": { folder: string };
  "backup-unfinished": { folder: string; missing: string };
  "backup-without-file": { folder: string; missing: string };
  "backup-damaged": { path: string };
  "restore-unfinished": { folder: string; found: string };
  "store-not-writable": { folder: string };
  "postgres-missing": None;
  "files-address-not-valid": { got: string };
  "postgres-unreachable": { place: string; why: string };
  "store-address-not-valid": None;
  "files-missing": { command: string };
  "copy-differs": { what: string; from: string; to: string };
  "store-not-empty": { place: string };
}

/** Why a job ended without a plan. */
export interface EndFaults {
  "volume-guard": { guards: readonly Guard[] };
  "job-held": { guards: readonly Guard[] };
  "job-died": { why: "crash" | "memory" | "time" | "starts"; detail?: string };
  "disk-full": None;
  "import-undone": None;
  internal: { why?: string };
  cancelled: None;
}
/** Every fault: its code, and the values of its sentence. */
export interface Faults extends InputFaults, LineFaults, OptionFaults, CallFaults, PlaceFaults, EndFaults {}

export type FaultCode = keyof Faults;

/** What is wrong, as data; `file` is the file or folder that it concerns, where there are several. */
export type Fault = Coded<Faults> & { readonly file?: string };
export type LineFault = Coded<LineFaults>;
