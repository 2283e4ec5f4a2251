import { date, number, say, t } from "../../language.ts";
import type { Advice } from "../../session/deliveries.ts";
import type { OpenOrder } from "../../shapes.ts";

/** Mail programs cut a longer address. */
const mostLines = 25;

const lineOf = ({ order, item, due, quantity }: OpenOrder): string =>
  [order, item, `${t.item.quantity} ${number(quantity)}`, `${t.item.due} ${date(due)}`]
    .filter((text) => text !== undefined && text !== "")
    .join(" · ");

/** A letter that asks a supplier about some orders. */
export function reminder(supplier: string, advice: Advice, rows: readonly OpenOrder[]): string {
  const rest = rows.length - mostLines;
  const body = [
    t.book.mailHello,
    "",
    t.deliveries.asks[advice],
    "",
    ...rows.slice(0, mostLines).map(lineOf),
    ...(rest > 0 ? [say(t.book.mailMore, { count: rest })] : []),
    "",
    t.book.mailEnd,
  ].join("\r\n");
  const subject = say(t.deliveries.subject, { supplier });
  return `mailto:?subject=${encodeURIComponent(subject)}&body=${encodeURIComponent(body)}`;
}
