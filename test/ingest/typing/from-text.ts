import { isoDate } from "../../../src/calendar/date.ts";
import { type OrdersRead, readOrders } from "../../../src/ingest/orders/orders.ts";
import { QuestionError } from "../../../src/ingest/questions.ts";
import type { ReadOptions } from "../../../src/ingest/read-options.ts";
import { type ByteSource, bytesSource } from "../../../src/ingest/source.ts";
import { decode, lineKinds } from "../../../src/order.ts";

/** A file of a text. */
export const file = (text: string, name = "orders.csv"): ByteSource =>
  bytesSource(name, new TextEncoder().encode(text));

/** "item date quantity kind" of every line, in file order. */
export function linesOf({ lines }: OrdersRead): string[] {
  return Array.from({ length: lines.length }, (_, k) =>
    [
      decode(lines.items, lines.item[k]),
      isoDate(lines.day[k]),
      lines.quantity[k],
      lineKinds[lines.kind[k]],
    ].join(" "),
  );
}

/** Lines of texts, read as order files named a.csv, b.csv, … */
export const readTexts = (texts: readonly string[], options: ReadOptions = {}): OrdersRead =>
  readOrders(
    texts.map((text, k) => file(text, `${"abcdefgh"[k]}.csv`)),
    options,
  );

export const readText = (text: string, options: ReadOptions = {}): OrdersRead => readTexts([text], options);

/** The question that a text asks, or undefined when it is read. */
export function questionOf(text: string, options: ReadOptions = {}): QuestionError | undefined {
  try {
    readText(text, options);
    return undefined;
  } catch (error) {
    if (error instanceof QuestionError) return error;
    throw error;
  }
}

/** Codes of the issues, each once, sorted. */
export const codes = ({ issues }: { readonly issues: OrdersRead["issues"] }): string[] =>
  [...new Set(issues.map(({ code }) => code))].sort();
