import { saysTotal } from "../cells/total-words.ts";
import type { IssueList } from "../issue-list.ts";
import { filledCells } from "./blank-rows.ts";
import { erpnextFrame } from "./erpnext.ts";
import { joinedHeading } from "./frames/joined-heading.ts";
import { headingRows, isPivotTop, shapesOf } from "./heading.ts";
import { mendHeading } from "./heading-mender.ts";
import { readLoose } from "./loose.ts";
import { isOddHeading, preambleRows, respelled } from "./preamble.ts";
import type { RawRecord } from "./records.ts";
import type { Dialect } from "./scan.ts";
import { type ColumnShape, cellKind } from "./shape.ts";

/** Where the table of a file begins, what its headings are and what its columns look like. */
export interface Layout {
  readonly width: number;
  /** First row of the body; everything before is preamble or heading. */
  readonly firstRow: number;
  /** Physical lines before the table, blank ones counted. */
  readonly preambleLines: number;
  readonly preamble: readonly string[];
  readonly skipped: readonly RawRecord[];
  readonly headings: readonly (readonly string[])[];
  readonly header: readonly string[];
  /** Row of the first heading. */
  readonly headerRow: number;
  /** Heading rows that had another width and were arranged. */
  readonly mendedHeadings: readonly RawRecord[];
  readonly shapes: readonly ColumnShape[];
  /** Columns that every usual row fills. */
  readonly keys: readonly number[];
  /** Cells that a usual row fills. */
  readonly usualFilled: number;
  /** Rows of one document leave its cells empty after the first (Odoo): an empty key means nothing. */
  readonly fillsDown: boolean;
}

/** A block of rows of one width, in order; a leading block that is long enough is the table. */
export function tableWidth(rows: readonly RawRecord[]): number {
  const counts = new Map<number, number>();
  let run = 0;
  let runWidth = 0;
  for (const { cells } of rows) {
    if (filledCells(cells) < 2) continue;
    const width = cells.length;
    counts.set(width, (counts.get(width) ?? 0) + 1);
    run = width === runWidth ? run + 1 : 1;
    runWidth = width;
    // a long enough run of one width is the table, whatever comes after it
    if (run >= 12) return widerHeading(rows, width);
  }
  const titled = widthBelowTitles(rows);
  if (titled !== undefined) return titled;
  // where cells hold the delimiter bare, rows vary and the heading says how many cells are meant
  const first = rows.find(({ cells }) => filledCells(cells) >= 2)?.cells.length ?? 1;
  const usual = Math.max(0, ...counts.values());
  const all = [...counts.values()].reduce((sum, count) => sum + count, 0);
  if (usual < 0.6 * all && (counts.get(first) ?? 0) > Math.max(1, all / 20)) return first;
  let best = 1;
  let most = 0;
  for (const [width, count] of counts) {
    if (count > most || (count === most && width > best)) {
      best = width;
      most = count;
    }
  }
  return widerHeading(rows, best);
}

/** Rows of a small table below titles: its heading and two more. */
const fewestBelowTitles = 3;

/** Width of the rows below the filters of a report ("from; 01.01.2025"): they go on to the end, and begin with words. */
function widthBelowTitles(rows: readonly RawRecord[]): number | undefined {
  const width = rows.at(-1)?.cells.length ?? 0;
  const first = rows.findLastIndex(({ cells }) => cells.length !== width) + 1;
  const titles = rows.slice(0, first);
  const isTable =
    rows.length - first >= fewestBelowTitles && rows[first]?.cells.every((cell) => cellKind(cell) === "text");
  const areTitles = titles.every(({ cells }) => cells.length < width && filledCells(cells) <= 2);
  return first > 0 && isTable === true && areTitles ? width : undefined;
}

/** Where rows leave out their empty cells at the end, a longer row of headings has the width. */
function widerHeading(rows: readonly RawRecord[], width: number): number {
  const first = rows.find(({ cells }) => filledCells(cells) >= 2)?.cells ?? [];
  const named = first.every((cell) => cellKind(cell) === "text");
  return named && width > 1 && first.length > width && first.length <= 2 * width ? first.length : width;
}

/** The rows of a sample by what they are. */
interface Frame {
  readonly skipped: readonly RawRecord[];
  readonly headings: readonly RawRecord[];
  readonly body: readonly RawRecord[];
}

function frameOf(rows: readonly RawRecord[], width: number, dialect: Dialect): Frame {
  const erpnext = erpnextFrame(rows);
  if (erpnext !== undefined) {
    const names = rows[erpnext.heading];
    const skipped = rows.slice(0, erpnext.body).filter((row) => row !== names);
    const headings = [{ ...names, cells: ["", ...names.cells.slice(1)] }];
    return { skipped, headings, body: rows.slice(erpnext.body) };
  }
  let first = preambleRows(rows, width);
  if (first > 0 && isOddHeading(rows, first - 1, width, dialect)) first--;
  if (isPivotTop(rows[first]?.cells ?? [], rows[first + 1]?.cells)) first++;
  const body = rows.slice(first).map((row, i) => (i === 0 ? respelled(row, width, dialect) : row));
  // the first heading may be broken, further ones must be whole: a broken row of data looks like anything
  const fitting = body.filter(
    ({ cells, mended }, i) => i === 0 || (cells.length === width && mended === undefined),
  );
  const found = headingRows(
    fitting.map((row) => row.cells),
    width,
  );
  // without headings nothing tells a title from a row with one filled cell
  if (found === 0 && first > 0 && rows.slice(0, first).every(({ cells }) => cells.length === width)) {
    return { skipped: [], headings: [], body: rows };
  }
  const broken = body.findIndex((row, i) => row !== fitting[i]);
  const headerRows = broken < 0 ? found : Math.min(found, broken);
  return { skipped: rows.slice(0, first), headings: body.slice(0, headerRows), body: body.slice(headerRows) };
}

/** Physical lines before the table, blank ones counted; description rows below the headings as well. */
function linesBefore(first: RawRecord | undefined, skipped: readonly RawRecord[]): number {
  if (first === undefined) return 0;
  return first.row - 1 + skipped.filter((row) => row.row > first.row).length;
}

/** Cells as one text, without the empty ones at the end. */
const joinedCells = (cells: readonly string[], delimiter: string): string =>
  cells.slice(0, cells.findLastIndex((cell) => cell !== "") + 1).join(delimiter);

/** Layout of a table from its first rows (blank rows and rules left out). */
export function layoutOf(rows: readonly RawRecord[], width: number, dialect: Dialect): Layout {
  const { skipped, headings: headingRecords, body } = frameOf(rows, width, dialect);
  const whole = body.filter(({ cells, mended }) => cells.length === width && mended === undefined);
  const details = whole.filter(({ cells }) => !saysTotal(cells));
  const data = details.length > 0 ? details : whole;
  const counts = data.map((row) => filledCells(row.cells)).sort((a, b) => a - b);
  const full = 0.7 * (counts[Math.floor(counts.length * 0.9)] ?? 0);
  // totals and subtotals fill little: they teach nothing about the rows
  const rich = data.filter((row) => filledCells(row.cells) >= full);
  const shapes = shapesOf(
    (rich.length * 4 >= data.length ? rich : data).map((row) => row.cells),
    width,
  );
  const headings = headingRecords.map((record) => headingOf(record, shapes, dialect));
  const keys = shapes.flatMap(({ filled, total }, i) => (total > 0 && filled >= 0.95 * total ? [i] : []));
  const poor = data.filter((row) => keys.some((key) => row.cells[key].trim() === "")).length;
  return {
    width,
    firstRow: body[0]?.row ?? Number.POSITIVE_INFINITY,
    preambleLines: linesBefore(headingRecords[0] ?? body[0], skipped),
    skipped,
    preamble: skipped.map((row) => row.raw ?? joinedCells(row.cells, dialect.delimiter)),
    headings,
    header: headings.length === 0 ? [] : joinedHeading(headings, width),
    headerRow: headingRecords[0]?.row ?? body[0]?.row ?? 1,
    mendedHeadings: headingRecords.filter(({ cells, mended }) => cells.length !== width || mended === true),
    shapes,
    keys,
    usualFilled: Math.max(0, ...rich.slice(0, 50).map((row) => filledCells(row.cells))),
    fillsDown: poor * 4 >= data.length && data.length > 3,
  };
}

/** Heading cells at the table's width; quotes out of place are read anew, without a width to force them into. */
function headingOf(record: RawRecord, shapes: readonly ColumnShape[], dialect: Dialect): readonly string[] {
  if (record.cells.length === shapes.length && !record.mended) return record.cells;
  if (record.cells.length === shapes.length && !record.raw?.includes(dialect.quote)) return record.cells;
  if (!record.mended || record.raw === undefined) return mendHeading(record.cells, shapes, dialect.quote);
  let { cells } = readLoose(record.raw, dialect, 0);
  // a missing delimiter between quotes reads as one heading with a quote at its edge
  if (cells.length < shapes.length) cells = readLoose(record.raw, dialect, shapes.length).cells;
  return cells.length === shapes.length ? cells : mendHeading(cells, shapes, dialect.quote);
}

/** Issues of what stands before the body. */
export function reportLayout(layout: Layout, dialect: Dialect, issues: IssueList): void {
  layout.skipped.forEach((raw) => {
    const text = raw.raw ?? raw.cells.join(dialect.delimiter);
    issues.add({ code: "preamble-row", severity: "info", row: raw.row, text });
  });
  for (const { row, raw, cells } of layout.mendedHeadings) {
    const text = raw ?? cells.join(dialect.delimiter);
    issues.add({ code: "header-mended", severity: "warning", row, text, width: layout.width });
  }
}
