import { defined } from "../../defined.ts";
import { ascending, by } from "../../numeric/order.ts";
import { median, quantileSorted } from "../../numeric/quantile.ts";
import type { LeadTime } from "../../suggestion.ts";
import type { Total } from "../../total.ts";
import { enoughDeliveries } from "./lead-time.ts";
import { type Habit, habitOf, learnedFrom } from "./supplier-habit.ts";

/** One observed delivery; `ordered` and `received` are day numbers. */
export interface Delivery {
  readonly item: string;
  readonly supplier: string;
  readonly ordered: number;
  readonly received: number;
  /** Day on which it was promised or wished for. */
  readonly due?: number;
}

/** Lead time of an item in the master data, calendar days. */
type Master = (item: string) => number | undefined;

/** From this many deliveries on an item gets a row of its own beside its supplier's. */
const enoughForAnItem = 5;

/** Deliveries of each half from which on a drift is told. */
const enoughForDrift = 4;

/** A due date this far ahead of what the lead time needs was wished for, or is a call-off: no sign of a slow supplier. */
const isAhead = (days: number, master: number): boolean => days > 1.5 * master + 7;

/**
 * Lead time that a delivery shows: from its order to its receipt, or, where it was ordered far ahead for a day, the lead
 * time of the master data and what it came later than that day.
 */
function leadDaysOf({ item, ordered, received, due }: Delivery, master: Master): number {
  const usual = master(item);
  if (due === undefined || usual === undefined || !isAhead(due - ordered, usual)) return received - ordered;
  return Math.max(0, usual + received - due);
}

/** Lead time in days up to which goods may come on the day of their order. */
const atOnceDays = 1;

/** An order written on the day on which its goods came, where they take days, was written down late: it tells nothing. */
const isTold = ({ item, ordered, received }: Delivery, master: Master): boolean =>
  received !== ordered || !((master(item) ?? 0) > atOnceDays);

/** Days after the promised one that still count as on time. */
const graceDays = 1;

const sorted = (days: readonly number[]) => [...days].sort(ascending);

/** Median, P90 and drift (newer half against older half) of deliveries, in calendar days. */
function summary(
  deliveries: readonly Delivery[],
  master: Master,
): Pick<LeadTime, "median" | "p90" | "n" | "drift" | "punctual"> {
  const days = [...deliveries]
    .sort(
      by(
        ({ ordered }) => ordered,
        ({ received }) => received,
      ),
    )
    .map((one) => leadDaysOf(one, master));
  const promised = deliveries.filter(({ due }) => due !== undefined);
  const late = promised.filter(({ received, due = received }) => received > due + graceDays);
  const half = Math.floor(days.length / 2);
  const drift = half < enoughForDrift ? undefined : median(days.slice(-half)) - median(days.slice(0, half));
  return {
    median: median(days),
    p90: quantileSorted(sorted(days), 0.9),
    n: days.length,
    ...defined({
      drift,
      punctual: promised.length === 0 ? undefined : 1 - late.length / promised.length,
    }),
  };
}

const groups = <T>(rows: readonly T[], key: (row: T) => string): [string, T[]][] =>
  [...Map.groupBy(rows, key)].sort(by(([name]) => name));

/**
 * Lead times as they were, in calendar days from order to receipt, beside the master data: one row a supplier, and
 * one for each of its items with at least five deliveries. Sorted by supplier, then item; the order of the deliveries
 * does not matter.
 */
export function leadTimesOf(deliveries: readonly Delivery[], master: Master = () => undefined): LeadTime[] {
  const told = deliveries.filter((one) => isTold(one, master));
  return groups(told, ({ supplier }) => supplier).flatMap(([supplier, own]) => {
    const items = groups(own, ({ item }) => item).map(([item, delivered]) => ({
      item,
      delivered,
      master: master(item),
    }));
    const masters = items.flatMap(({ master: days }) => days ?? []);
    const usual = masters.length === 0 ? undefined : median(masters);
    return [
      { supplier, ...defined({ master: usual }), ...summary(own, master) },
      ...items
        .filter(({ delivered }) => delivered.length >= enoughForAnItem)
        .map(({ item, delivered, master: days }) => ({
          supplier,
          item,
          ...defined({ master: days }),
          ...summary(delivered, master),
        })),
    ];
  });
}

/** What an item's deliveries say of its lead time, calendar days: `[]` where nothing does. */
type LeadTimeSamples = (item: string, supplier: string | undefined) => readonly number[];

/**
 * Observed calendar days of an item. One with few deliveries learns from its supplier where all items of that supplier
 * come as much later than their master data as each other, and its own few deliveries do not say otherwise. The order
 * of the deliveries does not matter to what is made of them.
 * @param own deliveries of the items that are asked for, of all suppliers
 */
function samplesOf(own: readonly Delivery[], master: Master, { suppliers, habits }: Habits): LeadTimeSamples {
  const byItem = Map.groupBy(
    own.filter((one) => isTold(one, master)),
    ({ item }) => item,
  );
  const known = new Set(suppliers);
  const daysOf = (rows: readonly Delivery[]) => rows.map((one) => leadDaysOf(one, master));
  const learned = new Map([...habits].map(([supplier, habit]) => [supplier, learnedFrom(habit)]));
  return (item, supplier = "") => {
    const all = byItem.get(item) ?? [];
    // a supplier that delivers nothing at all may just be called otherwise in the master data
    const few = daysOf(
      all.filter((one) => one.supplier === supplier || one.supplier === "" || !known.has(supplier)),
    );
    if (few.length >= enoughDeliveries || supplier === "") return few;
    const days = daysOf(all.filter((one) => one.supplier === supplier));
    const others = learned.get(supplier)?.({ days, usual: master(item) ?? 0 }, few);
    return others === undefined ? few : [...few, ...others];
  };
}

/** What suppliers show: all that delivered, and the habits of those whose items may agree. */
interface Habits {
  readonly suppliers: readonly string[];
  readonly habits: ReadonlyMap<string, Habit>;
}

function habitsOf(deliveries: readonly Delivery[], master: Master): Habits {
  const told = deliveries.filter((one) => isTold(one, master));
  const bySupplier = groups(told, ({ supplier }) => supplier);
  const habits = new Map<string, Habit>();
  for (const [supplier, own] of bySupplier) {
    const items = groups(own, ({ item }) => item).map(([item, rows]) => ({
      days: rows.map((one) => leadDaysOf(one, master)),
      usual: master(item) ?? 0,
    }));
    const habit = habitOf(items);
    if (habit !== undefined) habits.set(supplier, habit);
  }
  return { suppliers: bySupplier.map(([supplier]) => supplier), habits };
}

/** Observed calendar days of items where all deliveries are at hand: see {@link LeadTimesOfAll}. */
export const leadTimeSamplesOf = (
  deliveries: readonly Delivery[],
  master: Master = () => undefined,
): LeadTimeSamples => samplesOf(deliveries, master, habitsOf(deliveries, master));

/** A delivery with the lead time of its item in the master data, calendar days. */
interface KnownDelivery extends Delivery {
  readonly master?: number;
}

/** Lead times of a whole plan. */
export interface LeadTimesOfAll {
  readonly rows: () => readonly LeadTime[];
  /** Observed calendar days of an item, and of its supplier. @param own deliveries and @param master of the items that are here */
  readonly samples: (own: readonly Delivery[], master: Master) => LeadTimeSamples;
}

/** Deliveries of all parts; once all have said theirs, what follows from them. */
interface DeliverySum {
  readonly rows: KnownDelivery[];
  readonly said?: Said;
}

/** What deliveries say, in lists of numbers: rows in the order of {@link leadTimesOf}, "" for all items of a supplier. */
interface Said extends Habits {
  readonly rowSuppliers: readonly string[];
  readonly rowItems: readonly string[];
  readonly rowValues: Float64Array;
}

const rowFields = ["master", "median", "p90", "n", "drift", "punctual"] as const;

function saidOf(rows: readonly KnownDelivery[]): Said {
  const masters = new Map(rows.map(({ item, master }) => [item, master]));
  const master: Master = (item) => masters.get(item);
  const found = leadTimesOf(rows, master);
  const values = new Float64Array(found.length * rowFields.length);
  for (const [k, row] of found.entries())
    for (const [f, field] of rowFields.entries()) values[k * rowFields.length + f] = row[field] ?? Number.NaN;
  return {
    ...habitsOf(rows, master),
    rowSuppliers: found.map(({ supplier }) => supplier),
    rowItems: found.map(({ item = "" }) => item),
    rowValues: values,
  };
}

function rowsOf({ rowSuppliers, rowItems, rowValues }: Said): LeadTime[] {
  return rowSuppliers.map((supplier, k) => {
    const [master, median, p90, n, drift, punctual] = rowFields.map((_, f) => {
      const value = rowValues[k * rowFields.length + f];
      return Number.isNaN(value) ? undefined : value;
    });
    return {
      supplier,
      ...(rowItems[k] === "" ? {} : { item: rowItems[k] }),
      ...defined({ master }),
      median: median ?? Number.NaN,
      p90: p90 ?? Number.NaN,
      n: n ?? 0,
      ...defined({ drift, punctual }),
    };
  });
}

/** Lead times of all items. */
export const leadTimes: Total<KnownDelivery, DeliverySum, LeadTimesOfAll> = {
  empty: () => ({ rows: [] }),
  add(sum, row) {
    sum.rows.push(row);
  },
  merge(sum, { rows }) {
    for (const row of rows) sum.rows.push(row);
  },
  condense: ({ rows }) => ({ rows: [], said: saidOf(rows) }),
  finish({ rows, said = saidOf(rows) }) {
    return { rows: () => rowsOf(said), samples: (own, master) => samplesOf(own, master, said) };
  },
};
