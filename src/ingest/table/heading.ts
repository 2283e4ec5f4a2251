import { totalSaid } from "../cells/total-words.ts";
import { filledCells } from "./blank-rows.ts";
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
  if (cells.some((cell) => ["number", "date", "time"].includes(cellKind(cell))))
    return isPeriodRun(cells) && !first.some((cell) => ["number", "date"].includes(cellKind(cell)));
  const { heading, data, typed } = likeness(cells, shapesOf(below, width));
  const named = cells.filter((cell) => cellKind(cell) === "text" || cellKind(cell) === "code").length;
  return typed > 0 && data === 0 && heading > 0 && heading * 2 >= typed && named >= 2;
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

/** What stands above the headings of a pivot table: "Summe von Menge", "Column Labels". */
const pivotTop =
  /^((sum|count|average|min|max|summe|anzahl|mittelwert|somme|nombre|suma|cuenta|somma|conteggio|som|aantal) (of|von|de|di|van) .|spaltenbeschriftungen|column labels|étiquettes de colonnes|etichette di colonna|etiquetas de columna|kolomlabels|werte|values|valeurs|valori|valores|waarden)/i;

/** True for a row that stands above the headings of a pivot table. */
export const isPivotTop = (cells: readonly string[], below: readonly string[] | undefined): boolean =>
  below !== undefined &&
  filledCells(below) > filledCells(cells) &&
  cells.some((cell) => pivotTop.test(cell.trim()));

const yearWord = /^((19|20)\d\d|(jahr|year|année|anno|año|jaar) (19|20)\d\d)$/i;
const monthAndYear =
  /^(\p{L}{3,9}\.? '?(19|20)?\d\d|(0?[1-9]|1[0-2])[./](19|20)\d\d|(19|20)\d\d-(0[1-9]|1[0-2]))$/u;

const weekWord =
  /^(kw|cw|wk|week|woche|semaine|semana|settimana|tydzień|týden|vecka|uge)\.? ?\d{1,2}([ ./-]+(19|20)\d\d)?$/iu;

/**
 * Cells of a heading row that reach over those to their right, as merged cells do: years above months, months above
 * quantity and value. Other rows stay as they are.
 */
function spread(cells: readonly string[], below: readonly string[]): readonly string[] {
  const said = cells.map((cell) => cell.trim());
  const isTime = (cell: string): boolean =>
    yearWord.test(cell) || monthAndYear.test(cell) || weekWord.test(cell);
  const times = said.filter(isTime).length;
  const first = said.findIndex(isTime);
  // "Total" beside the months stands over its own figures.
  const isGroup = (cell: string): boolean => isTime(cell) || totalSaid(cell) === "whole";
  const others = said.slice(Math.max(0, first)).filter((cell) => cell !== "" && !isGroup(cell)).length;
  const gaps = below.filter((cell, i) => i > first && cell.trim() !== "" && said[i] === "").length;
  if (times === 0 && gaps > 0 && areBlocks(said, below)) return spreadOver(said, below, () => true);
  if (times === 0 || others > 0 || gaps === 0) return cells;
  return spreadOver(said, below, isGroup);
}

/** Cells that reach over the empty ones to their right, as far as something stands below. */
function spreadOver(
  said: readonly string[],
  below: readonly string[],
  isGroup: (cell: string) => boolean,
): readonly string[] {
  let last = "";
  return said.map((cell, i) => {
    if (cell !== "" && isGroup(cell)) last = cell;
    return cell === "" && (below[i] ?? "").trim() !== "" && !totalOver.test(below[i] ?? "") ? last : cell;
  });
}

/** Headings that begin anew below each name, as the months below each customer do. */
function areBlocks(said: readonly string[], below: readonly string[]): boolean {
  const starts = said.flatMap((cell, i) => (cell === "" ? [] : [i]));
  const [first = 0, second = 0] = starts;
  const width = second - first;
  if (starts.length < 2 || width < 2 || first === 0) return false;
  if (new Set(starts.map((at) => said[at])).size < starts.length) return false;
  const end = below.findLastIndex((cell) => cell.trim() !== "") + 1;
  const own = below.slice(first, first + width).map((cell) => cell.trim());
  if (end !== first + width * starts.length || new Set(own).size < width || own.includes("")) return false;
  const repeats = starts.every(
    (at, k) => at === first + k * width && own.every((name, n) => name === (below[at + n] ?? "").trim()),
  );
  return (
    repeats && own.every((name) => monthAndYear.test(name) || weekWord.test(name) || yearWord.test(name))
  );
}

/** A column that sums up all others belongs to none of the years above it. */
const totalOver = /^(gesamt|grand total|total general|total général|totale complessivo|eindtotaal)/i;

/** True for a row of sentences below headings that need no more words: what each column is, said once more. */
function isExplained(cells: readonly string[], first: readonly string[]): boolean {
  const said = cells.filter((cell) => cell.trim() !== "");
  const sentences = said.filter((cell) => /^\S+(\s+\S+){2,}$|[.!]$/.test(cell.trim()));
  return first.every((cell) => cell.trim() !== "") && said.length > 3 && sentences.length > 0.6 * said.length;
}

/** Heading rows joined cell by cell with one blank; empty cells leave no blank. */
export function joinedHeading(rows: readonly (readonly string[])[], width: number): string[] {
  const [first = [], second, ...more] = rows;
  if (second === undefined) return Array.from({ length: width }, (_, i) => first[i] ?? "");
  const all = [spread(first, second), ...[second, ...more].filter((cells) => !isExplained(cells, first))];
  return Array.from({ length: width }, (_, i) =>
    all
      .map((cells) => (cells[i] ?? "").trim())
      .filter((cell) => cell !== "")
      .join(" "),
  );
}
