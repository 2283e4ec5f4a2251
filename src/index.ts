// The engine as the programs of this repository use it; what others import stands in api/library.ts and src/library.

export { attempt } from "./attempt.ts";
export { isQuantity, mostDaysAhead } from "./bounds.ts";
export { withoutEndless } from "./calendar/endless.ts";
export * from "./calendar/index.ts";
export type { ForecastChange } from "./change.ts";
export * from "./column-use.ts";
export { defined } from "./defined.ts";
export { demandPattern } from "./demand/intermittency.ts";
export { netted } from "./demand/netted.ts";
export * from "./errors.ts";
export { type BacktestRow, backtestRows } from "./evaluate/backtest.ts";
export * as metrics from "./evaluate/index.ts";
export type * from "./fault.ts";
export * from "./forecast.ts";
export * from "./ingest/index.ts";
export { wantedFor } from "./ingest/sheet-choice.ts";
export { openTable, tableCells } from "./ingest/table/open-table.ts";
export * from "./issue.ts";
export * from "./item.ts";
export * from "./kpi.ts";
export * from "./kpis/index.ts";
export { type BacktestOptions, backtest } from "./library/backtest.ts";
export {
  type BacktestMeasures,
  backtestMeasures,
  measuredLevels,
} from "./library/backtest-measures.ts";
export { forecast } from "./library/forecast.ts";
export { asServed } from "./library/served.ts";
export { suggest } from "./library/suggest.ts";
export {
  blocksLine,
  isAcceptable,
  isListed,
  isOpenSignal,
  isUrgent,
  kindRank,
  type LineKind,
  lineKind,
  neededOf,
  stakeOf,
} from "./line-kind.ts";
export * from "./model.ts";
export * from "./models/index.ts";
export * from "./models/stability/stabilise.ts";
export { steadySeries } from "./models/stability/steady-series.ts";
export { negativeBinomialQuantile } from "./numeric/negative-binomial.ts";
export { normalQuantile } from "./numeric/normal.ts";
export { ascending, by } from "./numeric/order.ts";
export * from "./order.ts";
export { lineAmount, orderedLines, orderLinesOf, partsOf } from "./order-lines.ts";
export { checkedOptions } from "./plan/checked-options.ts";
export type { PlanInput, Workers } from "./plan/input.ts";
export { type Difference, differencesSince } from "./plan/last/differences.ts";
export { lastDemandDay, type Volumes } from "./plan/last/volumes.ts";
export { defaultPlanOptions, type PlanOptions, planOptionTable } from "./plan/options.ts";
export { panelOfFile } from "./plan/panel-files.ts";
export { cutPlan, type PlanHead, type PlanPart, partInput } from "./plan/parts/cut.ts";
export { stagesOf, totalsOfPlan, totalsOfStage } from "./plan/parts/totals.ts";
export { plan } from "./plan/plan.ts";
export { type FilesRead, type PlanFiles, readFiles } from "./plan/read-files.ts";
export { type ReplaySettings, replayFiles } from "./plan/replay-files.ts";
export type { ReplayForecaster } from "./plan/replay-forecasts.ts";
export { madeOf } from "./plan/run.ts";
export { quoted } from "./quoted.ts";
export * from "./replay.ts";
export * from "./replenish/index.ts";
export * as charts from "./report/charts.ts";
export * from "./report/index.ts";
export * as sheets from "./report/sheets.ts";
export * from "./result.ts";
export * from "./series.ts";
export * from "./signal.ts";
export * from "./signals/index.ts";
export * from "./suggestion.ts";
export {
  type Adder,
  type StageName,
  stageNames,
  type Total,
  type TotalName,
  totalOf,
} from "./total.ts";
export * as words from "./words/all.ts";
