import { words } from "../../../../src/index.ts";
import { date, lang, money, number, say } from "../../language.ts";
import { unpricedOf } from "../../parts/order-sums.ts";
import { sumByCurrency } from "../../session/work-line.ts";
import type { OrderView } from "../../shapes.ts";
import { bookWords } from "../../words/book.ts";

/** Mail programs cut a longer address: what is beyond belongs into a file. */
const mostLines = 25;

function lineOf({ item, supplierItem, name, quantity, unit, receiptBy }: OrderView): string {
  const what = [supplierItem, item, name].filter((text) => text !== null && text !== "").join(" · ");
  const until = receiptBy === null ? "" : `, ${words.wordsOf(lang()).columns.receiptBy} ${date(receiptBy)}`;
  return `${number(quantity)} ${unit ?? ""}  ${what}${until}`;
}

/** A letter with the lines of an order, to be sent by the reader's own mail program. */
export function mailTo(supplier: string, orders: readonly OrderView[]): string {
  const shown = orders.slice(0, mostLines).map(lineOf);
  const rest = orders.length - shown.length;
  const sums = sumByCurrency(orders, ({ amount }) => amount).map(([currency, sum]) =>
    money(sum, currency || undefined),
  );
  const body = [
    bookWords.mailHello,
    "",
    bookWords.mailText,
    "",
    ...shown,
    ...(rest > 0 ? [say(bookWords.mailMore, { count: rest })] : []),
    "",
    `${words.wordsOf(lang()).columns.amount}: ${[sums.join(" + ") || "–", ...unpricedOf(orders)].join(" · ")}`,
    "",
    bookWords.mailEnd,
  ].join("\r\n");
  const subject = say(bookWords.mailSubject, { supplier });
  return `mailto:?subject=${encodeURIComponent(subject)}&body=${encodeURIComponent(body)}`;
}
