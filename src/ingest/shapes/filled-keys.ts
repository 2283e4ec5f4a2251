import { normaliseHeading } from "../cells/heading-key.ts";
import { totalSaid } from "../cells/total-words.ts";
import { yearKeys } from "../columns/date-parts.ts";
import type { Field } from "../columns/fields.ts";
import { periodHeadings } from "../columns/period-headings.ts";
import { synonymsOf } from "../columns/synonyms.ts";
import { reshaped, type Table, type TableRecord } from "../table/record.ts";

/** Longer lists are no reports that somebody keeps by hand. */
const mostRows = 20_000;
/** From this share of rows without a key on a list names it in the first row of each. */
const manyBlanks = 0.3;
/** Words that tell the rows of one item apart. */
const mostWords = 12;

type Rows = readonly TableRecord[];

const at = ({ cells }: TableRecord, column: number): string => (cells[column] ?? "").trim();

/** The first column whose heading names a field; -1 for none. */
function columnOf(header: readonly string[], field: Field): number {
  const keys = new Set(synonymsOf("orders").flatMap((one) => (one.field === field ? [one.key] : [])));
  return header.findIndex((heading) => keys.has(normaliseHeading(heading).key));
}

/** True for a column that stands in the first of its rows alone: many are empty, and no text stands twice. */
function isNamedOnce(rows: Rows, column: number): boolean {
  const texts = rows.map((row) => at(row, column)).filter((text) => text !== "");
  const blanks = rows.length - texts.length;
  return (
    texts.length > 1 &&
    at(rows[0] ?? { row: 0, cells: [] }, column) !== "" &&
    blanks >= manyBlanks * rows.length &&
    new Set(texts).size === texts.length
  );
}

/**
 * Columns of a list with its periods across whose items stand in the first of their rows alone, below which a word in
 * another column tells the rows apart: each item has the same ones.
 */
function keysBefore(table: Table, rows: Rows): readonly number[] {
  const periods = periodHeadings(table.header);
  const item = columnOf(table.header, "item");
  const first = Math.min(...(periods ?? []).map(({ column }) => column));
  if (periods === undefined || item < 0 || item >= first || !isNamedOnce(rows, item)) return [];
  const before = Array.from({ length: first }, (_, column) => column);
  const names = new Set([columnOf(table.header, "name")]);
  const tells = before.some((column) => {
    const words = rows.map((row) => at(row, column));
    const groups = groupsOf(rows, item).map((own) => own.map((row) => at(row, column)));
    const known = new Set(words);
    return (
      column !== item &&
      !names.has(column) &&
      !words.includes("") &&
      known.size > 1 &&
      known.size <= mostWords &&
      groups.every((own) => new Set(own).size === own.length) &&
      groups.filter((own) => own.length === known.size).length >= 0.5 * groups.length
    );
  });
  if (!tells) return [];
  // What is empty wherever the item is belongs to it.
  return before.filter((column) => rows.every((row) => at(row, item) !== "" || at(row, column) === ""));
}

/** Rows by the item above them. */
function groupsOf(rows: Rows, item: number): TableRecord[][] {
  const groups: TableRecord[][] = [];
  for (const row of rows) {
    if (at(row, item) !== "" || groups.length === 0) groups.push([]);
    groups.at(-1)?.push(row);
  }
  return groups;
}

const withoutSums = (rows: Rows): Rows =>
  rows.filter(({ cells }) => cells.every((cell) => totalSaid(cell.trim()) !== "whole"));

/** Columns of year and month (or week, quarter) that stand in the first of their rows alone. */
function partsOnce(table: Table, rows: Rows): readonly number[] {
  const [year, ...finer] = yearKeys.map((pattern) =>
    table.header.findIndex((heading) => pattern.test(normaliseHeading(heading).key)),
  );
  const lines = withoutSums(rows);
  const part = finer.find((column) => column >= 0);
  if (year === undefined || year < 0 || part === undefined) return [];
  if (!isNamedOnce(lines, year)) return partsOfItems(table, lines, year, part);
  const isOnceAYear = groupsOf(lines, year).every((own) => {
    const texts = own.map((row) => at(row, part)).filter((text) => text !== "");
    return at(own[0] ?? { row: 0, cells: [] }, part) !== "" && new Set(texts).size === texts.length;
  });
  const isWhole = lines.every((row) => at(row, part) !== "");
  return isWhole ? [year] : isOnceAYear ? [year, part] : [];
}

/** Columns of item and year of a pivot table: each item stands once, and below it each of its years. */
function partsOfItems(table: Table, rows: Rows, year: number, part: number): readonly number[] {
  const item = columnOf(table.header, "item");
  const lines = rows.filter((row) => at(row, part) !== "");
  if (item < 0 || item >= year || !isNamedOnce(lines, item)) return [];
  const isOnce = groupsOf(lines, item).every((own) => {
    const years = own.map((row) => at(row, year)).filter((text) => text !== "");
    return at(own[0] ?? { row: 0, cells: [] }, year) !== "" && new Set(years).size === years.length;
  });
  return isOnce && lines.some((row) => at(row, year) === "") ? [item, year] : [];
}

/** A table whose keys stand in the first of their rows alone, with them in every row; any other table as it is. */
export function withFilledKeys(table: Table): Table {
  const rows: TableRecord[] = [];
  for (const record of table.records()) if (rows.push(record) > mostRows) return table;
  const own = rows.filter(({ cells }) => cells.some((cell) => cell.trim() !== ""));
  const before = keysBefore(table, withoutSums(own));
  const columns = before.length > 0 ? before : partsOnce(table, own);
  const [first] = own;
  if (columns.length === 0 || first === undefined) return table;
  function* records(): Generator<TableRecord> {
    let last: TableRecord | undefined;
    for (const record of table.records()) {
      const begins = columns.find((column) => at(record, column) !== "");
      if (begins === undefined && last === undefined) {
        yield record;
        continue;
      }
      const from = last;
      // A new year begins its months anew.
      const filled = columns.map((column, k) =>
        at(record, column) === "" && (begins === undefined || k < columns.indexOf(begins)) ? column : -1,
      );
      const cells = record.cells.map((cell, k) => (filled.includes(k) ? (from?.cells[k] ?? "") : cell));
      const types = record.types?.map((type, k) => (filled.includes(k) ? (from?.types?.[k] ?? 0) : type));
      last = types === undefined ? { row: record.row, cells } : { row: record.row, cells, types };
      yield last;
    }
  }
  const text = columns.map((column) => table.header[column] ?? "").join(", ");
  return reshaped(table, table.header, records, {
    code: "keys-filled",
    severity: "info",
    row: first.row,
    text,
  });
}
