import { defined } from "../defined.ts";
import type { Item } from "../item.ts";
import { by } from "../numeric/order.ts";
import type { ItemDemand } from "./item-demand.ts";

/** Master data of an item; supplier, price and currency that they lack come from its newest line. */
export function withHistoryDefaults(demand: ItemDemand, master: Item | undefined): Item {
  const { price, currency, supplier } = demand;
  return {
    item: demand.item,
    ...defined({ supplier, unitCost: price, currency }),
    ...master,
  };
}

/** Master data from item columns of the order files, under what the items files say of the same item. */
export function mergeMasters(fromOrders: readonly Item[], fromItems: readonly Item[]): Item[] {
  const merged = new Map(fromOrders.map((item) => [item.item, item]));
  for (const item of fromItems) merged.set(item.item, { ...merged.get(item.item), ...item });
  return [...merged.values()].sort(by(({ item }) => item));
}
