import { lineKinds, type OrderLines } from "../../order.ts";
import { significantNumber } from "../../report/index.ts";

/** Rows, items, quantity and value by kind of file: by them a run is compared with the one before. */
export type Volumes = Readonly<Record<string, Readonly<Record<string, number>>>>;

/** Rows of the files beside the orders. */
interface Rows {
  readonly items: readonly unknown[];
  readonly suppliers: readonly unknown[];
  readonly openOrders: readonly unknown[];
  readonly requirements: readonly unknown[];
}

/** How much the files of a run hold; a kind without rows is left out. Quantities without their sign, 9 digits. */
export function volumesOf(lines: OrderLines, rows: Rows): Volumes {
  const { items, suppliers, openOrders, requirements } = rows;
  const counted = { items, suppliers, "open-orders": openOrders, requirements };
  return {
    orders: volumeOf(lines),
    ...Object.fromEntries(
      Object.entries(counted)
        .filter(([, { length }]) => length > 0)
        .map(([kind, { length }]) => [kind, { rows: length }]),
    ),
  };
}

const demanded = new Set(["sale", "issue", "purchase"].map((name) => lineKinds.indexOf(name as "sale")));

/** The last day of a line of demand that a day dates, not a period. */
export function lastDemandDay({ length, kind, day, byPeriod }: OrderLines): number | undefined {
  let last = Number.NEGATIVE_INFINITY;
  for (let k = 0; k < length; k++)
    if (day[k] > last && byPeriod[k] === 0 && demanded.has(kind[k])) last = day[k];
  return Number.isFinite(last) ? last : undefined;
}

function volumeOf(lines: OrderLines): Record<string, number> {
  let quantity = 0;
  let value = 0;
  for (let k = 0; k < lines.length; k++) {
    const amount = Math.abs(lines.quantity[k]);
    quantity += amount;
    if (lines.price[k] > 0) value += amount * lines.price[k];
  }
  return {
    rows: lines.length,
    items: lines.items.values.length,
    quantity: significantNumber(quantity),
    value: significantNumber(value),
  };
}
