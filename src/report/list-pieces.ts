import type { Lang } from "../words/languages.ts";
import { encoded } from "./byte-writer.ts";
import { type Cell, csv, csvDialects } from "./csv/csv.ts";
import { listTables } from "./csv/tables.ts";
import { tableWorkbook } from "./table.ts";

/** A field as a cell: what is no single value, as JSON. */
const cellOf = (value: unknown): Cell =>
  value === undefined || value === null
    ? undefined
    : typeof value === "string" || typeof value === "number" || typeof value === "boolean"
      ? value
      : JSON.stringify(value);

/** Columns of rows of any kind: every field that one of them has, in the order in which they appear. */
function columnsOf(rows: readonly object[]): string[] {
  const seen = new Set<string>();
  for (const row of rows) for (const name of Object.keys(row)) seen.add(name);
  return [...seen];
}

/** Rows of one of the lists of a plan as a file, in pieces: in the form of its result file where it has one. */
export function listPieces(
  kind: string,
  rows: readonly object[],
  lang: Lang,
  medium: "csv" | "xlsx",
): Iterable<Uint8Array> {
  const table = listTables[kind];
  const columns = table?.columns ?? columnsOf(rows);
  function* cells(): Generator<Cell[]> {
    for (const row of rows) {
      const fields = new Map<string, unknown>(Object.entries(row));
      yield table?.cells(row, lang) ?? columns.map((name) => cellOf(fields.get(name)));
    }
  }
  return medium === "csv"
    ? encoded(csv(columns, cells(), csvDialects[lang]))
    : tableWorkbook(kind, columns, [...cells()]);
}
