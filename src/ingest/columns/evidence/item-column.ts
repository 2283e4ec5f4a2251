import { bareText } from "../../cells/cells.ts";

/** Rows of a table as read. */
type Rows = readonly (readonly string[])[];

const cell = (cells: readonly string[], column: number): string => bareText(cells[column] ?? "").trim();

/** A running number: it counts on from row to row, or begins again: a position or the number of the row. */
export function isRunning(rows: Rows, column: number): boolean {
  const filled = rows.map((cells) => cell(cells, column)).filter((text) => text !== "");
  const values = filled.map(Number);
  const [first] = values;
  if (first === undefined || values.length < 3 || !filled.every((text) => /^(0|[1-9]\d{0,8})$/.test(text)))
    return false;
  const step = values.map((value, k) => value - (values[k - 1] ?? value)).find((one) => one > 0) ?? 1;
  const restarts = first <= 1 || first === step;
  return values.every(
    (value, k) => k === 0 || value === (values[k - 1] ?? 0) + step || (restarts && value === first),
  );
}

/** A running number from the beginning: 0, 1, 10. */
export const isRowNumber = (rows: Rows, column: number): boolean =>
  isRunning(rows, column) && ["0", "1", "10"].includes(cell(rows[0] ?? [], column));

/** True where no text stands in two rows: a key of the line. */
export function isUnique(rows: Rows, column: number): boolean {
  const seen = new Set(rows.map((cells) => cell(cells, column)));
  return rows.length >= 3 && seen.size === rows.length;
}

/** True for a column that stands in the first of its rows alone: the rows below are of the same. */
export function isNamedOnce(rows: Rows, column: number): boolean {
  const own = rows.map((cells) => cell(cells, column));
  const filled = own.filter((text) => text !== "");
  return filled.length > 1 && own[0] !== "" && new Set(filled).size === filled.length;
}

/** True where every text of `fine` has one text of `coarse`, and some text of `coarse` has several of `fine`. */
export function isFiner(rows: Rows, fine: number, coarse: number): boolean {
  const above = new Map<string, string>();
  const below = new Map<string, string>();
  let several = false;
  for (const cells of rows) {
    const [own, other] = [cell(cells, fine), cell(cells, coarse)];
    if (own === "" || other === "") continue;
    const known = above.get(own);
    if (known !== undefined && known !== other) return false;
    above.set(own, other);
    const first = below.get(other);
    if (first !== undefined && first !== own) several = true;
    below.set(other, own);
  }
  return several;
}

/** True where one text of a column has several names beside it: the number of a document, not of an item. */
export function hasSeveralNames(rows: Rows, column: number, name: number): boolean {
  const named = new Map<string, string>();
  for (const cells of rows) {
    const [own, text] = [cell(cells, column), cell(cells, name)];
    if (own === "" || text === "") continue;
    const known = named.get(own);
    if (known !== undefined && known !== text) return true;
    named.set(own, text);
  }
  return false;
}

/** True where the texts of a column repeat, and the other is their position in an order or their one name. */
export function isNumberOf(rows: Rows, column: number, other: number): boolean {
  if (isUnique(rows, column)) return false;
  return isRunning(rows, other) || !hasSeveralNames(rows, column, other);
}
