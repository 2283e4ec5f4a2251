import { isoDate } from "../../calendar/date.ts";
import { defined } from "../../defined.ts";
import { by } from "../../numeric/order.ts";
import type { Reason } from "../../suggestion.ts";
import type { ItemPlan } from "../item/item-plan.ts";
import { unitPriceOf } from "../lots/lot.ts";
import { orderQuantity } from "../lots/order-quantity.ts";

const brief = (x: number) => Number(x.toPrecision(9));

/** The fastest other source that can fill an empty shelf until the order arrives; nothing where none is in time. */
export function* bridgeReason({
  item,
  curve,
  today,
  receiptDay,
  runsOut,
  lotSize,
}: ItemPlan): Generator<Reason> {
  if (runsOut === undefined || runsOut >= receiptDay) return;
  const [fastest] = [...(item.sources ?? [])]
    .filter(({ leadTimeDays, supplier }) => leadTimeDays !== undefined && supplier !== undefined)
    .sort(by(({ leadTimeDays = 0 }) => leadTimeDays));
  if (fastest === undefined) return;
  const arrives = today + Math.ceil(fastest.leadTimeDays ?? 0);
  const missing = curve.until(receiptDay) - curve.until(Math.max(runsOut, arrives));
  const { quantity } = orderQuantity(missing, 0, { ...fastest, whole: lotSize.whole, tolerance: 0 });
  // a lot of more than a year is no bridge
  if (arrives >= receiptDay || !(quantity > 0) || quantity > Math.max(curve.mean(365), missing)) return;
  const price = unitPriceOf(fastest, quantity);
  yield {
    code: "bridge-source",
    supplier: fastest.supplier ?? "",
    quantity,
    on: isoDate(arrives),
    ...defined({
      amount: price === undefined ? undefined : brief(price * quantity),
      currency: fastest.currency ?? item.currency,
    }),
  };
}
