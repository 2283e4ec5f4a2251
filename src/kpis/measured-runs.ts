import { defined } from "../defined.ts";
import type { Origin } from "../forecast.ts";
import type { Decision } from "../item.ts";
import { by } from "../numeric/order.ts";
import type { CashWeek } from "../suggestion.ts";
import { type Adder, gathered } from "../total.ts";
import type { Handled, MeasuredItem, MeasuredRun } from "./measured.ts";
import { overrideCells } from "./override-cells.ts";
import type { OverrideCell } from "./overrides.ts";
import type { RunRecord } from "./run-record.ts";
import { type Prices, pricesOf, vintagesOfBacktest, vintagesOfRuns } from "./vintages.ts";

/** Runs, oldest first, and what else is known of the last one. */
export interface Measure {
  readonly runs: readonly RunRecord[];
  /** What earlier runs said of each figure, oldest first. */
  readonly trends: MeasuredRun["trends"];
  /** Earlier origins of each item of the last run, in its order. */
  readonly backtests?: readonly (readonly Origin[] | undefined)[];
  readonly cash?: readonly CashWeek[];
  /** Sum of the baskets' small-order surcharges. */
  readonly surcharges?: number;
  /** What money is in; absent: found in the runs. */
  readonly prices?: Prices;
  /** Cost of placing an order line, and of one unit short, by item, where known. */
  readonly lineCost?: ReadonlyMap<string, number>;
  readonly backorderCost?: ReadonlyMap<string, number>;
  /** Decisions since the last run. */
  readonly decisions?: readonly (Handled & Decision)[];
  /** Value added by overrides for each person: off unless that was agreed. */
  readonly byPerson?: boolean;
  /** Targets in percent; most money for 13 weeks. */
  readonly fillTarget?: number;
  readonly cycleTarget?: number;
  readonly cashLimit?: number;
}

/** What the last of the runs says as a whole. */
export function measuredRun(measure: Measure, source: MeasuredRun["source"], adder: Adder): MeasuredRun {
  const { runs, decisions = [] } = measure;
  const now = runs[runs.length - 1];
  const { currency } = pricesIn(measure);
  const isPriced = currency !== undefined;
  const cells = runs.length > 1 ? overrideCells(runs[runs.length - 2], now, decisions, isPriced) : [];
  return {
    asOf: runs.map(({ asOf }) => asOf),
    bucket: now.bucket,
    source,
    ...defined({ currency }),
    trends: measure.trends,
    rowsRead: now.rowsRead,
    rowsUsed: now.rowsUsed,
    handled: decisions,
    overrides: adder.addUp("overrides", overridesOf, cells),
    byPerson: measure.byPerson ?? false,
    surcharges: measure.surcharges ?? 0,
    cash: measure.cash ?? [],
    fillTarget: measure.fillTarget ?? 98,
    cycleTarget: measure.cycleTarget ?? 90,
    ...defined({ cashLimit: measure.cashLimit }),
  };
}

const pricesIn = ({ prices, runs }: Measure): Prices => prices ?? pricesOf(runs);

/** Decisions as forecasts, by item. */
export const overridesOf = gathered(by<OverrideCell>(({ item }) => item));

/** Every item of the runs with all that its figures rest on. */
export function measuredItems(measure: Measure, { source, currency }: MeasuredRun): MeasuredItem[] {
  const { runs, backtests, lineCost, backorderCost } = measure;
  const prices = pricesIn(measure);
  const now = runs[runs.length - 1];
  const byRun = runs.map((run) => new Map(run.items.map((one) => [one.item, one])));
  const origins = new Map(
    backtests === undefined
      ? []
      : vintagesOfBacktest(now, backtests, prices.currency !== undefined).map((one) => [one.item, one]),
  );
  return vintagesOfRuns(runs, prices.isCommon).map((vintages) => {
    const { item } = vintages;
    const known = byRun.map((run) => run.get(item));
    return {
      item,
      runs: known,
      worth: currency === undefined ? 1 : (known[known.length - 1]?.unitCost ?? 1),
      vintages: source === "backtest" ? (origins.get(item) ?? vintages) : vintages,
      lineCost: lineCost?.get(item) ?? 0,
      ...defined({ origins: origins.get(item), backorderCost: backorderCost?.get(item) }),
    };
  });
}
