import { defined } from "../../defined.ts";
import { monthNumber } from "../cells/month-names.ts";
import { monthNamed, yearNamed } from "../columns/period-headings.ts";
import { countsItems, holdsLines } from "../sheet-choice.ts";
import { reshaped, type Table, type TableRecord } from "../table/record.ts";

/** Wider tables are no lists that somebody put side by side. */
const widest = 200;

/** Blocks of columns of the same headings, each below a month of its own. */
interface TitledBlocks {
  readonly starts: readonly number[];
  readonly width: number;
  readonly months: readonly string[];
  /** Headings of each. */
  readonly names: readonly string[];
}

/** The month of a cell above a block, with the year of another one where it names none. */
function monthOf(title: string, year: number | undefined): string | undefined {
  const month = monthNumber(title.replace(/\.$/, ""));
  if (month === 0) return monthNamed([title]);
  return year === undefined ? title : `${year}-${String(month).padStart(2, "0")}`;
}

/** The blocks below the months of a line above the headings; undefined where they differ or do not count items. */
function blocksBelow(
  header: readonly string[],
  line: readonly string[],
  year: number | undefined,
): TitledBlocks | undefined {
  const starts = line.flatMap((cell, k) => (monthOf(cell.trim(), year) === undefined ? [] : [k]));
  const [first = 0, second = 0] = starts;
  const width = second - first;
  if (starts.length < 2 || first > 0 || width < 2) return undefined;
  const blockAt = (at: number): string[] => header.slice(at, at + width).map((name) => name.trim());
  const own = blockAt(first);
  // An empty column may stand between them, behind the last one none.
  const isGap = own.at(-1) === "";
  const inner = isGap ? own.slice(0, -1) : own;
  const areAlike = starts.every((at, k) => {
    const block = blockAt(at);
    return (
      at === k * width && inner.every((name, n) => name === block[n]) && (block[inner.length] ?? "") === ""
    );
  });
  if (!areAlike || inner.includes("") || header.length > starts.length * width) return undefined;
  if (!countsItems(inner) || holdsLines(inner)) return undefined;
  const months = starts.flatMap((at) => monthOf((line[at] ?? "").trim(), year) ?? []);
  return new Set(months).size === starts.length
    ? { starts, width: inner.length, months, names: inner }
    : undefined;
}

function blocksOf({ header, headings = [], preamble, delimiter, sheet }: Table): TitledBlocks | undefined {
  const year = yearNamed([...preamble, sheet ?? ""].filter((text) => monthNamed([text]) === undefined));
  const [top, names] = headings;
  if (top !== undefined && names !== undefined && headings.length === 2) return blocksBelow(names, top, year);
  for (const line of preamble) {
    const found = blocksBelow(header, line.split(delimiter === "" ? ";" : delimiter), year);
    if (found !== undefined) return found;
  }
  return undefined;
}

/**
 * Lists of items and quantities side by side, each below its month, as one list whose rows name it; any other table as
 * it is.
 */
export function withTitledBlocks(table: Table): Table {
  const { header } = table;
  const blocks = header.length > widest || header.length < 4 ? undefined : blocksOf(table);
  if (blocks === undefined) return table;
  const { starts, width, months, names } = blocks;
  function* records(): Generator<TableRecord> {
    for (const { row, cells, types } of table.records())
      for (const [k, from] of starts.entries()) {
        const own = cells.slice(from, from + width);
        if (own.every((cell) => cell.trim() === "")) continue;
        const kinds = types === undefined ? undefined : Uint8Array.of(...types.slice(from, from + width), 0);
        yield { row, cells: [...own, months[k] ?? ""], ...defined({ types: kinds }) };
      }
  }
  return reshaped(table, [...names, "Datum"], records, {
    code: "tables-beside",
    severity: "info",
    row: table.headerRow,
    count: starts.length,
    text: names.join(", "),
  });
}
