import { monthNumber } from "../../cells/month-names.ts";
import { isTotalOf, totalSaid } from "../../cells/total-words.ts";
import { cellKind } from "../shape.ts";

const yearWord = /^((19|20)\d\d|(jahr|year|année|anno|año|jaar) (19|20)\d\d)$/i;
const monthAndYear =
  /^(\p{L}{3,9}\.?[ ./-]?'?(19|20)?\d\d|(0?[1-9]|1[0-2])[./](19|20)\d\d|(0[1-9]|1[0-2])[./-]\d\d|(19|20)\d\d-(0[1-9]|1[0-2]))$/u;

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
  const isGroup = (cell: string): boolean => isTime(cell) || totalSaid(cell) === "whole" || isYearTotal(cell);
  if (areEven(said, below, isTime)) return spreadOver(said, below, isGroup);
  // Months without a year and days stand over their figures where each has as many.
  const isOther = (cell: string): boolean => monthNumber(cell) > 0 || cellKind(cell) === "date";
  if (areEven(said, below, isOther)) return spreadOver(said, below, (cell) => isOther(cell) || isGroup(cell));
  const others = said.slice(Math.max(0, first)).filter((cell) => cell !== "" && !isGroup(cell)).length;
  const gaps = below.filter((cell, i) => i > first && cell.trim() !== "" && said[i] === "").length;
  if (times === 0 && gaps > 0 && (areBlocks(said, below) || areFigures(said, below)))
    return spreadOver(said, below, () => true);
  if (times === 0 && gaps > 0) return spreadOverPeriods(said, below);
  if (times === 0 || others > 0 || gaps === 0) return cells;
  return spreadOver(said, below, isGroup);
}

/** "2025 Total", "Total 2025" beside the months of that year. */
const isYearTotal = (cell: string): boolean =>
  isTotalOf(cell, /(?<!\d)(?:19|20)\d\d(?!\d)/.exec(cell)?.[0] ?? "");

/** Times that stand over as many columns each, whatever stands behind them. */
function areEven(
  said: readonly string[],
  below: readonly string[],
  isTime: (cell: string) => boolean,
): boolean {
  const starts = said.flatMap((cell, i) => (isTime(cell) ? [i] : []));
  const [first = 0, second = 0] = starts;
  const width = second - first;
  return (
    starts.length > 1 &&
    width > 1 &&
    starts.every((at, k) => at === first + k * width) &&
    starts.every((at) => {
      const own = said.slice(at + 1, at + width);
      return (
        own.every((cell) => cell === "") && below.slice(at, at + width).every((cell) => cell.trim() !== "")
      );
    })
  );
}

/** Cells that reach over the empty ones to their right, as far as something stands below. */
function spreadOver(
  said: readonly string[],
  below: readonly string[],
  isGroup: (cell: string) => boolean,
): readonly string[] {
  let last = "";
  return said.map((cell, i) => {
    if (cell !== "") last = isGroup(cell) ? cell : "";
    return cell === "" && (below[i] ?? "").trim() !== "" && !totalOver.test(below[i] ?? "") ? last : cell;
  });
}

/** Words over several periods in a row, as "Verbrauch" over its months: they reach over these and no further. */
function spreadOverPeriods(said: readonly string[], below: readonly string[]): readonly string[] {
  const isTime = (i: number): boolean => isPeriod((below[i] ?? "").trim());
  let last = "";
  return said.map((cell, i) => {
    if (cell !== "" || !isTime(i)) last = isTime(i) && isTime(i + 1) && said[i + 1] === "" ? cell : "";
    return cell === "" ? last : cell;
  });
}

/** Headings that begin anew below each name, as the months below each customer do. */
function areBlocks(said: readonly string[], below: readonly string[]): boolean {
  // A cell that reaches down stands over no block: "Artikel" before them, "Summe" behind.
  const starts = said.flatMap((cell, i) => (cell === "" || (below[i] ?? "").trim() === "" ? [] : [i]));
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
  return repeats && own.every(isPeriod);
}

const isPeriod = (name: string): boolean =>
  monthAndYear.test(name) ||
  weekWord.test(name) ||
  yearWord.test(name) ||
  monthNumber(name) > 0 ||
  cellKind(name) === "date";

/** A few words, each over months of its own that follow each other: "Ist" over January to March, "Forecast" over April. */
function areFigures(said: readonly string[], below: readonly string[]): boolean {
  const starts = said.flatMap((cell, i) => (cell === "" || (below[i] ?? "").trim() === "" ? [] : [i]));
  const [first = 0] = starts;
  const periods = below.slice(first).map((cell) => cell.trim());
  return (
    starts.length > 1 &&
    first > 0 &&
    new Set(starts.map((at) => said[at])).size === starts.length &&
    starts.every((at) => /^\p{L}[\p{L} .-]{1,19}$/u.test(said[at] ?? "")) &&
    new Set(periods).size === periods.length &&
    periods.every(isPeriod)
  );
}

/** A heading row without the quarters above the months that lie in them: these say it all. */
function withoutQuarters(
  cells: readonly string[],
  k: number,
  rows: readonly (readonly string[])[],
): readonly string[] {
  const said = cells.map((cell) => cell.trim()).filter((cell) => cell !== "");
  const isQuarter = (cell: string): boolean => quarterWord.test(cell.trim());
  const quarters = said.filter(isQuarter);
  const isTotal = (cell: string): boolean => quarters.some((quarter) => isTotalOf(cell, quarter));
  const areQuarters = quarters.length > 0 && said.every((cell) => isQuarter(cell) || isTotal(cell));
  const below = rows.slice(k + 1).flat();
  if (!areQuarters || k === 0 || below.filter((cell) => monthNumber(cell.trim()) > 0).length < 3)
    return cells;
  return cells.map((cell) => (isQuarter(cell) ? "" : cell));
}

export const quarterWord =
  /^((Qtr|Qrtl|Quartal|Trim|Kwrt|Kwartał|Kv|Čtvrtletí)\.? ?[1-4]|Q ?[1-4]|[1-4]\.? ?(Q|Quartal|Quarter|trim(estre)?|kwartał|kvartal)|(I{1,3}|IV)\.? ?(Quartal|kwartał|trim(estre)?))\.?$/iu;

/** A column that sums up all others belongs to none of the years above it. */
const totalOver = /^(gesamt|grand total|total general|total général|totale complessivo|eindtotaal)/i;

/** True for a row of sentences below headings that need no more words: what each column is, said once more. */
function isExplained(cells: readonly string[], first: readonly string[]): boolean {
  const said = cells.filter((cell) => cell.trim() !== "");
  const sentences = said.filter((cell) => /^\S+(\s+\S+){2,}$|[.!]$/.test(cell.trim()));
  return first.every((cell) => cell.trim() !== "") && said.length > 3 && sentences.length > 0.6 * said.length;
}

/** A row of a heading without dashes that say that nothing stands here: "-" where no "+" is its opposite. */
const withoutDashes = (cells: readonly string[]): readonly string[] =>
  cells.some((cell) => cell.trim() === "+")
    ? cells
    : cells.map((cell) => (/^[-–—]+$/.test(cell.trim()) ? "" : cell));

/** Heading rows joined cell by cell with one blank; empty cells leave no blank. */
export function joinedHeading(rows: readonly (readonly string[])[], width: number): string[] {
  const [first = [], second] = rows;
  if (second === undefined) return Array.from({ length: width }, (_, i) => first[i] ?? "");
  const said = rows
    .filter((cells, k) => k === 0 || !isExplained(cells, first))
    .map(withoutQuarters)
    .map(withoutDashes);
  const all = said.map((cells, k) => {
    const below = said.slice(k + 1);
    if (below.length === 0) return cells;
    return spread(
      cells,
      Array.from(
        { length: width },
        (_, i) => below.map((row) => (row[i] ?? "").trim()).find((cell) => cell !== "") ?? "",
      ),
    );
  });
  return Array.from({ length: width }, (_, i) =>
    all
      .map((cells) => (cells[i] ?? "").trim())
      .filter((cell) => cell !== "")
      .join(" "),
  );
}
