import { date, number, say } from "../../language.ts";
import type { Advice } from "../../session/deliveries.ts";
import type { OpenOrder } from "../../shapes.ts";
import { bookWords } from "../../words/book.ts";
import { deliveriesWords } from "../../words/deliveries.ts";
import { itemWords } from "../../words/item.ts";

/** Mail programs cut a longer address. */
const mostLines = 25;

const lineOf = ({ order, item, due, quantity }: OpenOrder): string =>
  [order, item, `${itemWords.quantity} ${number(quantity)}`, `${itemWords.due} ${date(due)}`]
    .filter((text) => text !== undefined && text !== "")
    .join(" · ");

/** A letter that asks a supplier about some orders. */
export function reminder(supplier: string, advice: Advice, rows: readonly OpenOrder[]): string {
  const rest = rows.length - mostLines;
  const body = [
    bookWords.mailHello,
    "",
    deliveriesWords.asks[advice],
    "",
    ...rows.slice(0, mostLines).map(lineOf),
    ...(rest > 0 ? [say(bookWords.mailMore, { count: rest })] : []),
    "",
    bookWords.mailEnd,
  ].join("\r\n");
  const subject = say(deliveriesWords.subject, { supplier });
  return `mailto:?subject=${encodeURIComponent(subject)}&body=${encodeURIComponent(body)}`;
}
