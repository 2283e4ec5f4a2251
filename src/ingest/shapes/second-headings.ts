import { normaliseHeading } from "../cells/heading-key.ts";
import { synonymIndex } from "../columns/synonyms.ts";
import { reshaped, type Table, type TableRecord } from "../table/record.ts";

/** Rows among which further headings are looked for. */
const sampleRows = 1000;
/** Wider tables are no lists that somebody put together. */
const mostColumns = 200;
const needed = ["item", "date", "quantity"] as const;

type Fields = readonly ReadonlySet<string>[];

/** What each heading of a row may be of order lines. */
function fieldsOf(cells: readonly string[]): Fields {
  return cells.map((cell) => {
    const known = synonymIndex("orders").byKey.get(normaliseHeading(cell).key) ?? [];
    return new Set(known.map(({ field }) => field));
  });
}

const columnOf = (fields: Fields, field: string): number => fields.findIndex((one) => one.has(field));

/** True for the headings of another list: words alone, among them those of an item, a day and a quantity. */
function isHeading(cells: readonly string[]): boolean {
  const said = cells.filter((cell) => cell.trim() !== "");
  if (said.length < needed.length || said.some((cell) => /\d/.test(cell))) return false;
  const fields = fieldsOf(cells);
  return (
    new Set(needed.map((field) => columnOf(fields, field))).size === 3 &&
    needed.every((field) => columnOf(fields, field) >= 0)
  );
}

/** For each column of a table the cell of the rows below a further heading that belongs there; -1 for none. */
function placesOf(own: Fields, further: Fields): readonly number[] {
  const taken = new Set<number>();
  const places = own.map(() => -1);
  const take = (column: number, at: number): void => {
    if (column < 0 || at < 0 || places[column] !== -1 || taken.has(at)) return;
    places[column] = at;
    taken.add(at);
  };
  for (const field of needed) take(columnOf(own, field), columnOf(further, field));
  own.forEach((fields, column) => {
    take(
      column,
      further.findIndex((others, at) => !taken.has(at) && [...fields].some((field) => others.has(field))),
    );
  });
  return places;
}

/**
 * A list below whose rows those of another one follow, under headings of their own in other words or another language,
 * as one table in the order of its first headings; any other table as it is.
 */
export function withSecondHeadings(table: Table): Table {
  if (table.header.length > mostColumns) return table;
  const own = fieldsOf(table.header);
  if (needed.some((field) => columnOf(own, field) < 0)) return table;
  let found: TableRecord | undefined;
  let rows = 0;
  for (const record of table.records()) {
    if (isHeading(record.cells)) found = record;
    if (found !== undefined || ++rows >= sampleRows) break;
  }
  if (found === undefined) return table;
  function* records(): Generator<TableRecord> {
    let places: readonly number[] | undefined;
    for (const record of table.records()) {
      if (isHeading(record.cells)) {
        places = placesOf(own, fieldsOf(record.cells));
        continue;
      }
      yield places === undefined ? record : placed(record, places);
    }
  }
  return reshaped(table, table.header, records, {
    code: "header-reordered",
    severity: "info",
    row: found.row,
    text: found.cells.join("; "),
  });
}

/** A row in the order of the table. */
function placed({ row, cells, types }: TableRecord, places: readonly number[]): TableRecord {
  const ordered = places.map((at) => cells[at] ?? "");
  return types === undefined
    ? { row, cells: ordered }
    : { row, cells: ordered, types: Uint8Array.from(places, (at) => types[at] ?? 0) };
}
