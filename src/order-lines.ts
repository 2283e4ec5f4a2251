import { defined } from "./defined.ts";
import type { Suggestion } from "./suggestion.ts";

/**
 * A suggestion as the order lines it becomes: itself, or one for each source that shares its item, with the supplier,
 * quantity, price and receipt of that part. Packs, the main supplier's own number and what today's parameters would order stay with its line.
 *
 * @example
 * orderLinesOf({ item: "A", supplier: "N", quantity: 100, split: [{ supplier: "N", quantity: 60, … }, { supplier: "S", quantity: 40, … }], … })
 * // two lines of A: 60 from N, 40 from S
 */
export function orderLinesOf(suggestion: Suggestion): Suggestion[] {
  const { split, ...whole } = suggestion;
  if (split === undefined) return [suggestion];
  const { amount: _, unitPrice: __, purchaseQuantity, purchaseUnit, supplierItem, asIs, ...line } = whole;
  return split.map((part) => {
    const isMain = part.supplier === suggestion.supplier;
    const packs =
      purchaseQuantity === undefined ? undefined : (purchaseQuantity * part.quantity) / whole.quantity;
    return {
      ...line,
      ...part,
      ...(isMain ? defined({ purchaseQuantity: packs, purchaseUnit, supplierItem, asIs }) : {}),
    };
  });
}
