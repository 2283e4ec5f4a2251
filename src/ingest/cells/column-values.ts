import { bareText, isTypedDate, isTypedNumber } from "./cells.ts";
import { isLate, swappedIso, swappedText } from "./date-kinds.ts";
import { addDateEvidence, type DateEvidence, noDateEvidence } from "./date-style.ts";
import { type DateScan, type DateStyle, type Resolved, resolveDate, scanDate } from "./dates.ts";
import {
  addEvidence,
  type NumberEvidence,
  type NumberScan,
  type NumberStyle,
  noEvidence,
  numberValue,
  scanNumber,
} from "./numbers.ts";

/** Distinct texts of a column and how often each stands in it. */
export interface Texts {
  readonly texts: readonly string[];
  readonly counts: readonly number[];
}

/** A cell that XLSX stores as a number is exact: no style is needed. */
function typedNumber(text: string): NumberScan {
  const value = Number(text);
  const exact = { value, asThousands: value, asDecimal: value };
  return {
    shape: Number.isNaN(value) ? "unreadable" : "integer",
    ...exact,
    scientific: false,
    percent: false,
  };
}

/** What a cell says about its number; a number of a workbook needs no style. */
export const scanNumberCell = (text: string): NumberScan =>
  isTypedNumber(text) ? typedNumber(bareText(text)) : scanNumber(bareText(text));

/** What a cell says about its date. */
export const scanDateCell = (text: string): DateScan => scanDate(bareText(text));

/** What the texts of a column prove about its number style. */
export function numberEvidence(column: Texts): NumberEvidence {
  const evidence = noEvidence();
  column.texts.forEach((text, k) => {
    if (!isTypedDate(text)) addEvidence(evidence, scanNumberCell(text), column.counts[k]);
  });
  return evidence;
}

/** What the texts of a column prove about its date style. */
export function dateEvidence(column: Texts): DateEvidence {
  const evidence = noDateEvidence();
  column.texts.forEach((text, k) => {
    if (!isTypedDate(text)) addDateEvidence(evidence, scanDateCell(text), column.counts[k]);
  });
  return evidence;
}

/** Numbers of a column, one per distinct text. */
export interface NumberValues {
  readonly scans: readonly NumberScan[];
  readonly values: Float64Array;
}

/** Reads the distinct texts of a number column under its style: NaN where one is missing, unreadable or against it. */
export function numberValues(column: Texts, style: NumberStyle | "ambiguous" | undefined): NumberValues {
  const scans = column.texts.map(scanNumberCell);
  return { scans, values: Float64Array.from(scans, (scan) => numberValue(scan, style)) };
}

/** A date whose day and month a spreadsheet swapped. */
const swappedScan = (text: string): DateScan =>
  isTypedDate(text) ? scanDate(swappedIso(bareText(text))) : scanDateCell(swappedText(text));

/** Dates of a column, one per distinct text. */
export const dateValues = (column: Texts, style: DateStyle): readonly Resolved[] =>
  column.texts.map((text) => {
    const read = resolveDate(style.swapped === true ? swappedScan(text) : scanDateCell(text), style);
    return style.evening === true && "day" in read && isLate(text) ? { ...read, day: read.day + 1 } : read;
  });
