import { defined } from "../../defined.ts";
import { ascending, by } from "../../numeric/order.ts";
import { quantileSorted } from "../../numeric/quantile.ts";
import type { LeadTime } from "../../suggestion.ts";
import { enoughDeliveries } from "./lead-time.ts";

/** One observed delivery; `ordered` and `received` are day numbers. */
export interface Delivery {
  readonly item: string;
  readonly supplier: string;
  readonly ordered: number;
  readonly received: number;
}

/** From this many deliveries on an item gets a row of its own beside its supplier's. */
const enoughForAnItem = 5;

/** Deliveries of each half from which on a drift is told. */
const enoughForDrift = 4;

const calendarDays = ({ ordered, received }: Delivery) => received - ordered;
const sorted = (days: readonly number[]) => [...days].sort(ascending);
const medianOf = (days: readonly number[]) => quantileSorted(sorted(days), 0.5);

/** Median, P90 and drift (newer half against older half) of deliveries, in calendar days. */
function summary(deliveries: readonly Delivery[]): Pick<LeadTime, "median" | "p90" | "n" | "drift"> {
  const days = [...deliveries]
    .sort(
      by(
        ({ ordered }) => ordered,
        ({ received }) => received,
      ),
    )
    .map(calendarDays);
  const half = Math.floor(days.length / 2);
  const drift =
    half < enoughForDrift ? undefined : medianOf(days.slice(-half)) - medianOf(days.slice(0, half));
  return {
    median: medianOf(days),
    p90: quantileSorted(sorted(days), 0.9),
    n: days.length,
    ...defined({ drift }),
  };
}

const groups = <T>(rows: readonly T[], key: (row: T) => string): [string, T[]][] =>
  [...Map.groupBy(rows, key)].sort(by(([name]) => name));

/**
 * Lead times as they were, in calendar days from order to receipt, beside the master data: one row a supplier, and
 * one for each of its items with at least five deliveries. Sorted by supplier, then item; the order of the deliveries
 * does not matter.
 * @param master lead time of an item in the master data, calendar days
 */
export function leadTimesOf(
  deliveries: readonly Delivery[],
  master: (item: string) => number | undefined = () => undefined,
): LeadTime[] {
  return groups(deliveries, ({ supplier }) => supplier).flatMap(([supplier, own]) => {
    const items = groups(own, ({ item }) => item).map(([item, delivered]) => ({
      item,
      delivered,
      master: master(item),
    }));
    const masters = items.flatMap(({ master: days }) => days ?? []);
    const usual = masters.length === 0 ? undefined : medianOf(masters);
    return [
      { supplier, ...defined({ master: usual }), ...summary(own) },
      ...items
        .filter(({ delivered }) => delivered.length >= enoughForAnItem)
        .map(({ item, delivered, master: days }) => ({
          supplier,
          item,
          ...defined({ master: days }),
          ...summary(delivered),
        })),
    ];
  });
}

/**
 * Observed calendar days of an item, else of its supplier; empty where neither has any. The order of the deliveries
 * does not matter to what is made of them.
 */
export function leadTimeSamplesOf(
  deliveries: readonly Delivery[],
): (item: string, supplier: string | undefined) => readonly number[] {
  const daysBy = (key: (row: Delivery) => string) =>
    new Map([...Map.groupBy(deliveries, key)].map(([name, own]) => [name, own.map(calendarDays)]));
  const byItem = daysBy(({ item }) => item);
  const bySupplier = daysBy(({ supplier }) => supplier);
  bySupplier.delete("");
  return (item, supplier) => {
    const own = byItem.get(item) ?? [];
    if (own.length >= enoughDeliveries || supplier === undefined) return own;
    return bySupplier.get(supplier) ?? own;
  };
}
