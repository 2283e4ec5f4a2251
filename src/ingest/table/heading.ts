import { totalSaid } from "../cells/total-words.ts";
import { isAbovePivot } from "../cells/words/pivot-words.ts";
import { filledCells } from "./blank-rows.ts";
import { quarterWord } from "./frames/joined-heading.ts";
import { type CellKind, type ColumnShape, cellKind, columnShape, typedKind } from "./shape.ts";

/** Words that stand alone in headings; they decide where the columns themselves cannot. */
const headingWords = new Set(
  (
    "date datum time zeit uhrzeit qty quantity menge anzahl price preis item artikel artikelnummer material " +
    "bezeichnung beschreibung description name id nr no sku product produkt teil supplier lieferant customer kunde " +
    "unit einheit me order bestellung belegnr belegnummer position pos url comments kommentar bemerkung amount " +
    "betrag wert value status type typ currency waehrung währung location lagerort werk land country group gruppe"
  ).split(" "),
);

const isHeadingWord = (cell: string): boolean =>
  headingWords.has(cell.trim().toLowerCase().replace(/[.:]$/, ""));

/** Years, months or weeks that follow each other: the headings of a wide table. Plain counts must begin with 1. */
function isPeriodRun(cells: readonly string[]): boolean {
  let run = 1;
  let start = Number(cells[0]);
  for (let i = 1; i < cells.length; i++) {
    const before = Number(cells[i - 1]);
    const now = Number(cells[i]);
    const month = now >= 190001 && now <= 210012;
    if (isSerialRun(cells, i)) return true;
    const follows = cells[i - 1]?.trim() !== "" && (now === before + 1 || (month && now === before + 89));
    if (!follows) {
      run = 1;
      start = now;
      continue;
    }
    run++;
    const dated = month || (now >= 1900 && now <= 2100);
    if ((dated && run >= 3) || (start === 1 && run >= 4)) return true;
  }
  return false;
}

/** True for three days as a spreadsheet counts them, side by side, a week or a month apart. */
function isSerialRun(cells: readonly string[], at: number): boolean {
  const days = cells
    .slice(at - 1, at + 2)
    .map((cell) => (/^\d{5}$/.test(cell.trim()) ? Number(cell) : Number.NaN));
  const [one = Number.NaN, two = Number.NaN, three = Number.NaN] = days;
  const [a, b] = [two - one, three - two];
  return one > 36_525 && three < 54_790 && ((a === 7 && b === 7) || (a > 27 && a < 32 && b > 27 && b < 32));
}

/** A year above numbers that are no years. */
const isYearHeading = (cell: string, column: ColumnShape): boolean =>
  /^(19|20)\d\d$/.test(cell.trim()) && (column.exact.get("9999") ?? 0) < 0.3 * column.filled;

interface Likeness {
  readonly heading: number;
  readonly data: number;
  readonly typed: number;
}

/** In how many typed columns a row stands apart from the cells below it, and in how many it does not. */
function likeness(cells: readonly string[], columns: readonly ColumnShape[]): Likeness {
  let heading = 0;
  let data = 0;
  let typed = 0;
  columns.forEach((column, i) => {
    const usual = typedKind(column);
    if (usual === undefined) return;
    typed++;
    const kind = cellKind(cells[i] ?? "");
    if (kind === "empty" || kind === "missing") return;
    if (belongs(kind, usual) && !isYearHeading(cells[i], column)) data++;
    else heading++;
  });
  return { heading, data, typed };
}

/** Whether a cell of `kind` is at home in a column of `usual` cells. */
const belongs = (kind: CellKind, usual: CellKind): boolean =>
  kind === usual || (kind === "number" && (usual === "code" || usual === "date"));

/** Shapes of the columns of some rows. */
export const shapesOf = (rows: readonly (readonly string[])[], width: number): ColumnShape[] =>
  Array.from({ length: width }, (_, i) => columnShape(rows.map((cells) => cells[i] ?? "")));

/** Whether a row stands out from the typed columns of a table as a heading does: words, no value. */
export function stands(cells: readonly string[], shapes: readonly ColumnShape[]): boolean {
  const { heading, data } = likeness(cells, shapes);
  return heading > 0 && data === 0;
}

/** Whether a row is surely a heading of the rows below: values in typed columns speak for it, or a heading word. */
export function isSureHeading(cells: readonly string[], below: readonly (readonly string[])[]): boolean {
  const { heading, data } = likeness(cells, shapesOf(below, cells.length));
  if (heading + data > 0) return heading > 0 && data === 0;
  return cells.some(isHeadingWord);
}

const mostHeaderRows = 5;
const mostShapeRows = 400;

/** Whether a row is a heading above `below`. */
function isHeading(cells: readonly string[], below: readonly (readonly string[])[], width: number): boolean {
  if (isPeriodRun(cells)) return true;
  if (below.length === 0) {
    return cells.every(
      (cell) => ["text", "empty", "code"].includes(cellKind(cell)) && !/^\d/.test(cell.trim()),
    );
  }
  const { heading, data, typed } = likeness(cells, shapesOf(below, width));
  if (typed > 0 && heading + data > 0) return heading > 2 * data;
  if (cells.some(isHeadingWord)) return true;
  return !below.some((row) =>
    cells.some((cell, i) => cell.trim() !== "" && cell === row[i] && cell.length > 1),
  );
}

/** Whether a row under a heading is a further heading row: no value in any typed column, some word in one. */
function isFurtherHeading(
  cells: readonly string[],
  below: readonly (readonly string[])[],
  width: number,
  first: readonly string[],
): boolean {
  if (cells.every((cell, i) => cell.trim() === (first[i] ?? "").trim())) return true;
  if (below.length < 2 || isPeriodRun(first)) return false;
  const said = cells.map((cell) => cell.trim()).filter((cell) => cell !== "");
  if (isSumOfAll(said)) return false;
  // A few quarters, merged over the months in the next row.
  if (said.every((cell) => quarterWord.test(cell)))
    return below.length > 2 && isFurtherHeading(below[0] ?? [], below.slice(1), width, first);
  if (cells.some((cell) => ["number", "date", "time"].includes(cellKind(cell))))
    return (
      areDatesAbove(cells, below, width, first) ||
      areYearsBelow(cells, below, width, first) ||
      areMonthsBelow(cells, first) ||
      (isPeriodRun(cells) &&
        !first.some((cell) => ["number", "date"].includes(cellKind(cell))) &&
        // Below headings that need no more words 1, 2, 3, 4 are figures.
        (first.some((cell) => cell.trim() === "") || cells.some((cell) => Number(cell) >= 1900)))
    );
  const { heading, data, typed } = likeness(cells, shapesOf(below, width));
  const named = cells.filter((cell) => cellKind(cell) === "text" || cellKind(cell) === "code").length;
  return typed > 0 && data === 0 && heading > 0 && heading * 2 >= typed && named >= 2;
}

/** True for a word of a total before nothing but figures, with their units: "***** Total", "25.000 PC". */
const isSumOfAll = ([word = "", ...figures]: readonly string[]): boolean =>
  figures.length > 0 &&
  totalSaid(word) !== undefined &&
  figures.every((cell) => /^-?\d[\d.,' ]*-?( ?\S{1,4})?$/.test(cell));

/** Days or months above columns of numbers, beside words alone, in a row below words that leave some cells empty. */
function areDatesAbove(
  cells: readonly string[],
  below: readonly (readonly string[])[],
  width: number,
  first: readonly string[],
): boolean {
  const kinds = cells.map(cellKind);
  const dates = kinds.flatMap((kind, i) => (kind === "date" ? [i] : []));
  if (dates.length < 2 || kinds.some((kind) => kind === "number" || kind === "time")) return false;
  if (
    first.some((cell) => ["number", "date"].includes(cellKind(cell))) ||
    !first.some((cell) => cell.trim() === "")
  )
    return false;
  const shapes = shapesOf(below, width);
  const usual = dates.map((i) => shapes[i] && typedKind(shapes[i])).filter((kind) => kind !== undefined);
  return usual.length > 0 && usual.every((kind) => kind === "number");
}

/** Years that repeat below months, each over two columns or more: above numbers that are no years. */
function areYearsBelow(
  cells: readonly string[],
  below: readonly (readonly string[])[],
  width: number,
  first: readonly string[],
): boolean {
  const years = cells.flatMap((cell, i) => (cell.trim() === "" ? [] : [i]));
  const said = years.map((i) => cells[i]?.trim() ?? "");
  const shapes = shapesOf(below, width);
  return (
    said.length > 3 &&
    new Set(said).size < said.length &&
    years.some((i) => (first[i] ?? "").trim() === "") &&
    years.every((i) => {
      const column = shapes[i];
      return column !== undefined && isYearHeading(cells[i] ?? "", column);
    })
  );
}

/** Months as numbers below the years in which they lie, some over several columns: 11 and 12 below 2024, 1 and 2 below 2025. */
function areMonthsBelow(cells: readonly string[], first: readonly string[]): boolean {
  const start = first.findIndex((cell) => /^(19|20)\d\d$/.test(cell.trim()));
  let [last, found, within] = [0, 0, 0];
  for (const [i, cell] of start < 0 ? [] : cells.entries()) {
    const [text, above] = [cell.trim(), (first[i] ?? "").trim()];
    if (i < start && cellKind(cell) === "number") return false;
    if (i < start || text === "") continue;
    const isWithin = i > start && (above === "" || above === (first[i - 1] ?? "").trim());
    if (!isWithin) last = 0;
    if (!/^(0?[1-9]|1[0-2])$/.test(text) || Number(text) <= last) return false;
    last = Number(text);
    found++;
    if (isWithin) within++;
  }
  return found >= 3 && within > 0;
}

/** Number of heading rows at the start of `rows`, 0 when the first row is data. */
export function headingRows(rows: readonly (readonly string[])[], width: number): number {
  const first = rows[0];
  if (first === undefined || filledCells(first) === 0) return 0;
  const below = (from: number) => rows.slice(from, from + mostShapeRows);
  const second = rows[1];
  const words = first.every((cell) => ["text", "empty"].includes(cellKind(cell)));
  const twice = words && second !== undefined && first.every((cell, i) => cell === second[i]);
  if (!twice && !isHeading(first, below(1), width)) return 0;
  let count = 1;
  while (count < Math.min(mostHeaderRows, rows.length)) {
    if (!isFurtherHeading(rows[count], below(count + 1), width, first)) break;
    count++;
  }
  return count;
}

/** True for a row that stands above the headings of a pivot table. */
export function isPivotTop(cells: readonly string[], below: readonly string[] | undefined): boolean {
  if (below === undefined || !cells.some(isAbovePivot)) return false;
  const more = filledCells(below) - filledCells(cells);
  // Two years alone, merged over their months, have nothing above the names of the rows.
  return more > 0 || (more === 0 && (below[0] ?? "").trim() === "");
}
