import type { Issue } from "../../issue.ts";
import { defaultLimits, type Limits } from "../limits.ts";
import { type ByteSource, headOf } from "../source.ts";
import { openCsv } from "./csv-table.ts";
import { isZip } from "./file-signature.ts";
import { openSheet } from "./sheet-table.ts";

/** One row of a table, every cell as the text that stands in the file. */
export interface TableRecord {
  /** Physical line (1-based) where the record starts; for XLSX the row of the sheet. */
  readonly row: number;
  readonly cells: string[];
  /** XLSX only, per cell: 0 text, 1 number (shortest decimal with a point), 2 date (ISO, with Thh:mm:ss where it has a time). */
  readonly types?: Uint8Array;
}

/** A file read as a table of strings; nothing is typed. */
export interface Table {
  readonly encoding: string;
  readonly bom: boolean;
  readonly delimiter: string;
  readonly quote: string;
  readonly escape: string;
  /** "\n", "\r\n", "\r" or "mixed". */
  readonly newline: string;
  /** Physical lines before the table, blank ones counted. */
  readonly preambleLines: number;
  readonly headerRows: number;
  /** [] when `headerRows` is 0; several heading rows are joined cell by cell with one blank. */
  readonly header: string[];
  /** Row of the first heading (1 when there is none). */
  readonly headerRow: number;
  /** Text of the skipped leading lines that are not blank. */
  readonly preamble: readonly string[];
  readonly sheet?: string;
  /** Lazily, in memory that does not grow with the file; may be called again. Every record has the table's width. */
  records(): Iterable<TableRecord>;
  /** Known once `records()` ran to its end. */
  footerLines(): number;
  issues(): readonly Issue[];
}

export interface TableOptions {
  readonly limits?: Partial<Limits>;
  readonly sheet?: string;
}

/**
 * Opens a file as a table: kind by its bytes, encoding, dialect, preamble and headings from its first part.
 * Throws InputError (code, one line that says what to do) for what is no table.
 * @example [...openTable(bytesSource("a.csv", bytes)).records()] // [{ row: 2, cells: ["1", "2"] }]
 */
export function openTable(source: ByteSource, options: TableOptions = {}): Table {
  const limits = { ...defaultLimits, ...options.limits };
  return isZip(headOf(source.chunks(), 4))
    ? openSheet(source, limits, options.sheet)
    : openCsv(source, limits);
}

const csvCell = (cell: string): string => (/[",\r\n]/.test(cell) ? `"${cell.replaceAll('"', '""')}"` : cell);
const csvLine = (cells: readonly string[]): string => `${cells.map(csvCell).join(",")}\r\n`;

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
