import { abcClasses } from "../../demand/abc.ts";
import { mergeKpis, movedItems, oneCurrency, overridesOf } from "../../kpis/index.ts";
import { sharedPool } from "../../models/index.ts";
import { learnedSample } from "../../models/pool/sample.ts";
import { steadyForecasts } from "../../models/stability/steady.ts";
import { exactSums } from "../../numeric/exact-sum.ts";
import { endRate, leadTimes, orderTotals } from "../../replenish/index.ts";
import { alarmsWithin, controlOf } from "../../signals/index.ts";
import { largestOf, type Merging, namesUpTo, type StageName, type TotalName } from "../../total.ts";
import type { PlanOptions } from "../options.ts";

/** Totals that are known when a stage is reached. */
export const totalsOfStage: Readonly<Record<StageName, readonly TotalName[]>> = {
  signals: ["cover", "sample", "control"],
  learn: ["alarms", "pool"],
  forecast: [
    "steady",
    "classes",
    "chosen",
    "end-rate",
    "deliveries",
    "currency",
    "currency-of-runs",
    "names-silent",
    "names-unknown",
    "names-open-orders",
    "names-requirements",
    "names-decisions",
  ],
  service: ["service", "tune"],
  currency: ["budget-currency"],
  budget: ["budget"],
  orders: ["order-values"],
  settle: ["names-unplanned", "cash", "surcharges", "overrides", "kpis", "changes"],
};

/** The stages that a plan with these options goes through. */
export function stagesOf({ budget }: PlanOptions): StageName[] {
  const stages: readonly (readonly [StageName, boolean])[] = [
    ["signals", true],
    ["learn", true],
    ["forecast", true],
    ["service", true],
    ["currency", budget !== null],
    ["budget", budget !== null],
    ["orders", true],
    ["settle", true],
  ];
  return stages.flatMap(([name, isTaken]) => (isTaken ? [name] : []));
}

/** How parts of each total of a plan are added up. */
export const totalsOfPlan = ({
  alarmBudget,
  fdr,
  signalLeastChange: leastChange,
}: PlanOptions): Readonly<Record<TotalName, Merging>> & { readonly pool: ReturnType<typeof sharedPool> } => ({
  cover: largestOf,
  sample: learnedSample(),
  control: controlOf({ fdr, leastChange }),
  alarms: alarmsWithin(alarmBudget),
  pool: sharedPool({}),
  steady: steadyForecasts(() => undefined, "month", "auto"),
  classes: abcClasses,
  "end-rate": endRate(1),
  deliveries: leadTimes,
  chosen: largestOf,
  currency: oneCurrency,
  "currency-of-runs": oneCurrency,
  "names-silent": namesUpTo(5),
  "names-unknown": namesUpTo(5),
  "names-unplanned": namesUpTo(12),
  "names-open-orders": namesUpTo(5),
  "names-requirements": namesUpTo(5),
  "names-decisions": namesUpTo(5),
  ...orderTotals,
  surcharges: exactSums,
  overrides: overridesOf,
  kpis: { merge: mergeKpis },
  changes: movedItems,
});
