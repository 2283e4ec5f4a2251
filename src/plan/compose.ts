import { isoDate } from "../calendar/date.ts";
import { defined } from "../defined.ts";
import type { Issue } from "../issue.ts";
import { type KpiInput, kpisOfPlan, planChanges } from "../kpis/index.ts";
import type { Pool } from "../models/index.ts";
import { exactSums } from "../numeric/exact-sum.ts";
import type { Replenishment } from "../replenish/index.ts";
import type { Plan, PlanItem } from "../result.ts";
import { unitQuestions } from "../signals/index.ts";
import type { Across } from "./across.ts";
import { handoversOf, shownForecast } from "./handovers.ts";
import { fallbackIssues, oddEndIssues, unsaid } from "./issues.ts";
import type { RatedItem } from "./rate.ts";
import { historyOf, recomputed, recordOf } from "./record.ts";
import { coverDays, type Run } from "./run.ts";

/** Everything a run says, its figures aside. */
export function compose(
  run: Run,
  items: readonly RatedItem[],
  across: Across,
  ordering: Replenishment,
): Omit<Plan, "kpis"> {
  const { input, options, demand, master, suppliers } = run;
  const handovers = handoversOf(run);
  return {
    version: input.version,
    inputs: input.inputs,
    asOf: isoDate(demand.asOf),
    stockDate: isoDate(run.stockDate),
    bucket: demand.bucket,
    options: { ...options },
    configHash: input.configHash,
    items: items.map((one) => {
      const shown = shownForecast(one.forecast, handovers.get(one.item.item), run);
      return { ...planItem(run, one, ordering), forecast: shown };
    }),
    baskets: ordering.baskets.map((basket) => ({
      ...basket,
      ...defined({ name: suppliers.get(basket.supplier)?.name }),
    })),
    openOrders: ordering.openOrders,
    leadTimes: across.leadTimes.rows(),
    cash: ordering.cash,
    parameters: ordering.parameters,
    issues: [
      ...input.issues,
      ...demand.issues,
      ...across.issues,
      ...items.flatMap(({ item, acting, history }) => unitQuestions(item.item, acting, history)),
      ...items.flatMap(({ history }) => oddEndIssues(history.series)),
      ...items.flatMap(({ forecast }) => fallbackIssues(forecast)),
      ...unsaid(ordering.issues, input.issues).filter((issue) => master.size > 0 || !isLacking(issue)),
    ],
  };
}

/** Faults that one issue already reports of all items where there is no master data at all. */
const isLacking = ({ code }: Issue) => code === "missing-stock" || code === "missing-lead-time";

function planItem({ demand, options }: Run, one: RatedItem, ordering: Replenishment): PlanItem {
  const { name, group, owner, unit, supplier, unitCost, currency } = one.item;
  return {
    item: one.item.item,
    ...defined({ name, group, owner, unit, supplier }),
    demandBasis: one.demand.basis,
    class: one.demand.class,
    abc: one.abc,
    xyz: one.xyz,
    period: one.demand.series.period,
    coverDays: coverDays(one.item, options),
    ...defined({ unitCost, currency }),
    history: historyOf(one.demand, demand, one.history, one.forecast),
    forecast: one.forecast,
    signals: one.signals,
    suggestion: ordering.suggestions.get(one.item.item) ?? null,
    accuracy: one.accuracy,
  };
}

/** What the plan is worth in figures, and what moved since the last run. */
export function figuresOf(
  { input, options, demand, previous, adder }: Run,
  made: Omit<Plan, "kpis">,
  everyItem: readonly RatedItem[],
  { prices }: Across,
  ordering: Replenishment,
  pool: Pool | null,
): Pick<Plan, "kpis" | "changes"> {
  const run = recordOf(made);
  const measured: KpiInput = {
    run,
    backtests: made.items.map(({ forecast }) => forecast.backtest),
    ...defined({ previous }),
    cash: ordering.cash,
    surcharges: adder.addUp(
      "surcharges",
      exactSums,
      ordering.baskets.map(({ surcharge = 0 }) => surcharge),
    ),
    prices,
    lineCost: new Map(
      everyItem.map(({ item: { item, orderCost = options.orderCost } }) => [item, orderCost]),
    ),
    decisions: input.handled ?? input.decisions,
    byPerson: options.overridesByPerson,
  };
  const kpis = kpisOfPlan(measured, adder);
  if (previous === undefined) {
    adder.reached("settle");
    return { kpis };
  }
  const recompute = recomputed(previous, demand, options.model, pool);
  const changes = planChanges(previous, run, recompute, prices, adder);
  adder.reached("settle");
  return { kpis, changes };
}
