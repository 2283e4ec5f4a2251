import { cellText, isTypedDate } from "../../cells/cells.ts";
import { scanDateCell, scanNumberCell } from "../../cells/column-values.ts";
import type { RawRecord } from "../records.ts";

/** What the rows of a sheet hold, whatever its headings say. */
export interface SheetContents {
  /** Rows of the table that were looked at. */
  readonly rows: readonly string[];
  /** A column of days beside one of numbers and one of texts: lines of something. */
  readonly areLines: boolean;
  /** Some column holds texts. */
  readonly hasTexts: boolean;
}

const mostRows = 200;
const mostly = 0.8;
/** Fewer filled rows show nothing. */
const fewest = 2;

type CellKind = "day" | "number" | "text" | "blank";

function kindOf(text: string): CellKind {
  if (text === "") return "blank";
  if (isTypedDate(text)) return "day";
  const { kind } = scanDateCell(text);
  // A bare number may be the serial of a day, a year or anything.
  if ((kind === "day" || kind === "parts") && /[^\d\u0001]/.test(text)) return "day";
  return Number.isNaN(scanNumberCell(text).asDecimal) ? "text" : "number";
}

/** Looks at the rows of a sheet below its headings. */
export function contentsOf(sample: readonly RawRecord[], firstRow: number, width: number): SheetContents {
  const body = sample.filter(({ row }) => row >= firstRow).slice(0, mostRows);
  const kinds = Array.from({ length: width }, (_, column) =>
    body.map(({ cells, types }) => kindOf(cellText(cells[column] ?? "", types?.[column]))),
  );
  const share = (column: readonly CellKind[], kind: CellKind): boolean => {
    const filled = column.filter((one) => one !== "blank").length;
    return (
      filled >= fewest &&
      filled >= body.length / 2 &&
      column.filter((one) => one === kind).length >= mostly * filled
    );
  };
  const has = (kind: CellKind): boolean => kinds.some((column) => share(column, kind));
  return {
    rows: body.map(({ cells }) => cells.map((cell) => cell.trim()).join("\u0000")),
    areLines: has("day") && has("number") && width >= 3,
    hasTexts: has("text"),
  };
}

/** What stands in a column of the rows that were looked at. */
export const columnTexts = ({ rows }: SheetContents, column: number): string[] =>
  rows.flatMap((row) => row.split("\u0000")[column] || []);

/** From this share of its rows on a sheet repeats another. */
const repeated = 0.9;

/** True for the rows of a sheet that stand in another one too: a copy, or an earlier state of it. */
export function repeats({ rows, areLines }: SheetContents, other: SheetContents): boolean {
  // Without days two months may be alike.
  if (!areLines) return false;
  const known = new Set(other.rows);
  const found = rows.filter((row) => known.has(row)).length;
  return rows.length >= fewest && found >= repeated * rows.length;
}

/** Sums of the columns of numbers of a sheet; NaN for other columns. */
const sumsOf = ({ rows }: SheetContents): number[] => {
  const sums: number[] = [];
  for (const row of rows)
    row.split("\u0000").forEach((cell, k) => {
      const value = cell === "" ? 0 : scanNumberCell(cell).asDecimal;
      sums[k] = (sums[k] ?? 0) + value;
    });
  return sums;
};

/** True for rows of which only the first were looked at. */
export const isCut = ({ rows }: SheetContents): boolean => rows.length >= mostRows;

/** True for a sheet that sums up two others of its shape or more: a column of numbers has their sum. */
export function sumsUp(one: SheetContents, others: readonly SheetContents[]): boolean {
  if (others.length < 2 || [one, ...others].some(isCut)) return false;
  const parts = others.map(sumsOf);
  return sumsOf(one).some((sum, k) => {
    const all = parts.reduce((total, sums) => total + (sums[k] ?? Number.NaN), 0);
    return sum !== 0 && Math.abs(sum - all) <= 1e-6 * Math.abs(sum);
  });
}
