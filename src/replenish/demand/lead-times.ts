import { defined } from "../../defined.ts";
import type { LeadTime } from "../../suggestion.ts";

/** One observed delivery; `ordered` and `received` are day numbers. */
export interface Delivery {
  readonly item: string;
  readonly supplier: string;
  readonly ordered: number;
  readonly received: number;
}

/** From this many deliveries on an item gets a row of its own beside its supplier's. */
const enoughForAnItem = 5;

const quantileOf = (sorted: readonly number[], level: number) => {
  const at = (sorted.length - 1) * level;
  const low = Math.floor(at);
  const high = Math.min(low + 1, sorted.length - 1);
  return sorted[low] + (at - low) * (sorted[high] - sorted[low]);
};

const compare = (a: string, b: string) => (a < b ? -1 : a > b ? 1 : 0);

/** Median, P90 and drift (newer half against older half) of deliveries, oldest order first. */
function summary(deliveries: readonly Delivery[]): Pick<LeadTime, "median" | "p90" | "n" | "drift"> {
  const byAge = [...deliveries].sort((a, b) => a.ordered - b.ordered || a.received - b.received);
  const days = byAge.map(({ ordered, received }) => received - ordered);
  const sorted = [...days].sort((a, b) => a - b);
  const half = Math.floor(days.length / 2);
  const drift =
    half < 4
      ? undefined
      : quantileOf(
          days.slice(-half).sort((a, b) => a - b),
          0.5,
        ) -
        quantileOf(
          days.slice(0, half).sort((a, b) => a - b),
          0.5,
        );
  return {
    median: quantileOf(sorted, 0.5),
    p90: quantileOf(sorted, 0.9),
    n: days.length,
    ...defined({ drift }),
  };
}

/**
 * Lead times as they were, in calendar days from order to receipt, beside the master data: one row a supplier, and
 * one for each of its items with at least five deliveries. Sorted by supplier, then item.
 * @param master lead time of an item in the master data, calendar days
 */
export function leadTimesOf(
  deliveries: readonly Delivery[],
  master: (item: string) => number | undefined = () => undefined,
): LeadTime[] {
  const bySupplier = new Map<string, Delivery[]>();
  for (const delivery of deliveries) {
    const own = bySupplier.get(delivery.supplier);
    if (own === undefined) bySupplier.set(delivery.supplier, [delivery]);
    else own.push(delivery);
  }
  const rows: LeadTime[] = [];
  for (const supplier of [...bySupplier.keys()].sort(compare)) {
    const own = bySupplier.get(supplier) ?? [];
    const byItem = new Map<string, Delivery[]>();
    for (const delivery of own) byItem.set(delivery.item, [...(byItem.get(delivery.item) ?? []), delivery]);
    const items = [...byItem.keys()].sort(compare);
    const masters = items.map(master).filter((days): days is number => days !== undefined);
    rows.push({
      supplier,
      ...(masters.length === 0
        ? {}
        : {
            master: quantileOf(
              masters.sort((a, b) => a - b),
              0.5,
            ),
          }),
      ...summary(own),
    });
    for (const item of items) {
      const deliveriesOfItem = byItem.get(item) ?? [];
      if (deliveriesOfItem.length < enoughForAnItem) continue;
      const days = master(item);
      rows.push({
        supplier,
        item,
        ...defined({ master: days }),
        ...summary(deliveriesOfItem),
      });
    }
  }
  return rows;
}

/** Observed calendar days of an item, else of its supplier; empty where neither has any. */
export function leadTimeSamplesOf(
  deliveries: readonly Delivery[],
): (item: string, supplier: string | undefined) => readonly number[] {
  const byItem = new Map<string, number[]>();
  const bySupplier = new Map<string, number[]>();
  const add = (to: Map<string, number[]>, key: string, days: number) => {
    const own = to.get(key);
    if (own === undefined) to.set(key, [days]);
    else own.push(days);
  };
  for (const { item, supplier, ordered, received } of deliveries) {
    add(byItem, item, received - ordered);
    if (supplier !== "") add(bySupplier, supplier, received - ordered);
  }
  return (item, supplier) => {
    const own = byItem.get(item) ?? [];
    if (own.length >= 6 || supplier === undefined) return own;
    return bySupplier.get(supplier) ?? own;
  };
}
