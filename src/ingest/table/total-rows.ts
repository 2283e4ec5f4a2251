import { totalSaid } from "../cells/total-words.ts";
import { filledCells } from "./blank-rows.ts";
import type { Layout } from "./layout.ts";
import { cellKind, likelihood } from "./shape.ts";

/** What stands before or behind a key in the row that sums up its rows. */
const aroundKey =
  /^(ergebnis|gesamt|summe|total|subtotal|totale|totaal|zwischensumme|sum|result|suma|razem|celkem|summa|összesen|toplam|итого)( (for|of|für|pour|de|di|van|von|för|za|dla|по))?$/i;

/**
 * True for the name of the key above with a word of a total: "A-001 Ergebnis", "Total A-001" below the rows of A-001.
 */
export function isTotalOf(text: string, key: string): boolean {
  if (key === "" || text.length <= key.length) return false;
  if (text.startsWith(key)) return aroundKey.test(text.slice(key.length).trim());
  return text.endsWith(key) && aroundKey.test(text.slice(0, -key.length).trim().replace(/:$/, ""));
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
  if (layout.width < 6 || filled > 2 || layout.usualFilled < 6) return false;
  const last = cells.findLastIndex((cell) => cell.trim() !== "");
  const name = filled === 2 ? cells.findIndex((cell) => cell.trim() !== "") : -1;
  const named = filled === 1 || ["text", "code"].includes(cellKind(cells[name]));
  return last >= 1 && last <= 2 && named && isSum(cells[last]);
}

/** Whether a cell can be a sum: a number, and none with leading zeros, which is a key. */
const isSum = (cell: string): boolean => cellKind(cell) === "number" && !/^0\d/.test(cell.trim());
