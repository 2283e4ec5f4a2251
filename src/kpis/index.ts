import { defined } from "../defined.ts";
// KPIs in three groups, from runs (result folders) or from one run and earlier origins of its own file.

import type { Origin } from "../forecast.ts";
import type { Decision } from "../item.ts";
import type { Kpi, Kpis } from "../kpi.ts";
import type { CashWeek } from "../suggestion.ts";
import { type EffectInput, effect } from "./effect.ts";
import { efficiency, type Handled } from "./efficiency.ts";
import { orderStabilityOfOrigins, orderStabilityOfRuns } from "./order-stability.ts";
import { overrideCells } from "./override-cells.ts";
import { overrideFigure } from "./override-figure.ts";
import { quality } from "./quality.ts";
import { runChanges } from "./run-changes.ts";
import type { RunRecord, TrendPoint } from "./run-record.ts";
import { commonCurrency, type ItemVintages, vintagesOfBacktest, vintagesOfRuns } from "./vintages.ts";

export {
  type ChangeReason,
  changeOf,
  changeReasons,
  changesOf,
  type ItemChange,
  type Recompute,
} from "./change-reasons.ts";
export type { Handled } from "./efficiency.ts";
export { overrideCells } from "./override-cells.ts";
export {
  type OverrideCell,
  type OverrideOptions,
  overrideValue,
  type StepValue,
  signedRank,
} from "./overrides.ts";
export { planChanges } from "./plan-changes.ts";
export { type RunBands, type RunItem, type RunRecord, type RunSuggestion, runRecord } from "./run-record.ts";

/** A run of `plan` and what its KPIs rest on. Only `run` and `backtests` are always needed. */
export interface KpiInput {
  /** The run itself; `runRecord(plan.json)` or the same fields of the plan (Float64Arrays are taken as they are). */
  readonly run: RunRecord;
  /** `forecast.backtest` of each item of `run.items`, in that order: earlier origins of the same file. */
  readonly backtests: readonly (readonly Origin[] | undefined)[];
  /** The last run: stability is then measured between runs, else between the origins. */
  readonly previous?: RunRecord;
  readonly cash?: readonly CashWeek[];
  /** Sum of the baskets' small-order surcharges. */
  readonly surcharges?: number;
  /** Cost of placing an order line, and of one unit short, by item, where known. */
  readonly lineCost?: ReadonlyMap<string, number>;
  readonly backorderCost?: ReadonlyMap<string, number>;
  readonly decisions?: readonly (Handled & Decision)[];
  /** Value added by overrides for each person: off unless that was agreed. */
  readonly byPerson?: boolean;
  /** Targets in percent; most money for 13 weeks. */
  readonly fillTarget?: number;
  readonly cycleTarget?: number;
  readonly cashLimit?: number;
}

/** Units' money by item, 1 each where not all have a price in one currency. */
const weightsOf = (items: readonly ItemVintages[]): ReadonlyMap<string, number> =>
  new Map(items.map(({ item, weight }) => [item, weight]));

/** KPIs of a run: against the last run where there is one, else from rolling origins of its own file. */
export function kpisOfPlan(input: KpiInput): Kpis {
  const { run, previous } = input;
  const runs = previous === undefined ? [run] : [previous, run];
  const outcomes = vintagesOfBacktest(run, input.backtests);
  const items = previous === undefined ? outcomes : vintagesOfRuns(runs);
  const currency = commonCurrency(run.items);
  const of = { asOf: run.asOf, trends: previous?.trends ?? {} };
  const shared = { run, ...(currency === undefined || currency === "" ? {} : { currency }) };
  const source = previous === undefined ? "backtest" : "runs";
  const cells = previous === undefined ? [] : overrideCells(previous, run, input.decisions ?? []);
  const targets: Partial<EffectInput> = {
    ...defined({
      fillTarget: input.fillTarget,
      cycleTarget: input.cycleTarget,
      cashLimit: input.cashLimit,
      backorderCost: input.backorderCost,
    }),
  };
  return {
    efficiency: efficiency(
      {
        ...shared,
        handled: input.decisions ?? [],
        surcharges: input.surcharges ?? 0,
        lineCost: input.lineCost ?? new Map(),
      },
      of,
    ),
    quality: {
      ...quality(
        {
          items,
          source,
          outcomes,
          orders:
            previous === undefined
              ? orderStabilityOfOrigins(run, outcomes)
              : orderStabilityOfRuns(runs, weightsOf(items)),
          orderSource: source,
          rowsRead: run.rowsRead,
          rowsUsed: run.rowsUsed,
        },
        of,
      ),
      ...runChanges(items, runs, source, of),
      ...overrideFigure(cells, input.byPerson ?? false, of),
    },
    effect: effect({ ...shared, cash: input.cash ?? [], ...targets }, of),
  };
}

/** What each run said of every KPI on its day, oldest first. */
function trendsOfRuns(runs: readonly RunRecord[]): Record<string, TrendPoint[]> {
  const points = new Map<string, Map<string, number>>();
  for (const run of runs) {
    for (const [name, trend] of Object.entries(run.trends)) {
      const own = points.get(name) ?? new Map<string, number>();
      points.set(name, own);
      for (const { asOf, value } of trend) own.set(asOf, value);
    }
  }
  return Object.fromEntries(
    [...points].map(([name, own]) => [
      name,
      [...own].sort(([a], [b]) => (a < b ? -1 : 1)).map(([asOf, value]) => ({ asOf, value })),
    ]),
  );
}

/** KPIs with value, light and items that the run itself wrote: it knew decisions, baskets, cash and more levels than plan.json. */
function asWritten(kpis: Readonly<Record<string, Kpi>>, run: RunRecord): Record<string, Kpi> {
  const out: Record<string, Kpi> = {};
  for (const [name, kpi] of Object.entries(kpis)) {
    const point = run.trends[name]?.findLast(({ asOf }) => asOf === run.asOf);
    const past = kpi.trend.filter(({ asOf }) => asOf < run.asOf);
    out[name] =
      point === undefined
        ? kpi
        : { ...kpi, ...run.written?.[name], value: point.value, trend: [...past, point] };
  }
  return out;
}

/** Accuracy that no two runs can show yet (nothing has come true between them), as the newest run measured it. */
function filled(kpis: Readonly<Record<string, Kpi>>, run: RunRecord): Record<string, Kpi> {
  const written = asWritten(kpis, run);
  return Object.fromEntries(
    Object.entries(kpis).map(([name, kpi]) => [name, kpi.value === null ? (written[name] ?? kpi) : kpi]),
  );
}

/** `bedarf kpis --runs`: the same runs, oldest first, compared with each other. */
export function kpisOfRuns(runs: readonly RunRecord[]): Kpis {
  const newest = runs[runs.length - 1];
  if (newest === undefined) throw new RangeError("kpisOfRuns requires at least 1 run, got 0");
  const items = vintagesOfRuns(runs);
  const currency = commonCurrency(newest.items);
  const of = { asOf: newest.asOf, trends: trendsOfRuns(runs) };
  const shared = { run: newest, ...(currency === undefined || currency === "" ? {} : { currency }) };
  const work = efficiency({ ...shared, handled: [], surcharges: 0, lineCost: new Map() }, of);
  const measured = quality(
    {
      items,
      source: "runs",
      outcomes: [],
      orders: orderStabilityOfRuns(runs, weightsOf(items)),
      orderSource: "runs",
      rowsRead: newest.rowsRead,
      rowsUsed: newest.rowsUsed,
    },
    of,
  );
  return {
    efficiency: asWritten(work, newest),
    quality: { ...filled(measured, newest), ...runChanges(items, runs, "runs", of) },
    effect: asWritten(effect({ ...shared, cash: [] }, of), newest),
  };
}
