import { isoDate } from "../../calendar/date.ts";
import { defined } from "../../defined.ts";
import type { OrderPart, Reason } from "../../suggestion.ts";
import type { ItemPlan } from "../item/item-plan.ts";
import { receivedFrom } from "../item/order-times.ts";
import { brief, clean } from "../lots/rounding.ts";
import { splitOrder } from "../lots/split.ts";
import { bridgeOf } from "./bridge.ts";

/** What each of the sources that share an item gets of its order; empty where nothing is shared. */
export function orderParts(plan: ItemPlan, quantity: number): OrderPart[] {
  const { item, request, lotSize, orderDay } = plan;
  const bridge = bridgeOf(plan);
  const parts = splitOrder({
    item,
    quantity,
    openOrders: request.openOrders,
    whole: lotSize.whole,
    ...defined({ bridge }),
  });
  return parts.map(({ source, quantity: part, amount }) => {
    const isMain = source.supplier === item.supplier;
    const received = isMain ? plan.receiptDay : receivedFrom(plan, source, orderDay);
    return {
      supplier: source.supplier ?? "",
      quantity: part,
      receiptBy: isoDate(received),
      ...(amount === undefined ? {} : { unitPrice: brief(amount / part), amount }),
    };
  });
}

/** Price of an order of several parts, where each has one. */
export function amountOfParts(parts: readonly OrderPart[]): number | undefined {
  let sum = 0;
  for (const { amount } of parts) {
    if (amount === undefined) return undefined;
    sum += amount;
  }
  return parts.length === 0 ? undefined : clean(sum);
}

/** Who delivers what of an order. */
export function partReasons({ item }: ItemPlan, parts: readonly OrderPart[]): Reason[] {
  const shares = new Map(
    [item, ...(item.sources ?? [])].map(({ supplier = "", share = 0 }) => [supplier, share]),
  );
  return parts.map(({ supplier, quantity, receiptBy, amount }) => ({
    code: "from-source",
    supplier,
    quantity,
    share: shares.get(supplier) ?? 0,
    on: receiptBy,
    ...defined({ amount, currency: item.currency }),
  }));
}
