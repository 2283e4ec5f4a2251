import { mostDaysAhead, withinBounds } from "../bounds.ts";
import { dayOf, isoDate } from "../calendar/date.ts";
import { plantCalendar } from "../calendar/parties.ts";
import type { WorkCalendar } from "../calendar/work-days.ts";
import { defined } from "../defined.ts";
import { requireNear } from "../demand/as-of.ts";
import { shelfOf } from "../demand/empty-shelf.ts";
import { type Demand, demandOf, type ItemDemand } from "../demand/index.ts";
import { withoutCircles } from "../demand/lineage.ts";
import { withHistoryDefaults } from "../demand/master-data.ts";
import { withSuccessorDate } from "../demand/successor-dates.ts";
import type { Issue } from "../issue.ts";
import type { Item, Supplier } from "../item.ts";
import type { RunItem as RecordedItem, RunRecord } from "../kpis/index.ts";
import { learnedSample } from "../models/pool/sample.ts";
import { ascending, leastOf } from "../numeric/order.ts";
import { type Adder, allHere, largestOf } from "../total.ts";
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
  /** Who adds up what needs all items. */
  readonly adder: Adder;
  /** Lead time and review of the item with the longest ones, in calendar days. */
  readonly longestCover: number;
  /** True for the items that the pool is learned from. */
  readonly isLearned: (item: string) => boolean;
}

/** An item on its way through a run: its demand and its master data. Each stage adds what it found. */
export interface RunItem {
  readonly demand: ItemDemand;
  readonly item: Item;
}

/** Buckets beyond as-of whose working days are known to the forecast: more than the longest horizon. */
export const furthestBuckets = 400;

/** Order lines to demand, with what surrounds it. */
export function runOf(
  input: PlanInput,
  options: PlanOptions,
  adder: Adder = allHere,
): Run & { items: RunItem[] } {
  const { demand, stockDate } = input.made ?? madeOf(input, options);
  const previous = input.previous?.(isoDate(demand.asOf));
  const before = new Map(previous?.items.map((one) => [one.item, one]));
  const master = withoutCircles(masterOf(input));
  const items = demand.items.map((one) => ({
    demand: one,
    item: {
      ...defined({ currency: options.currency || undefined }),
      ...withHistoryDefaults(one, master.get(one.item)),
    },
  }));
  return {
    input,
    options,
    plant: plantCalendar(options.state, input.calendar),
    master,
    suppliers: new Map(input.suppliers.map((one) => [one.supplier, one])),
    demand,
    stockDate,
    previous,
    before: (item) => before.get(item),
    adder,
    longestCover: adder.addUp(
      "cover",
      largestOf,
      items.map(({ item }) => coverDays(item, options)),
    ),
    isLearned: adder.addUp(
      "sample",
      learnedSample(),
      items.map(({ item }) => item.item),
    ),
    items,
  };
}

const masterOf = ({ items, answers }: PlanInput) =>
  new Map(items.map((item) => [item.item, withSuccessorDate(withinBounds(item), answers)]));

/** What the order lines and the stock say, item by item. */
export function madeOf(input: PlanInput, options: PlanOptions): NonNullable<PlanInput["made"]> {
  const plant = plantCalendar(options.state, input.calendar);
  const master = masterOf(input);
  const openOrders = Map.groupBy(input.openOrders, ({ item }) => item);
  const demand = demandOf(input.takeLines(), master, {
    ...(options.asOf === null ? {} : { asOf: dayOf(options.asOf) }),
    bucket: options.bucket,
    horizon: furthestBuckets,
    plant,
    calendar: input.calendar,
    required: new Set(input.requirements.map(({ item }) => item)),
    shelf: (name, asOf) => {
      const item = master.get(name);
      return item === undefined ? undefined : shelfOf(item, openOrders.get(name) ?? [], asOf);
    },
  });
  const stock = stockDay(options, input.items, demand.asOf);
  return { demand: { ...demand, issues: [...demand.issues, ...stock.issues] }, stockDate: stock.day };
}

/**
 * The newest stock date of the items, unless the options name one. A date years after as-of is a slip of one row,
 * which must not move the day of all others: it is said and does not count; so is a stock that was counted more than
 * a review before as-of: what was used since is not taken off it.
 */
function stockDay(
  options: PlanOptions,
  items: readonly Item[],
  asOf: number,
): { day: number; issues: Issue[] } {
  if (options.stockDate !== null) {
    const day = dayOf(options.stockDate);
    requireNear("stockDate", day, asOf);
    return { day, issues: [] };
  }
  const issues: Issue[] = [];
  const old: { readonly item: string; readonly day: number }[] = [];
  let latest = Number.NEGATIVE_INFINITY;
  for (const { item, stockDate, onHand, file, row } of items) {
    const day = stockDate === undefined ? Number.NaN : dayOf(stockDate);
    if (day - asOf > mostDaysAhead) {
      const place = { item, ...defined({ file, row, text: stockDate }) };
      issues.push({ code: "stock-date-far", severity: "warning", ...place, asOf: isoDate(asOf) });
    } else if (day > latest) latest = day;
    if (asOf - day > options.reviewDays && onHand !== undefined) old.push({ item, day });
  }
  if (old.length > 0) {
    const first = isoDate(leastOf(old.map(({ day }) => day)));
    const named = old
      .map(({ item }) => item)
      .sort(ascending)
      .slice(0, 12);
    issues.push({
      code: "stock-older",
      severity: "warning",
      count: old.length,
      text: named.join(", "),
      first,
      asOf: isoDate(asOf),
    });
  }
  return { day: Number.isFinite(latest) ? latest : asOf, issues };
}

/** Lead time and review of an item in calendar days; the review alone where the lead time is unknown. */
export function coverDays({ leadTimeDays = 0, reviewDays }: Item, options: PlanOptions): number {
  return leadTimeDays + (reviewDays ?? options.reviewDays);
}
