import { money, say, t, whole } from "../../language.ts";
import { sumByCurrency } from "../../session/work-line.ts";
import type { OrderView } from "../../shapes.ts";

/** Count and money of some orders. */
export function sumsOf(orders: readonly OrderView[]): string {
  const sums = sumByCurrency(orders, ({ amount }) => amount).map(([currency, sum]) =>
    money(sum, currency || undefined),
  );
  return [say(t.book.lines, { count: whole(orders.length) }), ...sums].join(" · ");
}
