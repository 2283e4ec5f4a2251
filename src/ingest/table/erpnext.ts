import type { RawRecord } from "./records.ts";

/** Where an ERPNext data export has its names and its first row of data. */
interface ErpnextFrame {
  readonly heading: number;
  readonly body: number;
}

const marks = [
  "column labels:",
  "column name:",
  "mandatory:",
  "type:",
  "info:",
  "start entering data below this line",
];
const markOf = (row: RawRecord | undefined): number =>
  marks.indexOf((row?.cells[0] ?? "").trim().toLowerCase());

/**
 * The description rows of an ERPNext data export: labels, field names, types, a line "Start entering data below".
 * The field names are the headings, since they are the same in every language. Undefined for other files.
 */
export function erpnextFrame(rows: readonly RawRecord[]): ErpnextFrame | undefined {
  const heading = rows.slice(0, 60).findIndex((row) => markOf(row) === 1);
  if (heading < 0) return undefined;
  let body = heading + 1;
  while (markOf(rows[body]) >= 0) body++;
  return { heading, body };
}
