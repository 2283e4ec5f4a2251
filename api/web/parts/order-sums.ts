import { money, say, whole } from "../language.ts";
import { sumByCurrency } from "../session/work-line.ts";
import type { OrderView } from "../shapes.ts";
import { bookWords } from "../words/book.ts";

/** How many of some orders no sum of them holds, for want of a price; nothing where it holds all. */
export function unpricedOf(orders: readonly OrderView[]): string[] {
  const count = orders.filter(({ amount }) => amount === null).length;
  return count === 0 ? [] : [say(bookWords.unpriced, { count: whole(count) })];
}

/** Count and money of some orders, and what the money leaves out. */
export function sumsOf(orders: readonly OrderView[]): string {
  const sums = sumByCurrency(orders, ({ amount }) => amount).map(([currency, sum]) =>
    money(sum, currency || undefined),
  );
  return [say(bookWords.lines, { count: whole(orders.length) }), ...sums, ...unpricedOf(orders)].join(" · ");
}
