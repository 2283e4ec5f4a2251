import { dayOf, isoDate } from "../calendar/date.ts";
import { plantCalendar } from "../calendar/parties.ts";
import type { WorkCalendar } from "../calendar/work-days.ts";
import { type Demand, demandOf, type ItemDemand } from "../demand/index.ts";
import { withHistoryDefaults } from "../demand/master-data.ts";
import type { Item, Supplier } from "../item.ts";
import type { RunItem as RecordedItem, RunRecord } from "../kpis/index.ts";
import type { PlanInput } from "./input.ts";
import type { PlanOptions } from "./options.ts";

/** What every stage of a run reads. Days are day numbers. */
export interface Run {
  readonly input: PlanInput;
  readonly options: PlanOptions;
  readonly plant: WorkCalendar;
  readonly master: ReadonlyMap<string, Item>;
  readonly suppliers: ReadonlyMap<string, Supplier>;
  readonly demand: Demand;
  readonly stockDate: number;
  readonly previous: RunRecord | undefined;
  /** What the last run said of an item. */
  readonly before: (item: string) => RecordedItem | undefined;
}

/** An item on its way through a run: its demand and its master data. Each stage adds what it found. */
export interface RunItem {
  readonly demand: ItemDemand;
  readonly item: Item;
}

/** Buckets beyond as-of whose working days are known to the forecast: more than the longest horizon. */
const furthest = 400;

/** Order lines to demand, with what surrounds it. */
export function runOf(input: PlanInput, options: PlanOptions): Run & { items: RunItem[] } {
  const plant = plantCalendar(options.state, input.calendar);
  const master = new Map(input.items.map((item) => [item.item, item]));
  const demand = demandOf(input.takeLines(), master, {
    ...(options.asOf === null ? {} : { asOf: dayOf(options.asOf) }),
    bucket: options.bucket,
    horizon: furthest,
    plant,
    calendar: input.calendar,
    required: new Set(input.requirements.map(({ item }) => item)),
  });
  const previous = input.previous?.(isoDate(demand.asOf));
  const before = new Map(previous?.items.map((one) => [one.item, one]));
  return {
    input,
    options,
    plant,
    master,
    suppliers: new Map(input.suppliers.map((one) => [one.supplier, one])),
    demand,
    stockDate: stockDay(options, input.items, demand.asOf),
    previous,
    before: (item) => before.get(item),
    items: demand.items.map((one) => ({ demand: one, item: withHistoryDefaults(one, master.get(one.item)) })),
  };
}

/** The newest stock date of the items, unless the options name one. */
function stockDay(options: PlanOptions, items: readonly Item[], asOf: number): number {
  if (options.stockDate !== null) return dayOf(options.stockDate);
  const days = items.flatMap(({ stockDate }) => (stockDate === undefined ? [] : [dayOf(stockDate)]));
  return days.length === 0 ? asOf : days.reduce((latest, day) => Math.max(latest, day));
}

/** Lead time and review of an item in calendar days; the review alone where the lead time is unknown. */
export function coverDays({ leadTimeDays = 0, reviewDays }: Item, options: PlanOptions): number {
  return leadTimeDays + (reviewDays ?? options.reviewDays);
}
