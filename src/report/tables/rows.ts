import { isoDate } from "../../calendar/date.ts";
import { defined } from "../../defined.ts";
import type { Bands } from "../../forecast.ts";
import type { Issue } from "../../issue.ts";
import { hashText } from "../../numeric/hash.ts";
import { by } from "../../numeric/order.ts";
import type { Plan, PlanItem } from "../../result.ts";
import type { Bucket } from "../../series.ts";
import type { Basket } from "../../suggestion.ts";
import { forecastDay } from "../forecast-start.ts";
import { printedBands } from "../levels.ts";
import type { TableName, TableRow } from "./columns.ts";

/** Parts into which items fall by their name: rows of several tables and runs meet without being compared. */
const slots = 4096;

const keyOf = (item: string) => ({ slot: hashText(item) % slots, item });

/** Values one level after the other. */
const flat = ({ quantiles }: Bands): number[] => quantiles.flatMap((level) => [...level]);

function seriesRow({ item, history }: PlanItem): TableRow {
  const { start, values, partial, firstPartial, censored, adjusted } = history;
  return {
    ...keyOf(item),
    start,
    values,
    ...defined({ partialStart: partial?.start, partial: partial?.value, firstPartial, censored, adjusted }),
  };
}

function forecastRow(of: PlanItem, bucket: Bucket): TableRow {
  const { model, stabilised, fallback, components } = of.forecast;
  const demand = printedBands(of.forecast.demand);
  const cumulative = printedBands(of.forecast.cumulative);
  return {
    ...keyOf(of.item),
    model,
    start: isoDate(forecastDay(of, bucket)),
    mean: demand.mean,
    levels: demand.levels,
    quantiles: flat(demand),
    cumulativeMean: cumulative.mean,
    cumulativeQuantiles: flat(cumulative),
    ...defined({ stabilised, fallback, components }),
  };
}

function itemRow(of: PlanItem): TableRow {
  const { history, forecast, signals, suggestion, accuracy, item, ...row } = of;
  return { ...keyOf(item), ...row, ...defined({ accuracy: accuracy ?? undefined }) };
}

/** An issue by the columns that all of them have; what only its code has stands in `more`. */
function issueRow(issue: Issue): TableRow {
  const { code, severity, file, row, column, item, text, question, ...more } = {
    column: undefined,
    text: undefined,
    question: undefined,
    ...issue,
  };
  const common = { code, severity, ...defined({ file, row, column, item, text, question }) };
  return Object.keys(more).length === 0 ? common : { ...common, more };
}

/** Issues by item, then code and place, so that no order of work shows in them. */
const issueOrder = by<TableRow>(
  ({ item }) => String(item ?? ""),
  ({ code }) => String(code),
  ({ file }) => String(file ?? ""),
  ({ row }) => Number(row ?? 0),
  (row) => JSON.stringify(row),
);

/** Baskets by supplier and currency. */
const basketOrder = by<Basket>(({ supplier, currency }) => `${supplier} ${currency}`);

/** Rows of items, each with the part that its item belongs to. */
function* perItem<T extends { readonly item: string }>(rows: Iterable<T>): Generator<TableRow> {
  for (const { item, ...row } of rows) yield { ...keyOf(item), ...row };
}

function* each<T>(of: Iterable<T>, row: (one: T) => TableRow): Generator<TableRow> {
  for (const one of of) yield row(one);
}

function* all<T>(items: readonly PlanItem[], of: (one: PlanItem) => readonly T[]): Generator<T> {
  for (const one of items) yield* of(one);
}

const copied = (row: object): TableRow => ({ ...row });

/** Rows of every table of a plan, made while they are asked for: by item, supplier or week. */
export const planTables = (plan: Plan): Record<TableName, Iterable<TableRow>> => ({
  items: each(plan.items, itemRow),
  series: each(plan.items, seriesRow),
  forecasts: each(plan.items, (one) => forecastRow(one, plan.bucket)),
  signals: perItem(all(plan.items, ({ item, signals }) => signals.map((signal) => ({ item, ...signal })))),
  suggestions: perItem(all(plan.items, ({ suggestion }) => (suggestion === null ? [] : [suggestion]))),
  parameters: perItem(plan.parameters),
  openOrders: perItem(plan.openOrders),
  baskets: [...plan.baskets].sort(basketOrder).map(copied),
  cash: each(plan.cash, copied),
  leadTimes: each(plan.leadTimes, copied),
  issues: plan.issues.map(issueRow).sort(issueOrder),
  changes: perItem(plan.changes ?? []),
});
