import { filledCells } from "./blank-rows.ts";
import { headingRows, isPivotTop, isSureHeading } from "./heading.ts";
import { readLoose } from "./loose.ts";
import type { RawRecord } from "./records.ts";
import type { Dialect } from "./scan.ts";
import { cellKind } from "./shape.ts";

const otherDelimiters = [";", ",", "\t", "|", " "];

/** A row of few cells that has the table's width with another delimiter; else the row itself. */
export function respelled(row: RawRecord, width: number, dialect: Dialect): RawRecord {
  if (width < 3 || row.cells.length >= width - 1 || row.raw === undefined) return row;
  for (const delimiter of otherDelimiters) {
    const { cells } = readLoose(row.raw, { ...dialect, delimiter }, 0);
    if (delimiter !== dialect.delimiter && cells.length === width)
      return { row: row.row, cells, mended: true };
  }
  return row;
}

/** Whether the row above data is the heading in another delimiter than the file's. */
export function isOddHeading(
  rows: readonly RawRecord[],
  at: number,
  width: number,
  dialect: Dialect,
): boolean {
  const row = rows[at];
  const below = rows.slice(at + 1).map(({ cells }) => cells);
  if (rows[at + 1]?.row !== row.row + 1 || headingRows(below, width) > 0) return false;
  const { cells } = respelled(row, width, dialect);
  return cells.length === width && headingRows([cells, ...below], width) > 0;
}

const mostPreambleRows = 60;

/** Number of leading rows before the table: titles, `Kunde: …` lines, meta lines of another width. */
export function preambleRows(rows: readonly RawRecord[], width: number): number {
  if (width < 2) return 0;
  const last = Math.min(rows.length, mostPreambleRows);
  let first = 0;
  for (; first < last; first++) {
    const { cells } = rows[first];
    const filled = filledCells(cells);
    if (filled <= 1) continue;
    const labelled = width > 3 && filled === 2 && cells[0].trim().endsWith(":");
    if (labelled) continue;
    const far = width > 3 && cells.length < width - 1 && filled <= width / 2;
    if (!far && !isMetaLine(rows, first, width)) break;
    if (!rows.slice(first + 1, last).some((row) => row.cells.length === width && filledCells(row.cells) > 1))
      break;
  }
  return Math.max(first === last ? 0 : first, filterRows(rows, width), pivotRows(rows));
}

/** Rows of filters above what a pivot table says over its headings; 0 where there are none. */
function pivotRows(rows: readonly RawRecord[]): number {
  const above = rows.slice(0, mostFilterRows).map(({ cells }) => cells);
  const top = above.findIndex((cells, k) => isPivotTop(cells, above[k + 1]));
  return top > 0 && above.slice(0, top).every(isFilter) ? top : 0;
}

const mostFilterRows = 15;

/** A word and its value, once or several times: "from", 01.01.2025, "to", 31.03.2025. */
function isFilter(cells: readonly string[]): boolean {
  const kinds = cells.map(cellKind).filter((kind) => kind !== "empty");
  const pairs = kinds.every((kind, k) => (kind === "text") === (k % 2 === 0)) && kinds.length % 2 === 0;
  // "Period", 01.01.2025, 31.03.2025: a word with the first and the last day.
  const isSpan = kinds.length === 3 && kinds[0] === "text" && kinds[1] === "date" && kinds[2] === "date";
  return kinds.length <= 2 || pairs || isSpan;
}

/**
 * Rows of a report that name its filters, a word and a value each ("from", 01.01.2025), above a heading of words that
 * surely heads what stands below; 0 where there are none.
 */
function filterRows(rows: readonly RawRecord[], width: number): number {
  const cellsOf = rows.slice(0, mostFilterRows + 60).map(({ cells }) => cells);
  const heading = cellsOf.findIndex((cells) => !isFilter(cells));
  const named = cellsOf[heading];
  if (heading < 1 || heading > mostFilterRows || named === undefined || named.length !== width) return 0;
  const isNamed =
    filledCells(named) >= width - 1 && named.every((cell) => ["text", "empty"].includes(cellKind(cell)));
  const areFilters = cellsOf.slice(0, heading).every((cells) => cellKind(cells[0] ?? "") === "text");
  const below = cellsOf.slice(heading + 1).filter((cells) => cells.length === width);
  return isNamed && areFilters && below.length > 1 && isSureHeading(named, below) ? heading : 0;
}

/** A line of another width with numbers in it above a line of words (DATEV's first line). */
function isMetaLine(rows: readonly RawRecord[], at: number, width: number): boolean {
  const cells = rows[at]?.cells ?? [];
  const next = rows[at + 1]?.cells;
  if (next === undefined || cells.length === width || next.length !== width) return false;
  const digits = cells.some((cell) => /^\d+$/.test(cell.trim()));
  return digits && headingRows([next, ...rows.slice(at + 2).map((row) => row.cells)], width) > 0;
}
