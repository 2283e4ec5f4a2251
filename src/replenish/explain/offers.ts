import { isoDate } from "../../calendar/date.ts";
import { defined } from "../../defined.ts";
import type { Item, SourceOffer, SourceReason } from "../../item.ts";
import { by } from "../../numeric/order.ts";
import { lineAmount } from "../../order-lines.ts";
import { usableStock } from "../item/item-order.ts";
import type { ItemPlan } from "../item/item-plan.ts";
import { orderedFromSource, receivedFrom } from "../item/order-times.ts";
import { unitPriceOf } from "../lots/lot.ts";
import { orderQuantity } from "../lots/order-quantity.ts";
import { brief } from "../lots/rounding.ts";
import { comparedBy, hasShare, isShared, isUsable, shutSources, yearlyCost } from "../lots/sources.ts";

/** Why the order goes to the chosen source. */
function whyChosen(plan: ItemPlan, others: readonly Item[]): SourceReason {
  const { item, terms } = plan;
  if (isShared(item) && hasShare(item)) return "share";
  if (item.preferred === true) return "preferred";
  const usable = others.filter(isUsable);
  if (usable.length === 0) return "only-usable";
  const shut = shutOf(plan);
  if (shut.size > 0 && usable.every((source) => shut.has(source))) return "others-closed";
  return comparedBy([item, ...usable], terms) === undefined ? "nearest" : "least-cost";
}

/** Sources that are passed over because they are shut for long. */
const shutOf = ({ item, arrivalsOf }: ItemPlan): ReadonlySet<Item> =>
  shutSources(item, [item, ...(item.sources ?? [])].filter(isUsable), arrivalsOf);

/** Why it does not go to another one. */
function whyNot(source: Item, plan: ItemPlan): SourceReason {
  const { item, terms } = plan;
  if (isShared(item) && hasShare(source)) return "share";
  if (!isUsable(source)) return "lead-time-unknown";
  if (shutOf(plan).has(source)) return "closed";
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

/** Prices of a source by quantity, from the first unit on, where more than one is known. */
const pricesOf = ({ unitCost, priceBreaks = [] }: Item) =>
  unitCost === undefined || priceBreaks.length === 0
    ? undefined
    : [{ from: 0, price: unitCost }, ...priceBreaks.map(({ from, price }) => ({ from, price }))];

/** All sources of an item that has several, with what they ask for and why the order goes to one of them. */
export function sourceOffers(plan: ItemPlan, quantity: number): SourceOffer[] {
  const { item, orderDay, today, terms, need } = plan;
  const { sources: others = [], ...chosen } = item;
  if (others.length === 0) return [];
  const offer = (source: Item, why: SourceReason): SourceOffer => {
    const isChosen = source === chosen;
    const ordered = quantity > 0 && isUsable(source) ? (isChosen ? quantity : instead(source, plan)) : 0;
    const usual = Math.max(source.minimumOrder ?? 0, source.packSize ?? 0, terms.demandPerYear / 12, 1);
    const price = unitPriceOf(source, ordered > 0 ? ordered : usual);
    const cost = isUsable(source) ? yearlyCost(source, terms) : Number.POSITIVE_INFINITY;
    const { supplier, supplierItem, share, leadTimeDays, minimumOrder, packSize, currency } = source;
    const { purchaseUnit, unitsPerPurchaseUnit } = source;
    const asked = isChosen ? orderDay : orderedFromSource(plan, source, Math.max(today, orderDay));
    const received = isChosen ? plan.receiptDay : receivedFrom(plan, source, Math.max(today, orderDay));
    return {
      ...defined({ supplier, supplierItem }),
      chosen: isChosen,
      why,
      ...defined({ share, leadTimeDays, minimumOrder, packSize, purchaseUnit, unitsPerPurchaseUnit }),
      ...defined({ priceBreaks: pricesOf(source), unitPrice: price, currency }),
      ...defined({ costPerYear: Number.isFinite(cost) ? brief(cost) : undefined }),
      ...(ordered > 0
        ? {
            quantity: ordered,
            ...defined({ amount: price === undefined ? undefined : lineAmount(price, ordered) }),
          }
        : {}),
      ...(isUsable(source) && (ordered > 0 || need > 0)
        ? { orderBy: isoDate(asked), receiptBy: isoDate(received) }
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
