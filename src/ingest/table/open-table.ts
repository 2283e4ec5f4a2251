import { quoted } from "../../quoted.ts";
import { defaultLimits, type Limits } from "../limits.ts";
import { type ByteSource, headOf } from "../source.ts";
import type { SheetWish } from "./book/chosen-sheets.ts";
import { openCsv } from "./csv-table.ts";
import { isOldWorkbook, isZip } from "./file-signature.ts";
import { gunzipped, isGzip } from "./gzip.ts";
import type { Table } from "./record.ts";
import { openSheet } from "./sheet-table.ts";

/** What is known of a table beforehand. */
export interface TableOptions extends SheetWish {
  readonly limits?: Partial<Limits>;
}

/** A file as it was before it was packed by gzip. */
const unpacked = (source: ByteSource, limits: Limits): ByteSource =>
  isGzip(headOf(source.chunks(), 2))
    ? { ...source, chunks: () => gunzipped(source.chunks(), limits) }
    : source;

/**
 * Opens a file as a table: kind by its bytes, encoding, dialect, preamble and headings from its first part.
 * Throws InputError (code, one line that says what to do) for what is no table.
 * @example [...openTable(bytesSource("a.csv", bytes)).records()] // [{ row: 2, cells: ["1", "2"] }]
 */
export function openTable(source: ByteSource, options: TableOptions = {}): Table {
  const limits = { ...defaultLimits, ...options.limits };
  const bare = unpacked(source, limits);
  const head = headOf(bare.chunks(), 4);
  const isBook = isZip(head) || (source.asXlsx !== undefined && isOldWorkbook(head));
  return isBook ? openSheet(bare, limits, options) : openCsv(source, limits);
}

const csvLine = (cells: readonly string[]): string =>
  `${cells.map((cell) => quoted(cell, ",")).join(",")}\r\n`;

/** The table as read, as RFC 4180 CSV (comma, CRLF), the header first when there is one: `inspect --cells`. */
export function tableCells(
  source: ByteSource,
  options: TableOptions = {},
): { csv: Iterable<string>; table: Table } {
  const table = openTable(source, options);
  function* csv(): Generator<string> {
    if (table.headerRows > 0) yield csvLine(table.header);
    for (const { cells } of table.records()) yield csvLine(cells);
  }
  return { csv: { [Symbol.iterator]: csv }, table };
}
