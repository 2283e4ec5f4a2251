import type { Item } from "../item.ts";
import type { ItemDemand } from "./item-demand.ts";

/**
 * Value of the last twelve months for the ABC classes: money where any item has a price (foreign currencies by
 * `rates`, else at face value), quantity where none has.
 */
export function annualValues(
  demands: readonly ItemDemand[],
  items: readonly Item[],
  rates: Readonly<Record<string, number>>,
): number[] {
  const priced = items.some(({ unitCost }) => unitCost !== undefined);
  return demands.map(({ annualQuantity }, k) => {
    const { unitCost = 0, currency } = items[k];
    const rate = currency === undefined ? 1 : (rates[currency] ?? 1);
    return annualQuantity * (priced ? unitCost * rate : 1);
  });
}

/**
 * ABC by value, cumulative 80 and 95 %. The item that crosses a limit still belongs to the higher class.
 * @example abc([80, 15, 5]) // ["A", "B", "C"]
 */
export function abc(values: readonly number[]): ("A" | "B" | "C")[] {
  const order = values.map((_, k) => k).sort((a, b) => values[b] - values[a] || a - b);
  let total = 0;
  for (const k of order) total += values[k];
  const classes: ("A" | "B" | "C")[] = values.map(() => "C");
  let before = 0;
  for (const k of order) {
    if (total > 0 && values[k] > 0) {
      classes[k] = before < 0.8 * total ? "A" : before < 0.95 * total ? "B" : "C";
    }
    before += values[k];
  }
  return classes;
}
