import { isoDate } from "../../calendar/date.ts";
import { defined } from "../../defined.ts";
import type { Item, SourceOffer, SourceReason } from "../../item.ts";
import { by } from "../../numeric/order.ts";
import { usableStock } from "../item/item-order.ts";
import type { ItemPlan } from "../item/item-plan.ts";
import { receivedFrom } from "../item/order-times.ts";
import { unitPriceOf } from "../lots/lot.ts";
import { orderQuantity } from "../lots/order-quantity.ts";
import { brief, clean } from "../lots/rounding.ts";
import { comparedBy, hasShare, isShared, isUsable, yearlyCost } from "../lots/sources.ts";

/** Why the order goes to the chosen source. */
function whyChosen({ item, terms }: ItemPlan, others: readonly Item[]): SourceReason {
  if (isShared(item) && hasShare(item)) return "share";
  if (item.preferred === true) return "preferred";
  const usable = others.filter(isUsable);
  if (usable.length === 0) return "only-usable";
  return comparedBy([item, ...usable], terms) === undefined ? "nearest" : "least-cost";
}

/** Why it does not go to another one. */
function whyNot(source: Item, { item, terms }: ItemPlan): SourceReason {
  if (isShared(item) && hasShare(source)) return "share";
  if (!isUsable(source)) return "lead-time-unknown";
  if (item.preferred === true || isShared(item)) return "not-preferred";
  if (!(yearlyCost(source, terms) < Number.POSITIVE_INFINITY)) return "price-unknown";
  const all = [item, ...(item.sources ?? [])].filter(isUsable);
  return comparedBy(all, terms) === undefined ? "currency-without-rate" : "costs-more";
}

/** What another source would bring for the same need. */
function instead(source: Item, plan: ItemPlan): number {
  const { item, curve, position, lotSize, need } = plan;
  const days = Math.ceil(source.leadTimeDays ?? 0);
  const rules = {
    ...source,
    ...defined({ maximumStock: item.maximumStock, usableStock: usableStock(item, curve, days) }),
    whole: lotSize.whole,
    tolerance: 0,
  };
  return orderQuantity(need, position.position, rules).quantity;
}

/** All sources of an item that has several, with what they ask for and why the order goes to one of them. */
export function sourceOffers(plan: ItemPlan, quantity: number): SourceOffer[] {
  const { item, orderDay, today, terms } = plan;
  const { sources: others = [], ...chosen } = item;
  if (others.length === 0) return [];
  const offer = (source: Item, why: SourceReason): SourceOffer => {
    const isChosen = source === chosen;
    const ordered = quantity > 0 && isUsable(source) ? (isChosen ? quantity : instead(source, plan)) : 0;
    const usual = Math.max(source.minimumOrder ?? 0, source.packSize ?? 0, terms.demandPerYear / 12, 1);
    const price = unitPriceOf(source, ordered > 0 ? ordered : usual);
    const cost = isUsable(source) ? yearlyCost(source, terms) : Number.POSITIVE_INFINITY;
    const { supplier, supplierItem, share, leadTimeDays, minimumOrder, packSize, currency } = source;
    const received = isChosen ? plan.receiptDay : receivedFrom(plan, source, Math.max(today, orderDay));
    return {
      ...defined({ supplier, supplierItem }),
      chosen: isChosen,
      why,
      ...defined({ share, leadTimeDays, minimumOrder, packSize, unitPrice: price, currency }),
      ...defined({ costPerYear: Number.isFinite(cost) ? brief(cost) : undefined }),
      ...(ordered > 0
        ? {
            quantity: ordered,
            ...defined({ amount: price === undefined ? undefined : clean(price * ordered) }),
            receiptBy: isoDate(received),
          }
        : {}),
    };
  };
  const usable = [item, ...others].filter(isUsable);
  const costOf = comparedBy(usable, terms) ?? (() => 0);
  const rest = [...others].sort(
    by(
      (source) => (isUsable(source) ? 0 : 1),
      costOf,
      ({ leadTimeDays = 0 }) => leadTimeDays,
      ({ supplier = "" }) => supplier,
    ),
  );
  return [
    offer(chosen, whyChosen(plan, others)),
    ...rest.map((source) => offer(source, whyNot(source, plan))),
  ];
}
