import { money, say, whole } from "../../language.ts";
import { sumByCurrency } from "../../session/work-line.ts";
import type { OrderView } from "../../shapes.ts";
import { bookWords } from "../../words/book.ts";

/** Count and money of some orders. */
export function sumsOf(orders: readonly OrderView[]): string {
  const sums = sumByCurrency(orders, ({ amount }) => amount).map(([currency, sum]) =>
    money(sum, currency || undefined),
  );
  return [say(bookWords.lines, { count: whole(orders.length) }), ...sums].join(" · ");
}
