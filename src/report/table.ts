import type { CsvDialect } from "../words/format.ts";
import { type Cell, csv } from "./csv/csv.ts";
import { type ColumnKind, sheet } from "./xlsx/sheet.ts";
import { workbook } from "./xlsx/workbook.ts";

export { csvDialects } from "./csv/csv.ts";

/** Any table as CSV text. @example csvText(["a"], [[1.5]], csvDialects.de) // "\ufeffa\r\n1,5\r\n" */
export const csvText = (
  heading: readonly string[],
  rows: Iterable<readonly Cell[]>,
  dialect: CsvDialect,
): string => [...csv(heading, rows, dialect)].join("");

const isDay = /^\d{4}-\d{2}-\d{2}$/;

/** What each column holds, by its cells: one walk over the rows. */
function kindsOf(width: number, rows: readonly (readonly Cell[])[]): ColumnKind[] {
  const kinds: (ColumnKind | undefined)[] = Array.from({ length: width }, () => undefined);
  for (const row of rows)
    for (let k = 0; k < width; k++) {
      const cell = row[k];
      if (cell === undefined || cell === null || cell === "" || kinds[k] === "text") continue;
      const kind =
        typeof cell === "number" ? "number" : typeof cell === "string" && isDay.test(cell) ? "date" : "text";
      kinds[k] = kinds[k] === undefined || kinds[k] === kind ? kind : "text";
    }
  return kinds.map((kind) => kind ?? "text");
}

/** Rows of a sheet below its heading, as every program for sheets takes them. */
const mostSheetRows = 1_048_575;

/** Any table as a workbook; numbers stay numbers, dates dates; what one sheet does not hold stands on the next. */
export function tableWorkbook(
  name: string,
  heading: readonly string[],
  rows: readonly (readonly Cell[])[],
): Generator<Uint8Array> {
  const kinds = kindsOf(heading.length, rows);
  const columns = heading.map((text, k) => ({
    heading: text,
    kind: kinds[k],
    value: (row: readonly Cell[]): string | number | undefined => {
      const cell = row[k];
      return typeof cell === "number" || typeof cell === "string" ? cell : cell === true ? "true" : undefined;
    },
  }));
  const count = Math.max(1, Math.ceil(rows.length / mostSheetRows));
  const sheets = Array.from({ length: count }, (_, k) => {
    const own = count === 1 ? rows : rows.slice(k * mostSheetRows, (k + 1) * mostSheetRows);
    return sheet(k === 0 ? name : `${name} ${k + 1}`, columns, own, 0);
  });
  return workbook(sheets, []);
}
