import { defined } from "../../defined.ts";
import { normaliseHeading } from "../cells/heading-key.ts";
import { synonymIndex } from "../columns/synonyms.ts";
import { reshaped, type Table, type TableRecord } from "../table/record.ts";

/** Rows by which a column of lists is known. */
const sampleRows = 500;
const fewestRows = 2;
const widest = 60;

/** "5 x MUG", and "MUG x 5", "MUG (5)", "MUG: 5". */
const countFirst = /^(\d{1,5})\s*[x×*]\s*(\S.*)$/iu;
const countLast = /^(.*\S)\s*(?:\s[x×*]\s*|\s[x×*]?\(x?\s*|:\s*)(\d{1,5})\)?$/iu;
const separators = ["\n", ";", "|", ",", " + "];

interface Piece {
  readonly item: string;
  readonly count: string;
}

function pieceOf(text: string): Piece | undefined {
  const [, count, after] = countFirst.exec(text) ?? [];
  const [, before, last] = countLast.exec(text) ?? [];
  const [item, of] = after === undefined ? [before, last] : [after, count];
  return item === undefined || of === undefined || !/\p{L}/u.test(item) ? undefined : { item, count: of };
}

/** The articles of a cell with how many of each; undefined where a part of it says no number. */
function piecesOf(cell: string, separator: string): readonly Piece[] | undefined {
  const parts = cell.split(separator).filter((part) => part.trim() !== "");
  const pieces = parts.flatMap((part) => pieceOf(part.trim()) ?? []);
  return pieces.length === parts.length ? pieces : undefined;
}

/** Number of an article with its name behind it: "SW-1 Tasse". */
const numbered = /^(\S+) +\p{L}/u;
const numberOf = (item: string): string | undefined => {
  const number = numbered.exec(item)?.[1];
  return number !== undefined && /\d/.test(number) ? number : undefined;
};

/** How the articles of a column are called: by their number, where each of them has one before its name. */
function namer(rows: readonly TableRecord[], { column, separator }: List): (item: string) => string {
  const items = rows.flatMap(({ cells }) => piecesOf(cells[column] ?? "", separator) ?? []);
  const areNumbered = items.every(({ item }) => numberOf(item) !== undefined);
  return (item) => (areNumbered ? (numberOf(item) ?? item) : item);
}

interface List {
  readonly column: number;
  readonly separator: string;
}

/** The column whose cells list articles with their numbers, and what stands between them. */
function listIn(rows: readonly TableRecord[], width: number): List | undefined {
  for (let column = 0; column < width; column++) {
    const cells = rows.map((row) => (row.cells[column] ?? "").trim()).filter((cell) => cell !== "");
    if (cells.length < fewestRows) continue;
    const separator = separators.find((one) => {
      const lists = cells.map((cell) => piecesOf(cell, one));
      return lists.every((list) => list !== undefined) && lists.some((list) => list.length > 1);
    });
    if (separator !== undefined) return { column, separator };
  }
  return undefined;
}

/**
 * A list of orders whose articles stand in one cell ("MUG x 5, CUP x 6") as one with a row for each of them; what the
 * order costs stands in no row then. Any other table as it is.
 */
export function withItemsInCells(table: Table): Table {
  const { header } = table;
  const fields = header.map((heading) =>
    (synonymIndex("orders").byKey.get(normaliseHeading(heading).key) ?? []).map(({ field }) => field),
  );
  if (header.length > widest || fields.some((own) => own.includes("quantity"))) return table;
  const rows: TableRecord[] = [];
  for (const record of table.records()) if (rows.push(record) >= sampleRows) break;
  const list = listIn(rows, header.length);
  if (list === undefined) return table;
  const { column, separator } = list;
  const named = namer(rows, list);
  const money = new Set(
    fields.flatMap((own, k) => (own.includes("amount") || own.includes("price") ? [k] : [])),
  );
  function* records(): Generator<TableRecord> {
    for (const { row, cells, types } of table.records()) {
      const pieces = piecesOf(cells[column] ?? "", separator) ?? [];
      const found = pieces.length === 0 ? [{ item: cells[column] ?? "", count: "" }] : pieces;
      const kinds = types === undefined ? undefined : Uint8Array.of(...types, 0);
      for (const { item, count } of found) {
        const own = cells.map((cell, k) => (k === column ? named(item) : money.has(k) ? "" : cell));
        yield { row, cells: [...own, count], ...defined({ types: kinds }) };
      }
    }
  }
  const names = header.map((heading, k) =>
    k === column && fields[k]?.includes("item") !== true ? "Artikel" : heading,
  );
  return reshaped(table, [...names, "Menge"], records, {
    code: "cells-split",
    severity: "info",
    row: rows[0]?.row ?? table.headerRow,
    column: header[column] ?? "",
    text: rows[0]?.cells[column] ?? "",
  });
}
