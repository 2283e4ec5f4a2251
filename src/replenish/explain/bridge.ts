import { isoDate } from "../../calendar/date.ts";
import { defined } from "../../defined.ts";
import type { Item } from "../../item.ts";
import { by } from "../../numeric/order.ts";
import { lineAmount } from "../../order-lines.ts";
import type { Reason } from "../../suggestion.ts";
import type { ItemPlan } from "../item/item-plan.ts";
import { receivedFrom } from "../item/order-times.ts";
import { unitPriceOf } from "../lots/lot.ts";
import { orderQuantity } from "../lots/order-quantity.ts";
import { isShared, isUsable } from "../lots/sources.ts";

/** What another source brings before the order arrives; `arrives` is a day number. */
interface Bridge {
  readonly source: Item;
  readonly quantity: number;
  readonly arrives: number;
}

/** The fastest other source that can fill an empty shelf until the order arrives; undefined where none is in time. */
export function bridgeOf(plan: ItemPlan): Bridge | undefined {
  const { item, curve, today, receiptDay, runsOut, lotSize } = plan;
  if (runsOut === undefined || runsOut >= receiptDay) return undefined;
  const [first] = [...(item.sources ?? [])]
    .filter((source) => isUsable(source) && source.supplier !== undefined)
    .map((source) => ({ source, arrives: receivedFrom(plan, source, today) }))
    .sort(
      by(
        ({ arrives }) => arrives,
        ({ source: { supplier = "" } }) => supplier,
      ),
    );
  if (first === undefined) return undefined;
  const { source, arrives } = first;
  const missing = curve.until(receiptDay) - curve.until(Math.max(runsOut, arrives));
  const { quantity } = orderQuantity(missing, 0, { ...source, whole: lotSize.whole, tolerance: 0 });
  // a lot of more than a year is no bridge
  if (arrives >= receiptDay || !(quantity > 0) || quantity > Math.max(curve.mean(365), missing))
    return undefined;
  return { source, quantity, arrives };
}

/** The bridge as advice; where the sources share the order it is part of it. */
export function* bridgeReason(plan: ItemPlan): Generator<Reason> {
  const bridge = isShared(plan.item) ? undefined : bridgeOf(plan);
  if (bridge === undefined) return;
  const { source, quantity, arrives } = bridge;
  const price = unitPriceOf(source, quantity);
  yield {
    code: "bridge-source",
    supplier: source.supplier ?? "",
    quantity,
    on: isoDate(arrives),
    ...defined({
      amount: price === undefined ? undefined : lineAmount(price, quantity),
      currency: source.currency ?? plan.item.currency,
    }),
  };
}
