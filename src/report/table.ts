import { type Cell, type CsvDialect, csv } from "./csv/csv.ts";
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

/** What a column holds, by its cells. */
function kindOf(rows: readonly (readonly Cell[])[], k: number): ColumnKind {
  const given = rows
    .map((row) => row[k])
    .filter((cell) => cell !== undefined && cell !== null && cell !== "");
  if (given.length > 0 && given.every((cell) => typeof cell === "number")) return "number";
  if (given.length > 0 && given.every((cell) => typeof cell === "string" && isDay.test(cell))) return "date";
  return "text";
}

/** Any table as a workbook with one sheet; numbers stay numbers, dates dates. */
export function tableWorkbook(
  name: string,
  heading: readonly string[],
  rows: readonly (readonly Cell[])[],
): Generator<Uint8Array> {
  const columns = heading.map((text, k) => ({
    heading: text,
    kind: kindOf(rows, k),
    value: (row: readonly Cell[]): string | number | undefined => {
      const cell = row[k];
      return typeof cell === "number" || typeof cell === "string" ? cell : cell === true ? "true" : undefined;
    },
  }));
  return workbook([sheet(name, columns, rows, 0)], []);
}
