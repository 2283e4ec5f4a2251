import { defined } from "../../defined.ts";
import type { SourceOffer } from "../../item.ts";
import { lineAmount } from "../../order-lines.ts";
import type { Suggestion } from "../../suggestion.ts";
import { packOf } from "../lots/order-quantity.ts";
import { clean } from "../lots/rounding.ts";
import { priceAt } from "../textbook/price-breaks.ts";

/** What of a suggestion says from whom, how much, at what price and when. */
type Sourced = Pick<
  Suggestion,
  | "supplier"
  | "supplierItem"
  | "quantity"
  | "purchaseQuantity"
  | "purchaseUnit"
  | "unitPrice"
  | "amount"
  | "currency"
  | "receiptBy"
  | "split"
  | "sources"
> &
  Partial<Pick<Suggestion, "orderBy">>;

/** Fields that another source brings with it, or has not. */
const ofTheSource: ReadonlySet<string> = new Set([
  "supplierItem",
  "purchaseQuantity",
  "purchaseUnit",
  "unitPrice",
  "amount",
  "currency",
  "split",
] satisfies (keyof Sourced)[]);

/** The sources of an item that can be ordered from: they have a name, and it is known when they deliver. */
export const orderableFrom = ({ sources = [] }: Pick<Suggestion, "sources">): readonly SourceOffer[] =>
  sources.filter(({ supplier, leadTimeDays }) => supplier !== undefined && (leadTimeDays ?? -1) >= 0);

/** Fewest to order and whole packs of a source, where it has such rules. */
export function lotsOfOffer({ minimumOrder, packSize, unitsPerPurchaseUnit }: SourceOffer) {
  const given = { ...defined({ packSize, unitsPerPurchaseUnit }), whole: false, tolerance: 0 };
  return defined({ minimumOrder, packSize: packOf(given) });
}

/**
 * An order as another source of its item delivers it, all of it from there: its number, lots, price for the quantity,
 * currency, and the days of order and receipt. The order itself where it is that one's already, or where `supplier` cannot deliver.
 * @param quantity as decided; absent: what the same need is there
 *
 * @example
 * orderFrom({ supplier: "Far", quantity: 38, sources: [far, { supplier: "Near", packSize: 10, quantity: 40, … }], … }, "Near")
 * // 40 from Near at its price, there by its day
 */
export function orderFrom<S extends Sourced>(
  order: S,
  supplier: string | null | undefined,
  quantity?: number | null,
): S {
  const offer = orderableFrom(order).find((one) => one.supplier === supplier);
  if (offer === undefined || (offer.chosen && order.split === undefined)) return order;
  const kept = Object.entries(order).filter(([field]) => !ofTheSource.has(field));
  const there = quantity ?? offer.quantity ?? 0;
  const { priceBreaks, purchaseUnit, unitsPerPurchaseUnit: units, currency } = offer;
  const unitPrice = priceBreaks === undefined ? offer.unitPrice : priceAt(priceBreaks, there, Number.NaN);
  return {
    ...Object.fromEntries(kept),
    supplier: offer.supplier,
    quantity: there,
    ...(purchaseUnit === undefined || units === undefined
      ? {}
      : { purchaseQuantity: clean(there / units), purchaseUnit }),
    ...defined({ supplierItem: offer.supplierItem, unitPrice, currency }),
    ...defined({ amount: unitPrice === undefined ? undefined : lineAmount(unitPrice, there) }),
    ...defined({ orderBy: offer.orderBy ?? order.orderBy }),
    receiptBy: offer.receiptBy ?? order.receiptBy,
  } as S;
}
