import { readFileSync } from "node:fs";
import { join } from "node:path";
import { defaultLimits, type Limits } from "../../../src/ingest/limits.ts";
import { openBook } from "../../../src/ingest/table/book/workbook.ts";

/** Small workbooks of our own cells: made as XLSX, saved in the other forms by LibreOffice (XLSB: by the reader's writer). */
export const workbookFile = (name: string): Uint8Array =>
  readFileSync(join(import.meta.dirname, "../../fixtures/workbooks", name));

/** Everything that the sheets of a workbook say, a line a row, empty cells at the end of rows left out. */
export function gridOf(bytes: Uint8Array, limits: Partial<Limits> = {}): Record<string, readonly string[]> {
  const sheets = openBook(bytes, { ...defaultLimits, ...limits }).map(({ name, visible, rows }) => {
    const said: string[] = [];
    const cells = [
      ...rows(
        ({ code, row, column, text = "" }) => said.push(`${code} ${column}${row} ${text}`),
        (row) => said.push(`hidden ${row}`),
      ),
    ].map(({ row, cells, types }) => {
      const width = cells.findLastIndex((text) => text !== "") + 1;
      return `${row} ${JSON.stringify(cells.slice(0, width))} ${(types ?? new Uint8Array()).slice(0, width).join("")}`;
    });
    return [`${name}${visible ? "" : " (hidden)"}`, [...cells, ...said.sort()]] as const;
  });
  return Object.fromEntries(sheets);
}
