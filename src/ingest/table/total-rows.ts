import { scanNumberCell } from "../cells/column-values.ts";
import { numberValue } from "../cells/numbers.ts";
import { saysTotal, totalSaid } from "../cells/total-words.ts";
import { filledCells } from "./blank-rows.ts";
import type { Layout } from "./layout.ts";
import { cellKind, likelihood } from "./shape.ts";

/**
 * True for a number that goes on where those of the rows before it stood, as 10003 does behind 10002: a sum of two of them
 * would be nearly twice as large.
 */
export function goesOn(text: string, before: string): boolean {
  const [number, last] = [text.trim(), before.trim()];
  if (!/^[1-9]\d{2,}$/.test(number) || !/^[1-9]\d{2,}$/.test(last)) return false;
  return number.length === last.length && Number(number) < 1.5 * Number(last);
}

/** What a row that sums up others looks like. */
type TotalKind = "total" | "closing" | undefined;

/**
 * Whether a row sums up others: a total word where most of a usual row is empty, or only a name and a count.
 * "closing": numbers alone, a total only where nothing follows. A row that fills its keys is always data.
 */
export function totalKind(cells: readonly string[], layout: Layout): TotalKind {
  const filled = filledCells(cells);
  const missingKeys = layout.keys.filter((key) => (cells[key] ?? "").trim() === "").length;
  if (missingKeys === 0 || filled === 0) return undefined;
  if (saysTotal(cells)) return "total";
  const { keys, usualFilled } = layout;
  const poor = filled <= Math.max(2, usualFilled / 2) || (keys.length > 2 && missingKeys * 2 >= keys.length);
  if (poor && hasTotalWord(cells, layout)) return "total";
  if (isNameAndCount(cells, filled, layout)) return "total";
  const sums = layout.width > 2 && cells.every((cell) => cell.trim() === "" || isSum(cell));
  return sums && poor && cells.length === layout.width && !layout.fillsDown ? "closing" : undefined;
}

/**
 * Whether a row speaks of a total: the bare word anywhere, or a first cell that begins with it ("Summe Lieferant 7")
 * before nothing but numbers. Where rows fill down only the bare word counts, as a product may be called "Total …".
 */
function hasTotalWord(cells: readonly string[], layout: Layout): boolean {
  const filled = cells.map((cell) => cell.trim()).filter((cell) => cell !== "");
  if (filled.some((cell) => totalSaid(cell) === "whole")) return true;
  const others = filled.slice(1).every((cell) => cellKind(cell) === "number");
  return others && !layout.fillsDown && totalSaid(filled[0] ?? "") !== undefined;
}

/** Whether a row with one filled cell is a remark: a line without delimiters, or a text unlike its column. */
export function isRemark(cells: readonly string[], layout: Layout): boolean {
  if (layout.width < 3 || filledCells(cells) !== 1) return false;
  const at = cells.findIndex((cell) => cell.trim() !== "");
  const shape = layout.shapes[at];
  return cells.length === 1 || shape === undefined || shape.filled === 0 || likelihood(shape, cells[at]) < -4;
}

/** SAP's totals and subtotals: of a wide row only the first cells, the last of them a count. */
function isNameAndCount(cells: readonly string[], filled: number, layout: Layout): boolean {
  if (layout.width < 6 || filled > 2 || layout.usualFilled < 6 || standBeside(layout)) return false;
  const last = cells.findLastIndex((cell) => cell.trim() !== "");
  const name = filled === 2 ? cells.findIndex((cell) => cell.trim() !== "") : -1;
  const named = filled === 1 || ["text", "code"].includes(cellKind(cells[name]));
  return last >= 1 && last <= 2 && named && isSum(cells[last]);
}

/** True for lists side by side under the same headings, of which one may be longer than the others. */
function standBeside({ headings }: Layout): boolean {
  const names = (headings.at(-1) ?? []).filter((name) => name !== "");
  return names.length >= 4 && new Set(names).size * 2 <= names.length;
}

/** Whether a cell can be a sum: a number, and none with leading zeros, which is a key. */
const isSum = (cell: string): boolean => cellKind(cell) === "number" && !/^0\d/.test(cell.trim());

/** Sums of the rows since the last total and of all rows, column by column. */
interface RunningSums {
  add(cells: readonly string[]): void;
  /** True for a row that begins with a word of a total and whose numbers are such sums; the former begin anew. */
  closes(cells: readonly string[]): boolean;
}

/**
 * Proves totals by their numbers where rows leave out what the first of them says: "Summe Tasse" may be a product's
 * name there.
 */
export function runningSums({ fillsDown, width }: Layout): RunningSums {
  const sums = new Float64Array(fillsDown ? width : 0);
  const all = new Float64Array(sums.length);
  let rows = 0;
  let hasRows = false;
  const amountOf = (cell: string): number =>
    cellKind(cell) === "number" ? numberValue(scanNumberCell(cell.trim()), "comma") : 0;
  return {
    add: (cells) => {
      if (!fillsDown) return;
      rows++;
      hasRows = true;
      for (let k = 0; k < width; k++) {
        const amount = amountOf(cells[k] ?? "");
        sums[k] = (sums[k] ?? 0) + amount;
        all[k] = (all[k] ?? 0) + amount;
      }
    },
    closes: (cells) => {
      if (!fillsDown) return false;
      const at = cells.findIndex((cell) => cell.trim() !== "");
      if (at < 0 || totalSaid((cells[at] ?? "").trim()) === undefined) return false;
      const others = cells.flatMap((cell, k) => (k > at && cell.trim() !== "" ? [k] : []));
      const areSums = (of: Float64Array): boolean =>
        others.every(
          (k) => cellKind(cells[k]) === "number" && Math.abs(amountOf(cells[k] ?? "") - (of[k] ?? 0)) < 1e-6,
        );
      const isSame = (rows > 0 && areSums(sums)) || (hasRows && areSums(all));
      if (others.length === 0 || !isSame) return false;
      sums.fill(0);
      rows = 0;
      return true;
    },
  };
}
