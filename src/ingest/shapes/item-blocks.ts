import { normaliseHeading } from "../cells/heading-key.ts";
import { synonymsOf } from "../columns/synonyms.ts";
import { holdsLines } from "../sheet-choice.ts";
import { reshaped, type Table, type TableRecord } from "../table/record.ts";

/** Columns that may stand before the blocks: day, customer, number of the order … */
const mostBefore = 8;

/** Tables wider than this are no lists that somebody wrote. */
const widest = 200;

/** Blocks of as many columns behind those that all of them share. */
interface Blocks {
  readonly before: number;
  readonly width: number;
  /** Headings of one block. */
  readonly header: readonly string[];
}

/** A heading without the number of its block: "Artikel 2" is "Artikel". */
const withoutNumber = (heading: string): string => heading.trim().replace(/(?<=\p{L})[\s._-]*\d{1,2}$/u, "");

const isItem = (heading: string): boolean => {
  const { key } = normaliseHeading(heading);
  return synonymsOf("orders").some((synonym) => synonym.field === "item" && synonym.key === key);
};

/** The same headings again and again behind a few of their own; undefined where there are none, or no items in them. */
function blocksOf(header: readonly string[]): Blocks | undefined {
  const bare = header.map(withoutNumber);
  const last = bare.at(-1);
  for (let before = 1; before <= Math.min(mostBefore, header.length - 4); before++) {
    for (let width = 2; width * 2 <= header.length - before; width++) {
      if ((header.length - before) % width !== 0) continue;
      const own = bare.slice(before, before + width);
      if (own.at(-1) !== last || new Set(own).size < width) continue;
      const again = bare.slice(before).every((name, k) => name !== "" && name === own[k % width]);
      if (!again || !own.some(isItem)) continue;
      const shared = header.slice(0, before);
      if (!shared.some(isItem) && holdsLines([...shared, ...own])) return { before, width, header: own };
    }
  }
  return undefined;
}

/**
 * A table with several items in each row, an item and its quantity side by side ("Datum; Artikel; Menge; Artikel;
 * Menge"), as one with a row for each of them; any other table as it is.
 */
export function withItemBlocks(table: Table): Table {
  if (table.header.length < 5 || table.header.length > widest) return table;
  const blocks = blocksOf(table.header);
  if (blocks === undefined) return table;
  const { before, width, header } = blocks;
  function* records(): Generator<TableRecord> {
    for (const { row, cells, types } of table.records())
      for (let at = before; at < cells.length; at += width) {
        const own = cells.slice(at, at + width);
        if (own.every((cell) => cell.trim() === "")) continue;
        const record = { row, cells: [...cells.slice(0, before), ...own] };
        yield types === undefined
          ? record
          : { ...record, types: Uint8Array.of(...types.slice(0, before), ...types.slice(at, at + width)) };
      }
  }
  return reshaped(table, [...table.header.slice(0, before), ...header], records, {
    code: "tables-beside",
    severity: "info",
    row: table.headerRow,
    count: (table.header.length - before) / width,
    text: header.join(", "),
  });
}
