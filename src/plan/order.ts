import { supplierCalendars } from "../calendar/parties.ts";
import { defined } from "../defined.ts";
import type { Forecast } from "../forecast.ts";
import type { Item } from "../item.ts";
import { hasFailed } from "../models/index.ts";
import {
  isWhole,
  type PreviousSuggestion,
  type ReplenishContext,
  type ReplenishItem,
  type Replenishment,
  recentMean,
  replenish,
  silenceOf,
  usualClassSize,
} from "../replenish/index.ts";
import type { Cleaned } from "../signals/life/cleaned.ts";
import type { Across } from "./across.ts";
import type { RatedItem } from "./rate.ts";
import type { Run } from "./run.ts";
import { takeoversOf } from "./takeovers.ts";

/**
 * Lead-time demand against stock and open orders, rounded, bundled by supplier, explained.
 * @param all every item of the run: those that are not chosen count in their class
 */
export function orderItems(
  run: Run,
  chosen: readonly RatedItem[],
  all: readonly RatedItem[],
  across: Across,
): Replenishment {
  const requestOf = requestsOf(run, across);
  const asked = new Set(chosen);
  const others = all.filter((one) => !asked.has(one));
  return replenish(chosen.map(requestOf), { ...contextOf(run, across), others: others.map(requestOf) });
}

/** What is the same for every item. */
function contextOf(run: Run, { endRate }: Across): ReplenishContext {
  const { input, options, demand, plant, suppliers, stockDate, adder } = run;
  return {
    asOf: demand.asOf,
    stockDate,
    plant,
    supplierCalendars: supplierCalendars(input.suppliers, input.calendar, options.state),
    suppliers,
    options: { ...options, leastClassSize: usualClassSize },
    endRate,
    adder,
  };
}

/** What ordering needs of an item: its own rows, and the lead times of its supplier. */
function requestsOf(run: Run, { leadTimes }: Across): (one: RatedItem) => ReplenishItem {
  const { input, options, demand } = run;
  const openOrders = byItem(input.openOrders);
  const requirements = byItem(input.requirements);
  const decisions = byItem(input.decisions);
  const takeover = takeoversOf(run);
  const leadTimeSamples = leadTimes.samples(
    demand.items.flatMap(({ deliveries }) => deliveries),
    (item) => run.master.get(item)?.leadTimeDays,
  );
  return ({ item, demand: one, forecast, history, abc, xyz, signalsFailed }) => ({
    item,
    forecast,
    bucket: demand.bucket,
    openOrders: openOrders.get(one.item) ?? [],
    requirements: requirements.get(one.item) ?? [],
    decisions: decisions.get(one.item) ?? [],
    abc,
    xyz,
    class: one.class,
    demandBasis: one.basis,
    meanPerBucket: recentMean({ values: history.series.values, period: one.series.period }),
    history: one.series.values,
    wholeUnits: isWhole(one.values),
    ...defined({
      previous: lastSuggestion(run, one.item),
      takeover: takeover(one.item),
      silence: isSilent(forecast) ? silenceOf(one.values, one.values.length, true) : undefined,
      failed: signalsFailed === true ? "signals" : hasFailed(forecast) ? "forecast" : undefined,
      single: one.series.single,
      burst: options.withinBucket === "observed" ? one.burst : undefined,
    }),
    blocked: blockedBy(history),
    leadTimeSamples: leadTimeSamples(one.item, item.supplier),
  });
}

const byItem = <T extends { readonly item: string }>(rows: readonly T[]) =>
  Map.groupBy(rows, ({ item }) => item);

/** What the last run suggested, and the demand that its master data rested on where buckets are the same. */
function lastSuggestion({ demand, previous, before }: Run, item: string): PreviousSuggestion | undefined {
  const last = before(item);
  if (last === undefined || last.suggestion === null) return undefined;
  const basis = previous?.bucket === demand.bucket ? last.parameter : undefined;
  return { ...last.suggestion, ...defined({ basis, day: previous?.asOf }) };
}

/** The items that `--only` names; all where it names none. What is learned across items is learned of all. */
export const chosenOf = (items: readonly RatedItem[], only: readonly string[]): RatedItem[] =>
  items.filter(({ item }) => isChosen(item, only));

/** True when an item passes every `--only supplier=…|group=…|owner=…` (one of each kind suffices). */
function isChosen(item: Item, only: readonly string[]): boolean {
  const wanted = Map.groupBy(only, (one) => one.slice(0, one.indexOf("=")));
  return [...wanted].every(([field, choices]) =>
    choices.some(
      (choice) => choice.slice(field.length + 1) === item[field as "supplier" | "group" | "owner"],
    ),
  );
}

/** True where nothing is forecast at all. */
const isSilent = ({ demand }: Forecast) => demand.mean.every((mean) => mean === 0);

function blockedBy({ block, stopOrders }: Cleaned): string[] {
  return [...(block ? ["unit-change-suspected"] : []), ...(stopOrders ? ["end-of-life"] : [])];
}
