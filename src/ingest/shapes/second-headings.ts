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

/** Share of the headings of a table by which a row of words heads further rows of it. */
const leastShared = 0.6;

const named = (cells: readonly string[]): string[] => cells.map((cell) => cell.trim().toLowerCase());

/** True for a row that repeats most headings of the table, each once. */
function repeats(header: readonly string[], cells: readonly string[]): boolean {
  const [names, own] = [header, cells].map((row) => named(row).filter((name) => name !== ""));
  if (names === undefined || own === undefined || new Set(own).size < own.length) return false;
  if (own.some((name) => !/\p{L}/u.test(name))) return false;
  const shared = own.filter((name) => names.includes(name)).length;
  return shared >= 2 && shared >= leastShared * Math.max(names.length, own.length);
}

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

/**
 * For each column of a table the cell of the rows below a further heading that belongs there: that of the same name,
 * else that of the same field; -1 for none.
 */
function placesOf(header: readonly string[], cells: readonly string[]): readonly number[] {
  const [own, further, names] = [fieldsOf(header), fieldsOf(cells), named(cells)];
  const taken = new Set<number>();
  const places = own.map(() => -1);
  const take = (column: number, at: number): void => {
    if (column < 0 || at < 0 || places[column] !== -1 || taken.has(at)) return;
    places[column] = at;
    taken.add(at);
  };
  named(header).forEach((name, column) => {
    if (name !== "") take(column, names.indexOf(name));
  });
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
 * A list below whose rows those of another one follow, under headings of their own of which some are in other words or
 * another language, as one table in the order of its first headings; any other table as it is.
 */
export function withSecondHeadings(table: Table): Table {
  const { header } = table;
  if (header.length > mostColumns) return table;
  const own = fieldsOf(header);
  const isOfLines = needed.every((field) => columnOf(own, field) >= 0);
  const heads = ({ cells }: TableRecord): boolean =>
    repeats(header, cells) || (isOfLines && isHeading(cells));
  let found: TableRecord | undefined;
  let rows = 0;
  for (const record of table.records()) {
    if (heads(record)) found = record;
    if (found !== undefined || ++rows >= sampleRows) break;
  }
  if (found === undefined) return table;
  function* records(): Generator<TableRecord> {
    let places: readonly number[] | undefined;
    for (const record of table.records()) {
      if (heads(record)) {
        places = placesOf(header, record.cells);
        continue;
      }
      yield places === undefined ? record : placed(record, places);
    }
  }
  const isWhole = placesOf(header, found.cells).every(
    (at, column) => at >= 0 || header[column]?.trim() === "",
  );
  return reshaped(table, header, records, {
    code: "header-reordered",
    severity: isWhole ? "info" : "warning",
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
