import type { HistoryRow } from "./history-row.ts";
import type { WriteDate, WriteNumber } from "./styles.ts";

export type Cells = readonly (readonly string[])[];

export interface TextStyle {
  readonly delimiter: string;
  readonly lineEnd?: string;
  /** Quotes around every cell instead of only where they are needed. */
  readonly quoteAll?: boolean;
  /** A delimiter after the last cell too. */
  readonly trailing?: boolean;
}

/** Records as delimited text (RFC 4180 but for the style), every record ended. */
export function delimited(
  cells: Cells,
  { delimiter, lineEnd = "\r\n", quoteAll = false, trailing = false }: TextStyle,
): string {
  const written = (cell: string) =>
    quoteAll || cell.includes(delimiter) || /["\r\n]/.test(cell) ? `"${cell.replaceAll('"', '""')}"` : cell;
  const end = trailing ? delimiter + lineEnd : lineEnd;
  return cells.map((record) => record.map(written).join(delimiter) + end).join("");
}

export const germanHeadings = [
  "Belegnr.",
  "Pos.",
  "Buchungsdatum",
  "Bewegungsart",
  "Artikelnummer",
  "Menge",
  "ME",
  "Einzelpreis",
];
export const englishHeadings = ["order", "line", "date", "kind", "item", "quantity", "unit", "price"];

/** Heading and records of a history, one record a line of it. */
export function historyCells(
  rows: readonly HistoryRow[],
  language: "de" | "en",
  number: WriteNumber,
  date: WriteDate,
): string[][] {
  const [issue, returned] = language === "de" ? ["Verbrauch", "Rückgabe"] : ["issue", "return"];
  return [
    language === "de" ? germanHeadings : englishHeadings,
    ...rows.map((row) => [
      row.order,
      row.line,
      date(row.date),
      (row.quantity < 0 ? returned : issue) as string,
      row.item,
      number(row.quantity, 2),
      row.unit,
      number(row.price, 4),
    ]),
  ];
}
