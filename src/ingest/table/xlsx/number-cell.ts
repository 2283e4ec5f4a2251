import { clock, plainDecimal, serialDate } from "./serial.ts";
import { masked, type NumberStyle } from "./styles.ts";

type SheetIssueCode = "error-cell" | "formula-without-value" | "digits-lost" | "date-impossible";

/** What a sheet tells beside its rows. */
export type SheetReport = (issue: {
  readonly code: SheetIssueCode;
  readonly row: number;
  readonly column: string;
  readonly text?: string;
}) => void;

export const [cellText, cellNumber, cellDate] = [0, 1, 2];

/** A cell as text, with its kind. */
export interface Cell {
  readonly text: string;
  readonly type: number;
}

/** Tells something odd about the present cell. */
export type CellReport = (code: SheetIssueCode, text?: string) => void;

/** The value of a number cell by its style: a date, a time of day, digits filled with zeros, else the number. */
export function numberCell(
  raw: string,
  shown: NumberStyle | undefined,
  in1904: boolean,
  report: CellReport,
): Cell {
  const value = Number(raw);
  if (!Number.isFinite(value)) return { text: raw, type: cellText };
  if (shown?.date || shown?.time) {
    if (value >= 0 && value < 1 && shown.time) {
      return { text: clock(Math.min(86_399, Math.round(value * 86_400))), type: cellText };
    }
    const date = serialDate(value, in1904);
    if (date !== undefined)
      return { text: shown.time || !date.includes("T") ? date : date.slice(0, 10), type: cellDate };
    report("date-impossible", raw);
    return { text: plainDecimal(value), type: cellNumber };
  }
  if (Number.isInteger(value) && Math.abs(value) >= 1e15) report("digits-lost", plainDecimal(value));
  if (shown !== undefined && shown.digits > 0 && Number.isInteger(value) && value >= 0) {
    return { text: plainDecimal(value).padStart(shown.digits, "0"), type: cellText };
  }
  if (shown?.mask !== undefined && Number.isInteger(value) && value >= 0)
    return { text: masked(plainDecimal(value), shown.mask), type: cellText };
  return { text: plainDecimal(value), type: cellNumber };
}

/** Letters of a column. @example columnName(27) // "AB" */
export function columnName(column: number): string {
  let name = "";
  for (let rest = column; rest >= 0; rest = Math.floor(rest / 26) - 1)
    name = String.fromCharCode(65 + (rest % 26)) + name;
  return name;
}
