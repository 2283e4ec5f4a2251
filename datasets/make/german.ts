import { civil } from "../../src/calendar/date.ts";

/** "1.234,50": decimal comma, point between groups of three. @example germanNumber(1234.5, 2) // "1.234,50" */
export function germanNumber(value: number, decimals: number, groups = true): string {
  const [whole = "", part] = Math.abs(value).toFixed(decimals).split(".");
  const grouped = groups ? whole.replace(/\B(?=(\d{3})+$)/g, ".") : whole;
  const text = part === undefined ? grouped : `${grouped},${part}`;
  return value < 0 && /[1-9]/.test(text) ? `-${text}` : text;
}

/** "16.10.2026" of a day number. */
export function germanDate(day: number): string {
  const { year, month, day: dayOfMonth } = civil(day);
  return `${String(dayOfMonth).padStart(2, "0")}.${String(month).padStart(2, "0")}.${year}`;
}

/** One CSV record with semicolons; a cell is quoted only where it must be (RFC 4180). */
export const record = (cells: readonly string[]): string =>
  cells.map((cell) => (/[;"\r\n]/.test(cell) ? `"${cell.replaceAll('"', '""')}"` : cell)).join(";");

/** Records as a file with CRLF line ends. */
export const semicolonFile = (records: readonly (readonly string[])[]): string =>
  records.map((cells) => `${record(cells)}\r\n`).join("");
