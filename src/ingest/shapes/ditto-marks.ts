import { reshaped, type Table, type TableRecord } from "../table/record.ts";

/** Rows among which such marks are looked for. */
const sampleRows = 2000;
/** "The same as above": a mark of repetition, or its word. */
const ditto = /^(["„“”〃]|[-–—]+ ?["”“] ?[-–—]+|dto\.?|ditto|dito|idem)$/iu;

const isDitto = (cell: string): boolean => cell.length < 8 && cell !== "" && ditto.test(cell.trim());

/** A hand-written list whose marks of repetition stand for what stands above them; any other table as it is. */
export function withDittoMarks(table: Table): Table {
  let [rows, first] = [0, 0];
  for (const { row, cells } of table.records()) {
    // The first row has nothing above it.
    if (rows > 0 && cells.some(isDitto)) first = row;
    if (first > 0 || ++rows >= sampleRows) break;
  }
  if (first === 0) return table;
  function* records(): Generator<TableRecord> {
    let above: TableRecord | undefined;
    for (const record of table.records()) {
      const last = above;
      const repeats = (cell: string): boolean => last !== undefined && isDitto(cell);
      const cells = record.cells.map((cell, k) => (repeats(cell) ? (last?.cells[k] ?? "") : cell));
      const types = record.types?.map((type, k) =>
        repeats(record.cells[k] ?? "") ? (last?.types?.[k] ?? 0) : type,
      );
      above = types === undefined ? { row: record.row, cells } : { row: record.row, cells, types };
      yield above;
    }
  }
  return reshaped(table, table.header, records, {
    code: "keys-filled",
    severity: "info",
    row: first,
    text: "〃",
  });
}
