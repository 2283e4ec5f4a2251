import { daysOf } from "../calendar/bucket.ts";
import { dayOf, isoDate } from "../calendar/date.ts";
import { plantCalendar, supplierCalendars } from "../calendar/parties.ts";
import { given } from "../defined.ts";
import { abc } from "../demand/classify.ts";
import { demandOf } from "../demand/index.ts";
import { annualValues, missingIssues, strangerIssues, withDefaults } from "../demand/with-defaults.ts";
import { UsageError } from "../errors.ts";
import { itemAccuracy, xyz } from "../evaluate/item-accuracy.ts";
import { type Forecast, planningLevels } from "../forecast.ts";
import type { Issue } from "../issue.ts";
import type { CalendarEntry, Decision, Item, OpenOrder, Requirement, Supplier } from "../item.ts";
import { kpisOfPlan, planChanges, type RunRecord } from "../kpis/index.ts";
import type { Pool } from "../models/index.ts";
import { steadyForecasts } from "../models/stability/steady.ts";
import type { PlanOptions } from "../options.ts";
import type { OrderLines } from "../order.ts";
import { endRate, leadTimeSamplesOf, leadTimesOf, replenish, silenceOf } from "../replenish/index.ts";
import type { Plan, PlanInputFile, PlanItem } from "../result.ts";
import type { Bucket, Series } from "../series.ts";
import { type Candidates, control, type SignalInput, withinAlarmBudget } from "../signals/index.ts";
import { type Cleaned, cleaned } from "../signals/life/cleaned.ts";
import { fallbackIssues, unsaid } from "./issues.ts";
import { historyOf, recomputed, recordOf } from "./record.ts";
import { lifeOf, notOver, signalInput, unitAnswer, unitQuestions } from "./signals.ts";

/** Everything a run is made from: the files as they were read, nothing of the outside world. */
export interface PlanInput {
  readonly version: string;
  /** The order lines, asked for once and not kept: they are the largest part of a run. */
  readonly takeLines: () => OrderLines;
  readonly items: readonly Item[];
  readonly suppliers: readonly Supplier[];
  readonly openOrders: readonly OpenOrder[];
  readonly requirements: readonly Requirement[];
  readonly calendar: readonly CalendarEntry[];
  readonly decisions: readonly Decision[];
  readonly inputs: readonly PlanInputFile[];
  /** What reading the files found. */
  readonly issues: readonly Issue[];
  readonly configHash: string;
  /** Question id -> candidate. */
  readonly answers?: Readonly<Record<string, string>>;
  /** The last run, asked for once as-of is known. */
  readonly previous?: (asOf: string) => RunRecord | undefined;
  /** A frozen pool, null to do without; absent: learned from these items. */
  readonly pool?: Pool | null;
}

/** Heavy work that a door may spread over threads; items come and go in the same order. */
export interface Hands {
  forecastAll(
    panel: readonly Series[],
    options: {
      horizon: number;
      levels: readonly number[];
      origins: number;
      pool?: Pool | null;
      model?: string;
    },
  ): Promise<{ forecasts: Forecast[]; pool: Pool | null }>;
  detectAll(inputs: readonly SignalInput[]): Promise<Candidates[]>;
}

/** Past origins that accuracy, stability and stabilisation are measured on. */
const origins = 6;
/** Buckets beyond as-of whose working days are known to the forecast: more than the longest horizon. */
const furthest = 400;

/**
 * Order lines to an order plan: demand, signals, forecasts, suggestions, KPIs, each stage handing plain data to the
 * next. Same input, same plan. Throws InputError when nothing in the input can be planned.
 */
export async function plan(
  input: PlanInput,
  options: PlanOptions,
  hands: Hands,
): Promise<{ plan: Plan; pool: Pool | null }> {
  const plant = plantCalendar(options.state, input.calendar);
  const master = new Map(input.items.map((item) => [item.item, item]));
  const suppliers = new Map(input.suppliers.map((one) => [one.supplier, one]));

  // 1. Demand: order lines become regular series, one value a bucket.
  const demand = demandOf(input.takeLines(), master, {
    ...(options.asOf === null ? {} : { asOf: dayOf(options.asOf) }),
    bucket: options.bucket,
    horizon: furthest,
    plant,
    calendar: input.calendar,
    required: new Set(input.requirements.map(({ item }) => item)),
  });
  const { bucket } = demand;
  const items = demand.items.map((one) => withDefaults(one, master.get(one.item)));
  const previous = input.previous?.(isoDate(demand.asOf));

  // 2. Signals: detected item by item, controlled over the run; what follows from them cleans the history.
  const inputs = demand.items.map((one, k) => signalInput(one, items[k]));
  const found = await hands.detectAll(inputs);
  const suspicions = inputs.map((one, k) => ({ ...one, found: found[k] }));
  const stockDate = stockDay(options, input.items, demand.asOf);
  const events = lifeOf(
    demand.items,
    notOver(control(suspicions, { fdr: options.fdr }), demand, input.requirements),
    previous,
    input.answers,
    Math.max(demand.asOf, stockDate),
  );
  const signals = withinAlarmBudget(
    events.map((one) => one.signals),
    options.alarmBudget,
    (k) => items[k]?.unitCost !== undefined,
  );
  const histories = demand.items.map((one, k) => {
    const { acting } = events[k];
    return cleaned(one.series, acting, unitAnswer(input.answers, one.item, acting));
  });

  // 3. Forecasts: mean and quantiles per bucket and cumulative, drawn towards the last run where that costs little.
  const { forecasts: fresh, pool } = await hands.forecastAll(
    histories.map(({ series }) => series),
    {
      horizon: horizonOf(options, bucket, items),
      levels: planningLevels,
      origins,
      ...(input.pool === undefined ? {} : { pool: input.pool }),
      ...(options.model === null ? {} : { model: options.model }),
    },
  );
  const earlier = new Map((previous?.items ?? []).map(({ item, forecast }) => [item, forecast]));
  const forecasts = steadyForecasts(
    fresh,
    histories.map((history, k) => ({ ...history, class: demand.items[k].class })),
    earlier,
    bucket,
    options.stabilise,
  );

  // 4. Accuracy at earlier origins of the same histories, and the classes that rest on it.
  const covers = items.map((item) => Math.max(1, Math.ceil(coverDays(item, options) / daysOf[bucket])));
  const accuracy = histories.map(({ series }, k) =>
    itemAccuracy(series.values, series.period, forecasts[k]?.backtest, covers[k]),
  );
  const abcClasses = abc(annualValues(demand.items, items, options.rates));

  // 5. Suggestions: lead-time demand against stock and open orders, rounded, bundled by supplier, explained.
  const deliveries = demand.items.flatMap((one) => one.deliveries);
  const leadTimeSamples = leadTimeSamplesOf(deliveries);
  const chosen = chosenOf(items, options.only);
  const of = <T extends { item: string }>(rows: readonly T[]) => Map.groupBy(rows, ({ item }) => item);
  const [openOrders, requirements, decisions] = [
    of(input.openOrders),
    of(input.requirements),
    of(input.decisions),
  ];
  const sameBucket = previous?.bucket === bucket;
  const suggested = new Map(
    (previous?.items ?? []).map(({ item, suggestion, parameter }) => [
      item,
      suggestion === null ? null : { ...suggestion, ...given({ basis: sameBucket ? parameter : undefined }) },
    ]),
  );
  const ordering = replenish(
    chosen.map((k) => {
      const one = demand.items[k];
      const before = suggested.get(one.item) ?? null;
      return {
        item: items[k],
        forecast: forecasts[k],
        bucket,
        openOrders: openOrders.get(one.item) ?? [],
        requirements: requirements.get(one.item) ?? [],
        decisions: decisions.get(one.item) ?? [],
        abc: abcClasses[k],
        xyz: xyz(accuracy[k] ?? null),
        class: one.class,
        demandBasis: one.basis,
        meanPerBucket: recentMean(histories[k].series.values, one.series.period),
        wholeUnits: one.values.every((value) => Number.isNaN(value) || Number.isInteger(value)),
        ...(before === null ? {} : { previous: { ...before, ...given({ day: previous?.asOf }) } }),
        ...given({
          silence: isSilent(forecasts[k]) ? silenceOf(one.values, one.values.length, true) : undefined,
        }),
        blocked: blockedBy(histories[k]),
        leadTimeSamples: leadTimeSamples(one.item, items[k]?.supplier),
        ...(options.withinBucket === "observed" ? { burst: one.burst } : {}),
      };
    }),
    {
      asOf: demand.asOf,
      stockDate,
      plant,
      supplierCalendars: supplierCalendars(input.suppliers, input.calendar, options.state),
      suppliers,
      options,
      endRate: endRate(
        demand.items.map(({ values }) => values),
        365.2425 / daysOf[bucket],
      ),
    },
  );

  // 6. The plan, and what it is worth in figures.
  const planned = chosen.map((k): PlanItem => {
    const one = demand.items[k];
    const { name, group, owner, unit, supplier, unitCost, currency } = items[k];
    return {
      item: one.item,
      ...given({ name, group, owner, unit, supplier }),
      demandBasis: one.basis,
      class: one.class,
      abc: abcClasses[k],
      xyz: xyz(accuracy[k] ?? null),
      period: one.series.period,
      coverDays: coverDays(items[k], options),
      ...given({ unitCost, currency }),
      history: historyOf(one, demand, histories[k], forecasts[k]),
      forecast: forecasts[k],
      signals: signals[k] ?? [],
      suggestion: ordering.suggestions.get(one.item) ?? null,
      accuracy: accuracy[k] ?? null,
    };
  });
  const made: Omit<Plan, "kpis"> = {
    version: input.version,
    inputs: input.inputs,
    asOf: isoDate(demand.asOf),
    stockDate: isoDate(stockDate),
    bucket,
    options: { ...options },
    configHash: input.configHash,
    items: planned,
    baskets: ordering.baskets.map((basket) => ({
      ...basket,
      ...given({ name: suppliers.get(basket.supplier)?.name }),
    })),
    openOrders: ordering.openOrders,
    leadTimes: leadTimesOf(deliveries, (item) => master.get(item)?.leadTimeDays),
    cash: ordering.cash,
    parameters: ordering.parameters,
    issues: [
      ...input.issues,
      ...demand.issues,
      ...missingIssues(demand, master),
      ...strangerIssues(demand, input),
      ...chosen.flatMap((k) => unitQuestions(items[k].item, events[k].acting, histories[k])),
      ...chosen.flatMap((k) => fallbackIssues(forecasts[k])),
      ...unsaid(ordering.issues, input.issues, master.size > 0),
    ],
  };
  const run = recordOf(made);
  const kpis = kpisOfPlan({
    run,
    backtests: chosen.map((k) => forecasts[k]?.backtest),
    ...(previous === undefined ? {} : { previous }),
    cash: ordering.cash,
    surcharges: ordering.baskets.reduce((sum, { surcharge = 0 }) => sum + surcharge, 0),
    lineCost: new Map(items.map(({ item, orderCost = options.orderCost }) => [item, orderCost])),
    decisions: input.decisions,
    byPerson: options.overridesByPerson,
  });
  if (previous === undefined) return { plan: { ...made, kpis }, pool };
  const again = recomputed(previous, demand, options.model, pool);
  return { plan: { ...made, kpis, changes: planChanges(previous, run, again) }, pool };
}

/** Lead time and review of an item in calendar days; the review alone where the lead time is unknown. */
function coverDays({ leadTimeDays = 0, reviewDays }: Item, options: PlanOptions): number {
  return leadTimeDays + (reviewDays ?? options.reviewDays);
}

/** A year of buckets (half a year of weeks, two months of days), and at least what the longest item must cover. */
function horizonOf(options: PlanOptions, bucket: Bucket, items: readonly Item[]): number {
  if (options.horizon !== null) return options.horizon;
  const usual: Record<Bucket, number> = { day: 60, week: 26, month: 12, quarter: 4, year: 2 };
  const longest = items.reduce((most, item) => Math.max(most, coverDays(item, options)), 0);
  return Math.min(Math.max(usual[bucket], Math.ceil(longest / daysOf[bucket]) + 3), 104);
}

/** The newest stock date of the items, unless the options name one. */
function stockDay(options: PlanOptions, items: readonly Item[], asOf: number): number {
  if (options.stockDate !== null) return dayOf(options.stockDate);
  const days = items.flatMap(({ stockDate }) => (stockDate === undefined ? [] : [dayOf(stockDate)]));
  return days.length === 0 ? asOf : days.reduce((latest, day) => Math.max(latest, day));
}

/** Places of the items that `--only` names; all where it names none. What is learned across items is learned of all. */
function chosenOf(items: readonly Item[], only: readonly string[]): number[] {
  const chosen = items.map((_, k) => k).filter((k) => isChosen(items[k], only));
  if (chosen.length === 0 && only.length > 0)
    throw new UsageError(`no item has ${only.join(" and ")}: check --only`);
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
