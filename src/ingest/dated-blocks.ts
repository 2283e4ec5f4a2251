import { scanDate } from "./cells/dates.ts";
import { normaliseHeading } from "./cells/heading-key.ts";
import { fieldTypes } from "./columns/fields.ts";
import { synonymsOf } from "./columns/synonyms.ts";
import { filledCells } from "./table/blank-rows.ts";
import { reshaped, type Table, type TableRecord } from "./table/record.ts";

/** Rows by which blocks are recognised. */
const sampleRows = 1000;

/** The month, week or day that a line names and nothing else; "" for other lines. */
function periodOf(line: string): string {
  const text = line.replace(/[;,\t|]+$/g, "").trim();
  if (text.length > 40 || /^\d+$/.test(text)) return "";
  const { kind } = scanDate(text);
  return kind === "period" || kind === "pair" || kind === "day" ? text : "";
}

/** True where a heading names days, months or periods already. */
function namesDates(header: readonly string[]): boolean {
  const dates = new Set(
    synonymsOf("orders").flatMap(({ field, key }) => (fieldTypes[field] === "date" ? [key] : [])),
  );
  return header.some((heading) => dates.has(normaliseHeading(heading).key) || periodOf(heading) !== "");
}

/**
 * A table of blocks one below the other, each under a line with its month, week or day alone, as a table whose rows
 * name it; any other table as it is.
 */
export function withDatedBlocks(table: Table): Table {
  const { header, preamble } = table;
  if (header.length < 2 || namesDates(header)) return table;
  const first = preamble.map(periodOf).findLast((text) => text !== "") ?? "";
  const titleOf = ({ cells }: TableRecord): string =>
    filledCells(cells) === 1 ? periodOf(cells.find((cell) => cell.trim() !== "") ?? "") : "";
  let [blocks, rows] = [0, 0];
  let begins = first;
  for (const record of table.records()) {
    const title = titleOf(record);
    if (title !== "") blocks++;
    if (begins === "" && title === "") return table;
    begins = begins === "" ? title : begins;
    if (++rows >= sampleRows) break;
  }
  if (blocks === 0) return table;
  function* records(): Generator<TableRecord> {
    let period = first;
    for (const record of table.records()) {
      const title = titleOf(record);
      if (title !== "") period = title;
      else yield { row: record.row, cells: [...record.cells, period], ...typesWithText(record) };
    }
  }
  return reshaped(table, [...header, "Date"], records, {
    code: "rows-of-groups",
    severity: "info",
    row: table.headerRow,
    text: first,
  });
}

/** Types of the cells of a row with a text behind them. */
const typesWithText = ({ types }: TableRecord): Pick<TableRecord, "types"> =>
  types === undefined ? {} : { types: Uint8Array.of(...types, 0) };
