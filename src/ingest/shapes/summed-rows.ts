import { bareText } from "../cells/cells.ts";
import { scanNumberCell } from "../cells/column-values.ts";
import { normaliseHeading } from "../cells/heading-key.ts";
import { isMissing, numberValue } from "../cells/numbers.ts";
import { totalSaid } from "../cells/total-words.ts";
import { periodHeadings } from "../columns/period-headings.ts";
import { synonymsOf } from "../columns/synonyms.ts";
import { reshaped, type Table, type TableRecord } from "../table/record.ts";
import { figuresIn } from "./figures.ts";

/** Longer lists are no reports of groups. */
const mostRows = 5000;
/** Columns of numbers in which a row must be the sum of those below it. */
const fewestColumns = 2;

/** Sums of two or more rows that are no chance: in a list of several groups, and in one of a single group. */
const fewestSums = 2;
const fewestOfOne = 4;

type Numbers = readonly number[];

/** A row that says itself that it is the total of all. */
const isTotal = ({ cells }: TableRecord): boolean => cells.some((cell) => totalSaid(cell.trim()) === "whole");

/** True for figures that are alike but for the noise of sums. */
export const isSame = (a: number, b: number): boolean => Math.abs(a - b) <= 1e-6 * Math.max(1, Math.abs(a));

/** What a cell of a figure says; an empty one says 0. */
export const figureOf = (text = ""): number =>
  isMissing(bareText(text).trim()) ? 0 : numberValue(scanNumberCell(text), "comma");

/** How many rows below a row it is the sum of; 0 where it is none. */
function rowsBelow(rows: readonly Numbers[], at: number): number {
  const whole = rows[at] ?? [];
  if (whole.every((value) => value === 0)) return 0;
  const sum = whole.map(() => 0);
  for (let k = at + 1; k < rows.length; k++) {
    rows[k]?.forEach((value, column) => {
      sum[column] = (sum[column] ?? 0) + value;
    });
    if (whole.every((value, column) => isSame(value, sum[column] ?? 0))) return k - at;
    if (whole.every((value, column) => value >= 0 && (sum[column] ?? 0) > value)) return 0;
  }
  return 0;
}

/** The rows of a report that sum up the rows below them, where every row is one or the other. */
function sumsOf(rows: readonly Numbers[]): ReadonlySet<number> {
  const sums = new Set<number>();
  let [at, telling] = [0, 0];
  while (at < rows.length) {
    const below = rowsBelow(rows, at);
    if (below === 0) return new Set();
    if (below > 1) telling += (rows[at] ?? []).filter((value) => value !== 0).length;
    sums.add(at);
    at += below + 1;
  }
  return telling >= (sums.size > 1 ? fewestSums : fewestOfOne) ? sums : new Set();
}

/** True where the rows that sum up others name an item, and none of those does: customers below it, or places. */
function nameItems(table: Table, sums: ReadonlySet<number>): boolean {
  const items = new Set(synonymsOf("orders").flatMap(({ field, key }) => (field === "item" ? [key] : [])));
  const column = table.header.findIndex((heading) => items.has(normaliseHeading(heading).key));
  if (column < 0) return false;
  let k = 0;
  for (const record of table.records())
    if (!isTotal(record) && ((record.cells[column] ?? "").trim() !== "") !== sums.has(k++)) return false;
  return true;
}

/**
 * A list with periods in columns without the rows of its groups, each of which is the sum of the rows below it in every
 * period; where they alone name items, without those below them. Only where all rows are groups or stand below one; any other table as it is.
 */
export function withoutSummedRows(table: Table): Table {
  const columns = (periodHeadings(table.header) ?? []).map(({ column }) => column);
  if (columns.length < fewestColumns) return table;
  const own: TableRecord[] = [];
  for (const record of table.records()) if (!isTotal(record) && own.push(record) > mostRows) return table;
  const [first] = own;
  const figureAt = figuresIn(own, columns);
  const rows = own.map((record): Numbers => columns.map((column) => figureAt(record, column)));
  if (rows.some((values) => values.some(Number.isNaN))) return table;
  const sums = sumsOf(rows);
  if (sums.size === 0 || first === undefined) return table;
  const areItems = nameItems(table, sums);
  function* records(): Generator<TableRecord> {
    let k = 0;
    for (const record of table.records()) if (!isTotal(record) && sums.has(k++) === areItems) yield record;
  }
  return reshaped(table, table.header, records, {
    code: "group-sums",
    severity: "info",
    row: first.row,
    count: sums.size,
  });
}
