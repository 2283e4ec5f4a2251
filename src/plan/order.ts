import { bucketsPerYear } from "../calendar/bucket.ts";
import { supplierCalendars } from "../calendar/parties.ts";
import { defined } from "../defined.ts";
import { UsageError } from "../errors.ts";
import type { Forecast } from "../forecast.ts";
import type { Item } from "../item.ts";
import type { PreviousSuggestion, ReplenishItem, Replenishment } from "../replenish/index.ts";
import { endRate, leadTimeSamplesOf, replenish, silenceOf } from "../replenish/index.ts";
import type { Cleaned } from "../signals/life/cleaned.ts";
import type { RatedItem } from "./rate.ts";
import type { Run } from "./run.ts";

/** Lead-time demand against stock and open orders, rounded, bundled by supplier, explained. */
export function orderItems(run: Run, items: readonly RatedItem[]): Replenishment {
  const { input, options, demand, plant, suppliers, stockDate } = run;
  return replenish(items.map(requestsOf(run)), {
    asOf: demand.asOf,
    stockDate,
    plant,
    supplierCalendars: supplierCalendars(input.suppliers, input.calendar, options.state),
    suppliers,
    options,
    endRate: endRate(
      demand.items.map(({ values }) => values),
      bucketsPerYear[demand.bucket],
    ),
  });
}

/** What ordering needs of an item. */
function requestsOf({ input, options, demand, previous, before }: Run): (one: RatedItem) => ReplenishItem {
  const { bucket } = demand;
  const byItem = <T extends { item: string }>(rows: readonly T[]) => Map.groupBy(rows, ({ item }) => item);
  const openOrders = byItem(input.openOrders);
  const requirements = byItem(input.requirements);
  const decisions = byItem(input.decisions);
  const leadTimeSamples = leadTimeSamplesOf(demand.items.flatMap(({ deliveries }) => deliveries));
  const lastSuggestion = (item: string): PreviousSuggestion | undefined => {
    const last = before(item);
    if (last === undefined || last.suggestion === null) return undefined;
    const basis = previous?.bucket === bucket ? last.parameter : undefined;
    return { ...last.suggestion, ...defined({ basis, day: previous?.asOf }) };
  };
  return ({ item, demand: one, forecast, history, abc, xyz }) => ({
    item,
    forecast,
    bucket,
    openOrders: openOrders.get(one.item) ?? [],
    requirements: requirements.get(one.item) ?? [],
    decisions: decisions.get(one.item) ?? [],
    abc,
    xyz,
    class: one.class,
    demandBasis: one.basis,
    meanPerBucket: recentMean(history.series.values, one.series.period),
    wholeUnits: one.values.every((value) => Number.isNaN(value) || Number.isInteger(value)),
    ...defined({
      previous: lastSuggestion(one.item),
      silence: isSilent(forecast) ? silenceOf(one.values, one.values.length, true) : undefined,
      burst: options.withinBucket === "observed" ? one.burst : undefined,
    }),
    blocked: blockedBy(history),
    leadTimeSamples: leadTimeSamples(one.item, item.supplier),
  });
}

/** The items that `--only` names; all where it names none. What is learned across items is learned of all. */
export function chosenOf(items: readonly RatedItem[], only: readonly string[]): RatedItem[] {
  const chosen = items.filter(({ item }) => isChosen(item, only));
  if (chosen.length === 0 && only.length > 0) throw new UsageError({ code: "no-item-chosen", only });
  return chosen;
}

/** True when an item passes every `--only supplier=…|group=…|owner=…` (one of each kind suffices). */
function isChosen(item: Item, only: readonly string[]): boolean {
  const wanted = Map.groupBy(only, (one) => one.slice(0, one.indexOf("=")));
  return [...wanted].every(([field, choices]) =>
    choices.some(
      (choice) => choice.slice(field.length + 1) === item[field as "supplier" | "group" | "owner"],
    ),
  );
}

/** Mean of the last season of observed buckets (at least four). */
function recentMean(values: Float64Array, period: number): number {
  const recent = values.slice(-Math.max(period, 4)).filter((value) => !Number.isNaN(value));
  return recent.length === 0 ? 0 : recent.reduce((sum, value) => sum + value, 0) / recent.length;
}

/** True where nothing is forecast at all. */
const isSilent = ({ demand }: Forecast) => demand.mean.every((mean) => mean === 0);

function blockedBy({ block, stopOrders }: Cleaned): string[] {
  return [...(block ? ["unit-change-suspected"] : []), ...(stopOrders ? ["end-of-life"] : [])];
}
