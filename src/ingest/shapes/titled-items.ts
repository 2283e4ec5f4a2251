import { normaliseHeading } from "../cells/heading-key.ts";
import { synonymsOf } from "../columns/synonyms.ts";
import { filledCells } from "../table/blank-rows.ts";
import { reshaped, type Table, type TableRecord } from "../table/record.ts";

/** Keys of the headings of a field. */
const keysOf = (field: string): ReadonlySet<string> =>
  new Set(synonymsOf("orders").flatMap((synonym) => (synonym.field === field ? [synonym.key] : [])));

/** Words that head a line of a title as they head a column, and may head other things: "Nr.: 7". */
const vague = new Set(["nummer", "code", "id", "referenz", "reference", "symbol", "ref"]);

/** "Artikel: 4711 Welle", and "Artikel A-4711 Welle" of a number that is no year. */
const marked = /^([\p{L} .-]{3,25}?)\s*[:;,\t|]+\s*([^:]{1,60})$/u;
const bare = /^(\p{L}{3,20}(?: ?n[ro°º]\.?)?) +(?!(?:19|20)\d\d(?!\S))([^\s:]{0,20}\d[^:]{0,60})$/iu;

/** The item that a text names behind its word: "Artikel: 4711 Welle"; undefined for other texts. */
export const titledItem = (text: string): string | undefined => itemOf(text, keysOf("item"));

/** The item that a line of a title names behind its word: "Artikel: 4711"; undefined for other lines. */
function itemOf(line: string, words: ReadonlySet<string>, delimiter = ";"): string | undefined {
  const [, label = "", rest = ""] = marked.exec(line.trim()) ?? bare.exec(line.trim()) ?? [];
  const { key } = normaliseHeading(label);
  const item = (rest.split(/[;\t|]/)[0]?.split(delimiter || ";")[0] ?? "").trim();
  if (!words.has(key) || vague.has(key) || item === "") return undefined;
  // "A-1 Welle" is the number of the item with its name behind it.
  const code = /^(\S+) +-? ?\p{L}/u.exec(item)?.[1] ?? "";
  return /\d/.test(code) ? code : item;
}

/** The item that a row alone names for the rows below it; undefined for other rows. */
const itemOfRow = ({ cells }: TableRecord, words: ReadonlySet<string>): string | undefined =>
  filledCells(cells) <= 2 ? itemOf(joinedCells(cells), words) : undefined;

/** The item of the first row, where it names one alone. */
function firstTitle(table: Table, words: ReadonlySet<string>): string | undefined {
  for (const record of table.records()) return itemOfRow(record, words);
  return undefined;
}

const joinedCells = (cells: readonly string[]): string =>
  cells
    .slice(0, cells.findLastIndex((cell) => cell.trim() !== "") + 1)
    .map((cell) => cell.trim())
    .join(";");

/**
 * A table of the movements of one item, which a line above it names ("Artikel: 4711"), or of several one below the
 * other, each under such a line, as a table whose rows name it; any other table as it is.
 */
export function withTitledItem(table: Table): Table {
  const { header, preamble } = table;
  if (header.length < 2) return table;
  const [items, dates, names] = [keysOf("item"), keysOf("date"), keysOf("name")];
  const keys = header.map((heading) => normaliseHeading(heading).key);
  const isItem = (key: string): boolean => (items.has(key) && !vague.has(key)) || names.has(key);
  if (keys.some(isItem) || !keys.some((key) => dates.has(key))) return table;
  const found = [...new Set(preamble.flatMap((line) => itemOf(line, items, table.delimiter) ?? []))];
  const [item = firstTitle(table, items)] = found;
  if (item === undefined || found.length > 1) return table;
  function* records(): Generator<TableRecord> {
    let own = item ?? "";
    for (const record of table.records()) {
      const title = itemOfRow(record, items);
      if (title !== undefined) {
        own = title;
        continue;
      }
      const types = record.types === undefined ? {} : { types: Uint8Array.of(...record.types, 0) };
      yield { row: record.row, cells: [...record.cells, own], ...types };
    }
  }
  return reshaped(table, [...header, "Artikelnummer"], records, {
    code: "rows-of-groups",
    severity: "info",
    row: table.headerRow,
    text: item,
  });
}
