import { defined } from "../../defined.ts";
import type { Item, OpenOrder } from "../../item.ts";
import { by } from "../../numeric/order.ts";
import { lineAmount } from "../../order-lines.ts";
import { unitPriceOf } from "./lot.ts";
import { packOf } from "./order-quantity.ts";
import { clean, roundDown } from "./rounding.ts";

/** What one of several sources gets of an order, in base units; money in the item's currency. */
interface SourcePart {
  readonly source: Item;
  readonly quantity: number;
  readonly amount?: number;
}

/** An order that is to be split. */
interface SplitOrder {
  /** As its main source delivers it. */
  readonly item: Item;
  readonly quantity: number;
  readonly openOrders: readonly OpenOrder[];
  readonly whole: boolean;
  /** The least that a source gets which is there before the shelf is empty. */
  readonly bridge?: { readonly source: Item; readonly quantity: number };
}

/** Multiple that a part must be of, so that it and what it leaves are whole packs. */
function commonPack(source: Item, main: Item, whole: boolean): number {
  const [own, theirs] = [source, main].map(({ packSize, unitsPerPurchaseUnit }) =>
    packOf({ ...defined({ packSize, unitsPerPurchaseUnit }), whole, tolerance: 0 }),
  );
  const rules = { ...defined({ packSize: own, unitsPerPurchaseUnit: theirs }), whole, tolerance: 0 };
  return packOf(rules) ?? (whole ? 1 : 0.001);
}

/** Sources of an item that share its orders, in its currency; the main one first. */
function sharing(item: Item): Item[] {
  const { sources = [], ...main } = item;
  const rest = sources.filter(
    ({ share = 0, supplier, currency }) => share > 0 && supplier !== undefined && currency === item.currency,
  );
  return (item.share ?? 0) > 0 && rest.length > 0 ? [main, ...rest] : [];
}

/** What each source is to get: its share of this and the open orders, less what it has on order. */
function dueOf(sources: readonly Item[], { quantity, openOrders }: SplitOrder): Map<Item, number> {
  const open = (source: Item) =>
    openOrders.reduce((sum, { supplier, quantity: q }) => sum + (supplier === source.supplier ? q : 0), 0);
  const shares = sources.reduce((sum, { share = 0 }) => sum + share, 0);
  const all = sources.reduce((sum, source) => sum + open(source), quantity);
  const due = sources.map((source) => Math.max(0, ((source.share ?? 0) / shares) * all - open(source)));
  const total = due.reduce((sum, x) => sum + x, 0);
  return new Map(sources.map((source, k) => [source, total > 0 ? (due[k] / total) * quantity : 0]));
}

/**
 * An order split over the sources that share an item: each gets what it lacks of its share of all that is on order,
 * in whole packs that leave the main source whole packs, and nothing below its minimum order; what is left is the main
 * source's. Where the lot is too small for two, the source that lacks most gets it. The sum is the order. Empty where
 * nothing is shared.
 * @example splitOrder({ item: { item: "A", supplier: "X", share: 0.7, sources: [{ item: "A", supplier: "Y", share: 0.3 }] }, quantity: 100, openOrders: [], whole: true }) // 70, 30
 */
export function splitOrder(order: SplitOrder): SourcePart[] {
  const { item, quantity, whole, bridge } = order;
  const sources = sharing(item);
  if (sources.length === 0 || !(quantity > 0)) return [];
  const due = dueOf(sources, order);
  const [main, ...others] = sources;
  const given = new Map<Item, number>();
  let left = quantity;
  for (const source of others.sort(by((one) => -(due.get(one) ?? 0)))) {
    const pack = commonPack(source, main, whole);
    const least = bridge?.source.supplier === source.supplier ? (bridge?.quantity ?? 0) : 0;
    const part = clean(roundDown(Math.min(left, Math.max(due.get(source) ?? 0, least) + pack / 2), pack));
    const rest = clean(left - part);
    const fits =
      part > 0 && part >= (source.minimumOrder ?? 0) && (rest === 0 || rest >= (main.minimumOrder ?? 0));
    if (!fits) continue;
    given.set(source, part);
    left = rest;
  }
  if (given.size === 0) {
    const [first] = [...sources].sort(by((one) => -(due.get(one) ?? 0)));
    const isWhole =
      quantity >= (first.minimumOrder ?? 0) &&
      roundDown(quantity, commonPack(first, main, whole)) >= quantity;
    given.set(isWhole ? first : main, quantity);
    left = 0;
  }
  if (left > 0) given.set(main, left);
  return sources.flatMap((source): SourcePart[] => {
    const part = given.get(source) ?? 0;
    if (!(part > 0)) return [];
    const price = unitPriceOf(source, part);
    return [{ source, quantity: part, ...(price === undefined ? {} : { amount: lineAmount(price, part) }) }];
  });
}
