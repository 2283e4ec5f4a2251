// Figures of a run in three groups: against the last run, or from one run and earlier origins of its own file.

import type { Origin } from "../forecast.ts";
import type { Kpi, Kpis } from "../kpi.ts";
import { by } from "../numeric/order.ts";
import { type Adder, allHere } from "../total.ts";
import { kpisOf } from "./groups.ts";

export { mergeKpis } from "./groups.ts";

import type { MeasuredRun } from "./measured.ts";
import { type Measure, measuredItems, measuredRun } from "./measured-runs.ts";
import type { RunRecord, TrendPoint } from "./run-record.ts";

export {
  type ChangeReason,
  changeOf,
  changeReasons,
  changesOf,
  type ItemChange,
  type Recompute,
} from "./change-reasons.ts";
export type { Handled } from "./measured.ts";
export { overridesOf } from "./measured-runs.ts";
export { overrideCells } from "./override-cells.ts";
export {
  type OverrideCell,
  type OverrideOptions,
  overrideValue,
  type StepValue,
  signedRank,
} from "./overrides.ts";
export { type MovedItem, movedItems, planChanges } from "./plan-changes.ts";
export { coverIn, type RunBands, runBands } from "./run-bands.ts";
export {
  type RunItem,
  type RunRecord,
  type RunSuggestion,
  runItem,
  runParameter,
  runRecord,
} from "./run-record.ts";
export { oneCurrency, type Prices } from "./vintages.ts";

/** A run of `plan` and what its KPIs rest on. Only `run` and `backtests` are always needed. */
export interface KpiInput extends Omit<Measure, "runs" | "trends" | "backtests"> {
  /** The run itself; `runRecord(plan.json)` or the same fields of the plan (Float64Arrays are taken as they are). */
  readonly run: RunRecord;
  /** `forecast.backtest` of each item of `run.items`, in that order: earlier origins of the same file. */
  readonly backtests: readonly (readonly Origin[] | undefined)[];
  /** The last run: stability is then measured between runs, else between the origins. */
  readonly previous?: RunRecord;
}

function measured(measure: Measure, source: MeasuredRun["source"], adder: Adder): Kpis {
  const run = measuredRun(measure, source, adder);
  return adder.addUp("kpis", kpisOf(run), measuredItems(measure, run));
}

/** KPIs of a run: against the last run where there is one, else from rolling origins of its own file. */
export function kpisOfPlan({ run, previous, ...more }: KpiInput, adder: Adder = allHere): Kpis {
  const runs = previous === undefined ? [run] : [previous, run];
  return measured(
    { ...more, runs, trends: previous?.trends ?? {} },
    previous === undefined ? "backtest" : "runs",
    adder,
  );
}

/** What each run said of every KPI on its day, oldest first. */
function trendsOfRuns(runs: readonly RunRecord[]): Record<string, TrendPoint[]> {
  const points = new Map<string, Map<string, TrendPoint>>();
  for (const run of runs) {
    for (const [name, trend] of Object.entries(run.trends)) {
      const own = points.get(name) ?? new Map<string, TrendPoint>();
      points.set(name, own);
      for (const point of trend) own.set(point.asOf, point);
    }
  }
  return Object.fromEntries(
    [...points].map(([name, own]) => [name, [...own.values()].sort(by(({ asOf }) => asOf))]),
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
        : {
            ...kpi,
            ...run.written?.[name],
            value: point.value,
            trend: [...past, { asOf: point.asOf, value: point.value }],
          };
  }
  return out;
}

/** Figures that no two runs can show yet (nothing has come true between them), as the newest run measured them. */
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
  const { efficiency, quality, effect } = measured({ runs, trends: trendsOfRuns(runs) }, "runs", allHere);
  return {
    efficiency: asWritten(efficiency, newest),
    quality: filled(quality, newest),
    effect: asWritten(effect, newest),
  };
}
