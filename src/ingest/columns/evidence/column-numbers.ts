import { bareText, isTypedNumber } from "../../cells/cells.ts";
import { numberEvidence, scanNumberCell } from "../../cells/column-values.ts";
import { decideNumberStyle, noEvidence, numberValue } from "../../cells/numbers.ts";
import type { TableProfile } from "../profile.ts";

/**
 * Reads the numbers of a column from the cells of a row, written as the column itself tells; cells of a workbook that
 * are numbers are exact. NaN for all else.
 */
export function numbersOfColumn({ columns }: TableProfile, at: number): (cells: readonly string[]) => number {
  const column = columns.find(({ index }) => index === at);
  const texts = column?.texts.filter((text) => text !== "") ?? [];
  const isTyped = texts.length > 0 && texts.every(isTypedNumber);
  if (isTyped) return (cells) => (cells[at] === "" ? Number.NaN : Number(bareText(cells[at] ?? "")));
  const decided = column === undefined ? "comma" : decideNumberStyle(numberEvidence(column), noEvidence());
  const style = decided === "point" ? "point" : "comma";
  return (cells) => numberValue(scanNumberCell(cells[at] ?? ""), style);
}
