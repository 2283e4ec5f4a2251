import { isBlank, isRule } from "../blank-rows.ts";
import type { TableRecord } from "../record.ts";
import type { RawRecord } from "../records.ts";
import { cellKind } from "../shape.ts";

/** How a row begins: two kinds of rows of one list differ in it. */
interface Beginning {
  readonly cells: number;
  /** Its first filled cell. */
  readonly first: number;
  /** Whether that cell is indented. */
  readonly isIndented: boolean;
}

/** A list of two kinds of lines: one of an item, below it those of its movements, with a heading of each. */
interface TwoLines {
  readonly headingRow: number;
  readonly outer: Beginning;
  readonly inner: Beginning;
  readonly outerColumns: readonly number[];
  readonly innerColumns: readonly number[];
  readonly header: readonly string[];
  /** Rows of both kinds begin alike: each of an item has one of its movement below it. */
  readonly isInPairs: boolean;
}

const mostPreamble = 8;
/** Share of the rows that must be of one of the two kinds. */
const leastShare = 0.95;

function beginningOf({ cells }: RawRecord): Beginning {
  const first = cells.findIndex((cell) => cell.trim() !== "");
  return { cells: cells.length, first, isIndented: /^\s/.test(cells[first] ?? "") };
}

const isSame = (a: Beginning, b: Beginning): boolean =>
  a.cells === b.cells && a.first === b.first && a.isIndented === b.isIndented;

const isTableRow = (row: RawRecord): boolean =>
  !isBlank(row.cells) && !isRule(row.raw ?? row.cells.join(" "));

const filledAt = ({ cells }: RawRecord): number[] =>
  cells.flatMap((cell, column) => (cell.trim() === "" ? [] : [column]));

const isNamed = (row: RawRecord): boolean => {
  const kinds = row.cells.filter((cell) => cell.trim() !== "").map(cellKind);
  return kinds.length >= 2 && kinds.every((kind) => kind === "text");
};

/**
 * Sees a list of two kinds of lines by its two headings: whatever begins as the first one is an item, whatever begins
 * as the second one a movement of it. Undefined for tables of one kind of line.
 */
export function twoLinesOf(sample: readonly RawRecord[]): TwoLines | undefined {
  const rows = sample.filter(isTableRow);
  const at = rows.slice(0, mostPreamble).findIndex((row, k) => isNamed(row) && k + 1 < rows.length);
  const [outerHead, innerHead] = [rows[at], rows[at + 1]];
  if (at < 0 || outerHead === undefined || innerHead === undefined || !isNamed(innerHead)) return undefined;
  const [outer, inner] = [beginningOf(outerHead), beginningOf(innerHead)];
  const body = rows.slice(at + 2);
  const names = (row: RawRecord, columns: readonly number[]): string[] =>
    columns.map((column) => (row.cells[column] ?? "").trim());
  const [outerColumns, innerColumns] = [filledAt(outerHead), filledAt(innerHead)];
  const list = {
    headingRow: outerHead.row,
    outer,
    inner,
    outerColumns,
    innerColumns,
    header: [...names(outerHead, outerColumns), ...names(innerHead, innerColumns)],
  };
  if (isSame(outer, inner)) return areInPairs(body) ? { ...list, isInPairs: true } : undefined;
  const [items, moves] = [outer, inner].map((kind) => body.filter((row) => isSame(beginningOf(row), kind)));
  if (items === undefined || moves === undefined || items.length < 2 || moves.length < 2) return undefined;
  if (items.length + moves.length < leastShare * body.length || body[0] !== items[0]) return undefined;
  // In a table of one kind the rows that name the item hold its first movement as well.
  const onlyInner = innerColumns.filter((column) => !outerColumns.includes(column));
  const isApart = items.every(({ cells }) =>
    onlyInner.every((column) => (cells[column] ?? "").trim() === ""),
  );
  if (outer.cells === inner.cells && (onlyInner.length === 0 || !isApart)) return undefined;
  return { ...list, isInPairs: false };
}

/** True for rows that say other things by turns: a column holds a day in each second row, and a word in the others. */
function areInPairs(rows: readonly RawRecord[]): boolean {
  const body = rows.slice(0, rows.length - (rows.length % 2));
  if (body.length < fewestInPairs) return false;
  const kindsOf = (column: number, turn: number): string[] =>
    body.filter((_, k) => k % 2 === turn).map(({ cells }) => cellKind(cells[column] ?? ""));
  const width = Math.max(...body.map(({ cells }) => cells.length));
  return Array.from({ length: width }, (_, column) => column).some((column) => {
    const [first, second] = [kindsOf(column, 0), kindsOf(column, 1)];
    return (
      second.every((kind) => kind === "date") && first.every((kind) => kind === "text" || kind === "code")
    );
  });
}
const fewestInPairs = 4;

/** Each movement with the cells of its item before it. */
export function* joinedLines(raws: Iterable<RawRecord>, list: TwoLines): Generator<TableRecord> {
  let item: readonly string[] | undefined;
  let pairs = 0;
  for (const raw of raws) {
    if (raw.row <= list.headingRow + 1 || !isTableRow(raw)) continue;
    const own = beginningOf(raw);
    const isItem = list.isInPairs ? pairs++ % 2 === 0 : isSame(own, list.outer);
    const cellsOf = (columns: readonly number[]): string[] =>
      columns.map((column) => (raw.cells[column] ?? "").trim());
    if (isItem) item = cellsOf(list.outerColumns);
    else if (item !== undefined && (list.isInPairs || isSame(own, list.inner)) && !isNamed(raw))
      yield { row: raw.row, cells: [...item, ...cellsOf(list.innerColumns)] };
  }
}
