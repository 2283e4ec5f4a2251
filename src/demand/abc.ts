import type { Item } from "../item.ts";
import type { Total } from "../total.ts";
import type { ItemDemand } from "./item-demand.ts";

/** Demand of an item in the last twelve months, and its value where the item has a price. */
interface Annual {
  readonly quantity: number;
  readonly value?: number;
}

/** A year's demand of every item, and what it is worth; 0 where an item has no price. */
interface AnnualColumns {
  priced: boolean;
  readonly quantities: number[];
  readonly values: number[];
  /** The smallest values in A and in B, once all items are known. */
  readonly cuts?: readonly [number, number];
}

/** A year's demand of an item at its price (foreign currencies by `rates`, else at face value). */
export function annualOf(
  { annualQuantity }: ItemDemand,
  { unitCost, currency }: Item,
  rates: Readonly<Record<string, number>>,
): Annual {
  if (unitCost === undefined) return { quantity: annualQuantity };
  const rate = currency === undefined ? 1 : (rates[currency] ?? 1);
  return { quantity: annualQuantity, value: annualQuantity * (unitCost * rate) };
}

/** Shares of the whole, cumulative, at which A and B end. */
const ends = [0.8, 0.95] as const;

/** The smallest values in A and in B; beyond all where there is none. */
function cutsOf(values: readonly number[]): readonly [number, number] {
  const sorted = Float64Array.from(values).sort().reverse();
  const total = sorted.reduce((sum, value) => sum + value, 0);
  const cuts: [number, number] = [Number.POSITIVE_INFINITY, Number.POSITIVE_INFINITY];
  let before = 0;
  for (const [k, value] of sorted.entries()) {
    // those of one value are of one class: it is decided where the first of them stands
    if (!(total > 0 && value > 0)) break;
    if (value !== sorted[k - 1])
      for (const [c, end] of ends.entries()) if (before < end * total) cuts[c] = value;
    before += value;
  }
  return cuts;
}

/**
 * ABC by value of a year, cumulative 80 and 95 %: by money where any item has a price, by quantity where none has. What
 * crosses a limit still belongs to the higher class, with all of the same value; what follows gives the class of any item.
 * @example [80, 15, 5].map((quantity) => ({ quantity })).map(totalOf(abcClasses, …)) // ["A", "B", "C"]
 */
export const abcClasses: Total<Annual, AnnualColumns, (one: Annual) => "A" | "B" | "C"> = {
  empty: () => ({ priced: false, quantities: [], values: [] }),
  add(sum, { quantity, value }) {
    if (value !== undefined) sum.priced = true;
    sum.quantities.push(quantity);
    sum.values.push(value ?? 0);
  },
  merge(sum, { priced, quantities, values }) {
    if (priced) sum.priced = true;
    for (const one of quantities) sum.quantities.push(one);
    for (const one of values) sum.values.push(one);
  },
  condense: ({ priced, quantities, values }) => ({
    priced,
    quantities: [],
    values: [],
    cuts: cutsOf(priced ? values : quantities),
  }),
  finish({ priced, quantities, values, cuts }) {
    const [a, b] = cuts ?? cutsOf(priced ? values : quantities);
    return ({ quantity, value = 0 }) => {
      const own = priced ? value : quantity;
      return own >= a ? "A" : own >= b ? "B" : "C";
    };
  },
};
