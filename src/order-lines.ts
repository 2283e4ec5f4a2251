import { defined } from "./defined.ts";
import type { Plan } from "./result.ts";
import type { OrderPart, Suggestion } from "./suggestion.ts";

/**
 * What a line costs, in whole cents as an invoice has it, halves up: lines that are shown sum up to the total that is
 * shown. A line of less than half a cent keeps its value.
 *
 * @example lineAmount(0.6218, 125) // 77.73
 */
export function lineAmount(unitPrice: number, quantity: number): number {
  const exact = Number((unitPrice * quantity).toPrecision(12));
  const cents = Math.round(Number((exact * 100).toPrecision(12))) / 100;
  return cents === 0 ? exact : cents;
}

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

/**
 * The parts of an order whose quantity was changed after it was split: each in proportion, in whole units, what that
 * leaves with the largest; none of nothing.
 *
 * @example partsOf([{ supplier: "N", quantity: 60, … }, { supplier: "S", quantity: 40, … }], 50) // 30 and 20
 */
export function partsOf(split: readonly OrderPart[], quantity: number): OrderPart[] {
  const whole = split.reduce((sum, part) => sum + part.quantity, 0);
  if (whole === quantity) return [...split];
  const shares = split.map((part) => Math.floor((part.quantity * quantity) / whole));
  const largest = split.reduce((k, part, at) => (part.quantity > (split[k]?.quantity ?? 0) ? at : k), 0);
  const rest = quantity - shares.reduce((sum, share) => sum + share, 0);
  return split.flatMap((part, k) => {
    const share = (shares[k] ?? 0) + (k === largest ? rest : 0);
    const { amount: _, ...known } = part;
    const amount = part.unitPrice === undefined ? undefined : lineAmount(part.unitPrice, share);
    return share === 0 ? [] : [{ ...known, quantity: share, ...defined({ amount }) }];
  });
}

/** What a plan orders, in the order of its items: a line for each source of an item. */
export const orderedLines = ({ items }: Pick<Plan, "items">): Suggestion[] =>
  items.flatMap(({ suggestion }) =>
    suggestion !== null && suggestion.quantity > 0 ? orderLinesOf(suggestion) : [],
  );
