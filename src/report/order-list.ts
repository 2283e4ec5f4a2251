import { defined } from "../defined.ts";
import { ascending, by } from "../numeric/order.ts";
import { lineAmount, orderLinesOf } from "../order-lines.ts";
import type { Plan } from "../result.ts";
import type { Basket, Suggestion } from "../suggestion.ts";

/** What is ordered from one supplier in one currency. */
export interface SupplierOrder {
  /** Absent: the item has no supplier. */
  readonly supplier?: string;
  readonly currency?: string;
  readonly orderDate: string;
  /** Lines with something to order, the most expensive first. */
  readonly lines: readonly Suggestion[];
  /** Sum of the priced lines; absent where no line has a price. */
  readonly amount?: number;
  /** What today's min/max would order from this supplier now, over all its items that have parameters. */
  readonly asIsAmount?: number;
  readonly basket?: Basket;
}

/** The most money first, lines without a price last. */
const byAmount = by<Suggestion>(
  ({ amount = -1 }) => -amount,
  ({ item }) => item,
);

const sum = (values: readonly (number | undefined)[]): number | undefined => {
  const known = values.filter((x) => x !== undefined);
  return known.length === 0 ? undefined : known.reduce((total, x) => total + x, 0);
};

const asIsAmount = ({ asIs, unitPrice }: Suggestion): number | undefined =>
  asIs === undefined || unitPrice === undefined ? undefined : lineAmount(unitPrice, asIs.quantity);

function supplierOrder(of: readonly Suggestion[], baskets: readonly Basket[]): SupplierOrder {
  const lines = of.filter(({ quantity }) => quantity > 0).sort(byAmount);
  const { supplier, currency } = of[0];
  const basket = baskets.find(
    (b) => b.supplier === supplier && (b.currency === currency || currency === undefined),
  );
  const amount = sum(lines.map((line) => line.amount));
  const asIs = sum(of.map(asIsAmount));
  return {
    ...defined({ supplier, currency }),
    orderDate: lines.map(({ orderBy }) => orderBy).sort(ascending)[0] ?? "",
    lines,
    ...defined({ amount, asIsAmount: asIs, basket }),
  };
}

/** Orders by supplier and currency, the most money first; only suppliers with something to order. */
export function supplierOrders(plan: Plan): SupplierOrder[] {
  const groups = new Map<string, Suggestion[]>();
  const lines = plan.items.flatMap(({ suggestion }) => (suggestion === null ? [] : orderLinesOf(suggestion)));
  for (const suggestion of lines) {
    const key = JSON.stringify([suggestion.supplier, suggestion.currency]);
    const group = groups.get(key);
    if (group === undefined) groups.set(key, [suggestion]);
    else group.push(suggestion);
  }
  return [...groups.values()]
    .map((group) => supplierOrder(group, plan.baskets))
    .filter(({ lines }) => lines.length > 0)
    .sort(
      by(
        ({ amount = -1 }) => -amount,
        ({ supplier = "" }) => supplier,
      ),
    );
}
