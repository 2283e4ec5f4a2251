import type { Issue } from "../../issue.ts";

/** One row of a table, every cell as the text that stands in the file. */
export interface TableRecord {
  /** Physical line (1-based) where the record starts; for XLSX the row of the sheet. */
  readonly row: number;
  readonly cells: string[];
  /** XLSX only, per cell: 0 text, 1 number (shortest decimal with a point), 2 date (ISO, with Thh:mm:ss where it has a time). */
  readonly types?: Uint8Array;
}

/** A sheet of a workbook, and what became of it. */
export interface TableSheet {
  readonly name: string;
  readonly visible: boolean;
  readonly read: boolean;
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
  /** The heading rows as they stand, where the table still has its own. */
  readonly headings?: readonly (readonly string[])[];
  /** Row of the first heading (1 when there is none). */
  readonly headerRow: number;
  /** Text of the skipped leading lines that are not blank. */
  readonly preamble: readonly string[];
  /** The first sheet that is read. */
  readonly sheet?: string;
  /** All sheets of a workbook in their order. */
  readonly sheets?: readonly TableSheet[];
  /** Names of sheets that stand as items in the last column, where nothing else names any. */
  readonly itemSheets?: readonly string[];
  /** Lazily, in memory that does not grow with the file; may be called again. Every record has the table's width. */
  records(): Iterable<TableRecord>;
  /** Known once `records()` ran to its end. */
  footerLines(): number;
  issues(): readonly Issue[];
}

/** A table with another heading and records made of its own, and what is said about that. */
export const reshaped = (
  table: Table,
  header: readonly string[],
  records: () => Iterator<TableRecord>,
  said: Issue,
): Table => ({
  ...table,
  header: [...header],
  records: () => ({ [Symbol.iterator]: records }),
  footerLines: () => table.footerLines(),
  issues: () => [...table.issues(), said],
});
