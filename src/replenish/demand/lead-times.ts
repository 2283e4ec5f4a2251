import { defined } from "../../defined.ts";
import { ascending, by } from "../../numeric/order.ts";
import { quantileSorted } from "../../numeric/quantile.ts";
import type { LeadTime } from "../../suggestion.ts";
import { gathered, type Total } from "../../total.ts";
import { enoughDeliveries } from "./lead-time.ts";

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
const medianOf = (days: readonly number[]) => quantileSorted(sorted(days), 0.5);

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
  const drift =
    half < enoughForDrift ? undefined : medianOf(days.slice(-half)) - medianOf(days.slice(0, half));
  return {
    median: medianOf(days),
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
    const usual = masters.length === 0 ? undefined : medianOf(masters);
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

/** Items of a supplier that have to agree before a further one learns from them, and deliveries of each. */
const leastItems = 2;
const leastOfEach = 2;

/** Days by which lead times may differ that are still the same. */
const tolerance = (days: number): number => Math.max(5, 0.25 * days);

/** An item of a supplier: what its deliveries show, and their median beyond the master data. */
interface Learned {
  readonly item: string;
  readonly usual: number;
  readonly days: readonly number[];
  readonly beyond: number;
}

/**
 * Observed calendar days of an item. One with few deliveries learns from its supplier where all items of that supplier
 * come as much later than their master data as each other, and its own few deliveries do not say otherwise. The order
 * of the deliveries does not matter to what is made of them.
 */
export function leadTimeSamplesOf(
  deliveries: readonly Delivery[],
  master: Master = () => undefined,
): (item: string, supplier: string | undefined) => readonly number[] {
  const told = deliveries.filter((one) => isTold(one, master));
  const byItem = Map.groupBy(told, ({ item }) => item);
  const daysOf = (own: readonly Delivery[]) => own.map((one) => leadDaysOf(one, master));
  // a supplier that delivers nothing at all may just be called otherwise in the master data
  const isOf = (supplier: string) => (one: Delivery) =>
    one.supplier === supplier || one.supplier === "" || !bySupplier.has(supplier);
  const bySupplier = new Map(
    groups(told, ({ supplier }) => supplier).map(([supplier, own]) => [
      supplier,
      groups(own, ({ item }) => item).map(([item, delivered]): Learned => {
        const usual = master(item) ?? 0;
        const days = daysOf(delivered);
        return { item, usual, days, beyond: medianOf(days) - usual };
      }),
    ]),
  );
  return (item, supplier = "") => {
    const own = daysOf((byItem.get(item) ?? []).filter(isOf(supplier)));
    const others = supplier === "" ? [] : (bySupplier.get(supplier) ?? []).filter((of) => of.item !== item);
    if (own.length >= enoughDeliveries) return own;
    return learnedFrom(others, own, master(item) ?? 0) ?? own;
  };
}

/** What an item with few deliveries of its own learns from others of its supplier; undefined where they disagree. */
function learnedFrom(
  others: readonly Learned[],
  own: readonly number[],
  usual: number,
): number[] | undefined {
  const telling = others.filter(({ days }) => days.length >= leastOfEach);
  if (telling.length < leastItems) return undefined;
  const beyond = medianOf(telling.map((of) => of.beyond));
  if (telling.some((of) => Math.abs(of.beyond - beyond) > tolerance(of.usual))) return undefined;
  if (own.length > 0 && Math.abs(medianOf(own) - usual - beyond) > tolerance(usual)) return undefined;
  const days = telling.flatMap((of) => of.days.map((day) => Math.max(0, usual + day - of.usual)));
  return [...own, ...days];
}
/** A delivery with the lead time of its item in the master data, calendar days. */
interface KnownDelivery extends Delivery {
  readonly master?: number;
}

/** Lead times of a whole plan. */
export interface LeadTimesOfAll {
  readonly rows: readonly LeadTime[];
  /** Observed calendar days of an item, and of its supplier. @param master of the items that are here */
  readonly samples: (master: Master) => ReturnType<typeof leadTimeSamplesOf>;
}

const deliveryOrder = by<KnownDelivery>(
  ({ item }) => item,
  ({ supplier }) => supplier,
  ({ ordered }) => ordered,
  ({ received }) => received,
);

/** Lead times of all items. */
export const leadTimes: Total<KnownDelivery, { readonly rows: KnownDelivery[] }, LeadTimesOfAll> = {
  ...gathered(deliveryOrder),
  finish(sum) {
    const deliveries = gathered(deliveryOrder).finish(sum);
    const masters = new Map(deliveries.map(({ item, master }) => [item, master]));
    return {
      rows: leadTimesOf(deliveries, (item) => masters.get(item)),
      samples: (master) => leadTimeSamplesOf(deliveries, (item) => masters.get(item) ?? master(item)),
    };
  },
};
