// The public door of the engine: re-exports by topic, nothing else.

// calendar
export * from "./calendar/bucket.ts";
export * from "./calendar/date.ts";
export { holidays } from "./calendar/holidays.ts";
export { plantCalendar, regionOf, supplierCalendars } from "./calendar/parties.ts";
export { type Region, regions } from "./calendar/regions.ts";
export { type Closure, workCalendar } from "./calendar/work-calendar.ts";
export type { WorkCalendar } from "./calendar/work-days.ts";
export { dayInZone } from "./calendar/zone.ts";
// nouns
export type { ForecastChange } from "./change.ts";
export { defined } from "./defined.ts";
// order lines to demand
export { type Demand, demandOf, type ItemDemand } from "./demand/index.ts";
export { demandPattern } from "./demand/intermittency.ts";
export { mergeMasters } from "./demand/with-defaults.ts";
export * from "./errors.ts";
export { type BacktestRow, backtestRows } from "./evaluate/backtest.ts";
// metrics, for benchmarks and model lists of one's own
export * as metrics from "./evaluate/index.ts";
export type * from "./fault.ts";
export * from "./forecast.ts";
// files to order lines
export * from "./ingest/index.ts";
export { openTable, tableCells } from "./ingest/table/open-table.ts";
export type { Table, TableRecord } from "./ingest/table/record.ts";
export * from "./issue.ts";
export * from "./item.ts";
export * from "./kpi.ts";
// figures of a run, and of runs against each other
export * from "./kpis/index.ts";
// figures
export * from "./kpis/index.ts";
export * from "./model.ts";
// forecasts
export * from "./models/index.ts";
// stabilisation
export * from "./models/stability/stabilise.ts";
export { steadySeries } from "./models/stability/steady-series.ts";
// distributions, for benchmarks of textbook policies
export { negativeBinomialQuantile } from "./numeric/negative-binomial.ts";
export { normalQuantile } from "./numeric/normal.ts";
export { ascending, by } from "./numeric/order.ts";
export * from "./order.ts";
// the whole way
export { checkedOptions } from "./plan/checked-options.ts";
export type { PanelOptions, PlanInput, Workers } from "./plan/input.ts";
export { defaultPlanOptions, type PlanOptions, planOptionTable } from "./plan/options.ts";
export { plan } from "./plan/plan.ts";
export { type FilesRead, type PlanFiles, readFiles } from "./plan/read-files.ts";
export { type ReplaySettings, replayFiles } from "./plan/replay-files.ts";
export type { ReplayForecaster } from "./plan/replay-forecasts.ts";
export type { Volumes } from "./plan/volumes.ts";
export { quoted } from "./quoted.ts";
export * from "./replay.ts";
// suggestions
export * from "./replenish/index.ts";
// words and pictures, for pages of their own
export * as charts from "./report/charts.ts";
// results
export * from "./report/index.ts";
export * as sheets from "./report/sheets.ts";
export * from "./result.ts";
export * from "./series.ts";
export * from "./signal.ts";
// flagged fluctuations
export * from "./signals/index.ts";
export * from "./signals/index.ts";
// signals
export { cleaned } from "./signals/life/cleaned.ts";
export * from "./suggestion.ts";
export * as words from "./words/all.ts";
