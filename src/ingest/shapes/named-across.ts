import { scanDateCell } from "../cells/column-values.ts";
import { normaliseHeading } from "../cells/heading-key.ts";
import { monthNumber } from "../cells/month-names.ts";
import { totalSaid } from "../cells/total-words.ts";
import { isUnit } from "../cells/units.ts";
import type { Field } from "../columns/fields.ts";
import { namesWeeks, weekAlone, weekBelow } from "../columns/headings/dates.ts";
import { synonymsOf } from "../columns/synonyms.ts";
import { shortText } from "../issue-list.ts";
import { reshaped, type Table, type TableRecord } from "../table/record.ts";
import { type FigureOf, figuresIn } from "./figures.ts";
import { isSame } from "./summed-rows.ts";

/** Longer or wider tables are no lists that somebody keeps by hand. */
const mostRows = 5000;
const mostColumns = 300;
/** Fewer rows of periods, fewer items are no such list. */
const fewestTimes = 3;
const fewestItems = 2;
const mostHeadings = 6;
/** From this share of the rows on a column that sums up all others is their total. */
const proof = 0.9;

type Cells = readonly string[];
const filled = (cells: Cells): number => cells.filter((cell) => cell.trim() !== "").length;

/** True for a day, week, month or quarter, with or without its year. */
function isTime(text: string, areWeeks: boolean): boolean {
  const cell = text.trim();
  if (cell === "" || /^\d{1,4}([.,]\d+)?$/.test(cell)) return false;
  if (monthNumber(cell.replace(/\.$/, "")) > 0 || (areWeeks ? weekBelow : weekAlone).test(cell)) return true;
  return ["day", "period", "pair", "parts"].includes(scanDateCell(cell).kind);
}

/** A list with its periods down: the rows above them, and theirs; what stands below says nothing of a period. */
interface Down {
  readonly time: number;
  readonly above: readonly Cells[];
  readonly body: readonly TableRecord[];
}

/** The rows of periods of a table, with no others between them than sums. */
function downOf(top: readonly Cells[], records: readonly TableRecord[]): Down | undefined {
  const time = records[records.length >> 1]?.cells.findIndex((cell) => cell.trim() !== "") ?? -1;
  const at = (cells: Cells): string => (cells[time] ?? "").trim();
  const areWeeks = top.some((cells) => namesWeeks(normaliseHeading(at(cells)).key));
  const isPeriod = (cells: Cells): boolean => isTime(at(cells), areWeeks);
  const first = records.findIndex(({ cells }) => isPeriod(cells));
  const last = records.findLastIndex(({ cells }) => isPeriod(cells));
  if (time < 0 || first < 0 || last - first + 1 < fewestTimes) return undefined;
  const between = records.slice(first, last + 1).filter(({ cells }) => !isPeriod(cells));
  if (between.some(({ cells }) => filled(cells) > 0 && totalSaid(at(cells)) === undefined)) return undefined;
  const above = [...top, ...records.slice(0, first).map(({ cells }) => cells)];
  const body = records.slice(first, last + 1).filter(({ cells }) => isPeriod(cells));
  const below = records.slice(last + 1).map(({ cells }) => at(cells));
  const isEnd = below.every((text) => text === "" || /\p{L}/u.test(text) || totalSaid(text) !== undefined);
  return above.length > mostHeadings || !isEnd ? undefined : { time, above, body };
}

const fieldKeys = new Map<Field, ReadonlySet<string>>();

/** True for a heading that names a field of order lines. */
function names(heading: string, field: Field): boolean {
  const keys =
    fieldKeys.get(field) ??
    new Set(synonymsOf("orders").flatMap((one) => (one.field === field ? [one.key] : [])));
  fieldKeys.set(field, keys);
  return keys.has(normaliseHeading(heading).key);
}

/** The columns of figures that are those of items: no sum of all others, none without a heading. */
function itemColumns({ time, body }: Down, heads: Cells, figureOf: FigureOf): number[] | undefined {
  const columns = heads.flatMap((_, column) =>
    column !== time && body.some(({ cells }) => (cells[column] ?? "").trim() !== "") ? [column] : [],
  );
  if (columns.some((column) => body.some((record) => Number.isNaN(figureOf(record, column)))))
    return undefined;
  const isSum = (column: number): boolean => {
    if (totalSaid((heads[column] ?? "").trim()) === "whole") return true;
    const rows = body.filter((record) => columns.filter((one) => figureOf(record, one) !== 0).length > 2);
    const hits = rows.filter((record) => {
      const others = columns.reduce((sum, one) => sum + (one === column ? 0 : figureOf(record, one)), 0);
      return isSame(figureOf(record, column), others);
    });
    return rows.length >= fewestTimes && hits.length >= proof * rows.length;
  };
  return columns.filter((column) => !isSum(column));
}

/** What the rows above the figures say of their columns: the items, their names and units. */
interface Heads {
  readonly items: Cells;
  readonly name?: Cells;
  readonly unit?: Cells;
  /** Codes, or rows that surely name items. */
  readonly isSure: boolean;
}

/** A letter and a digit, or three digits. */
const isCode = (text: string): boolean => {
  const letter = text.search(/\p{L}/u);
  const hasDigitBehind = letter >= 0 && /\d/.test(text.slice(letter));
  return (/\d{3}/.test(text) || hasDigitBehind) && !/^(19|20)\d\d$/.test(text);
};

/** The row of items among those above the figures, and what stands with it; undefined where no row names them all. */
function headsOf({ time, above }: Down): Heads | undefined {
  const rows = above.filter((cells) => filled(cells) > 1);
  const said = (row: Cells): string[] =>
    row.filter((cell, k) => k !== time && cell.trim() !== "" && totalSaid(cell.trim()) !== "whole");
  const isDistinct = (row: Cells): boolean =>
    said(row).length >= fewestItems && new Set(said(row)).size === said(row).length;
  const label = (row: Cells): string => (row[time] ?? "").trim();
  const unit = rows.find(
    (row) => names(label(row), "unit") || (said(row).length > 0 && said(row).every(isUnit)),
  );
  const name = rows.find((row) => row !== unit && names(label(row), "name"));
  const others = rows.filter((row) => row !== unit && row !== name && isDistinct(row));
  const codes =
    others.find((row) => names(label(row), "item")) ?? others.find((row) => said(row).every(isCode));
  const items = codes ?? others[0];
  if (items === undefined || others.length > (name === undefined ? 2 : 1)) return undefined;
  const further = name ?? others.find((row) => row !== items);
  const isKnown = said(items).some((heading) =>
    (["quantity", "item", "date", "kind", "price", "amount", "onHand", "location"] as const).some((field) =>
      names(heading, field),
    ),
  );
  const times = said(items).filter((text) => isTime(text, false) || /^(19|20)\d\d$/.test(text));
  // "ARA-03" may be a code and, in Turkish, a month.
  const areTimes = 2 * times.length > said(items).length;
  if (isKnown || areTimes) return undefined;
  const isSure = codes !== undefined || name !== undefined;
  return { items, isSure, ...(further && { name: further }), ...(unit && { unit }) };
}

/** The lines of a list with its items across, one a period and item. */
function* linesOf(
  { time, body }: Down,
  columns: readonly number[],
  { items, name, unit }: Heads,
  figureOf: FigureOf,
): Generator<TableRecord> {
  for (const record of body)
    for (const column of columns) {
      if (figureOf(record, column) === 0) continue;
      const { row, cells, types } = record;
      const figure = cells[column];
      const own = [cells[time], items[column], name?.[column], unit?.[column], figure];
      const line = { row, cells: own.map((cell) => (cell ?? "").trim()) };
      yield types === undefined
        ? line
        : { ...line, types: Uint8Array.of(types[time] ?? 0, 0, 0, 0, types[column] ?? 0) };
    }
}

/**
 * A list with its periods down and its items across, below whose numbers their names or units stand, as lines of one
 * period and item; one with a row of items alone without its sums. Any other table as it is.
 */
export function withNamedItemsAcross(table: Table): Table {
  if (table.header.length > mostColumns || table.header.length < 3) return table;
  const records: TableRecord[] = [];
  for (const record of table.records()) if (records.push(record) > mostRows) return table;
  const top = (table.headings ?? [table.header]).filter((cells) => filled(cells) > 0);
  const down = downOf(top, records);
  const heads = down === undefined ? undefined : headsOf(down);
  const figureOf = figuresIn(
    down?.body ?? [],
    [...table.header.keys()].filter((column) => column !== down?.time),
  );
  const columns =
    down === undefined || heads === undefined ? undefined : itemColumns(down, heads.items, figureOf);
  if (down === undefined || heads === undefined || columns === undefined || columns.length < fewestItems)
    return table;
  if (columns.some((column) => (heads.items[column] ?? "").trim() === "")) return table;
  const titles = down.above.filter((cells) => filled(cells) === 1).map((cells) => cells.join(" ").trim());
  const titled = { ...table, preamble: [...table.preamble, ...titles] };
  const text = shortText(columns.map((column) => heads.items[column]).join(", "));
  const said = { code: "items-across", severity: "info", row: table.headerRow, text } as const;
  if (heads.isSure && (heads.name !== undefined || heads.unit !== undefined)) {
    const header = ["Datum", "Artikelnummer", "Bezeichnung", "Einheit", "Menge"];
    return reshaped(titled, header, () => linesOf(down, columns, heads, figureOf), said);
  }
  const kept = [down.time, ...columns];
  if (kept.length === table.header.length && down.body.length === records.length) return table;
  function* rows(): Generator<TableRecord> {
    for (const { row, cells, types } of down?.body ?? []) {
      const own = { row, cells: kept.map((column) => cells[column] ?? "") };
      yield types === undefined
        ? own
        : { ...own, types: Uint8Array.from(kept, (column) => types[column] ?? 0) };
    }
  }
  const header = kept.map((column) => heads.items[column] ?? "");
  return reshaped(titled, header[0] === "" ? ["Datum", ...header.slice(1)] : header, rows, said);
}
