import { holdsLines } from "./sheet-choice.ts";
import { reshaped, type Table, type TableRecord } from "./table/record.ts";

/** Rows by which tables that stand side by side are told from one with an empty column. */
const sampleRows = 500;

/** Columns from `from` up to `to` (not included) that stand together. */
interface Block {
  readonly from: number;
  readonly to: number;
}

const isEmpty = (cells: readonly string[], { from, to }: Block): boolean => {
  for (let column = from; column < to; column++) if ((cells[column] ?? "").trim() !== "") return false;
  return true;
};

const headingsOf = (header: readonly string[], { from, to }: Block): readonly string[] =>
  header.slice(from, to).map((name) => name.trim());

/** The blocks of a table between columns that have no heading and no cell. */
function blocksOf(header: readonly string[], rows: readonly TableRecord[]): Block[] {
  const isGap = header.map(
    (name, column) => name.trim() === "" && rows.every(({ cells }) => (cells[column] ?? "").trim() === ""),
  );
  const blocks: Block[] = [];
  for (let from = 0; from < header.length; from++) {
    if (isGap[from] === true) continue;
    let to = from;
    while (to < header.length && isGap[to] !== true) to++;
    blocks.push({ from, to });
    from = to;
  }
  return blocks;
}

/** Two or more blocks of the same headings without any gap. */
function repeatedBlocks(header: readonly string[]): Block[] {
  for (let width = 3; width * 2 <= header.length; width++) {
    if (header.length % width !== 0) continue;
    const blocks = Array.from({ length: header.length / width }, (_, k) => ({
      from: k * width,
      to: (k + 1) * width,
    }));
    if (areAlike(header, blocks)) return blocks;
  }
  return [];
}

const areAlike = (header: readonly string[], blocks: readonly Block[]): boolean => {
  const shapes = blocks.map((block) => headingsOf(header, block).join("\u0000"));
  return new Set(shapes).size === 1 && holdsLines(header.slice(blocks[0]?.from, blocks[0]?.to));
};

/** The table that the blocks are read as: its columns, and where their cells stand in a row. */
function tableOf(table: Table, all: readonly Block[], read: readonly Block[]): Table {
  const [first = { from: 0, to: 0 }] = read;
  const header = table.header.slice(first.from, first.to);
  function* records(): Generator<TableRecord> {
    for (const record of table.records())
      for (const block of read) {
        if (isEmpty(record.cells, block)) continue;
        const { row, cells, types } = record;
        const own = { row, cells: cells.slice(block.from, block.to) };
        yield types === undefined ? own : { ...own, types: types.slice(block.from, block.to) };
      }
  }
  return reshaped(table, header, records, {
    code: "tables-beside",
    severity: read.length < all.length ? "warning" : "info",
    row: table.headerRow,
    count: all.length,
    text: header.join(", "),
  });
}

/**
 * A table without those that stand beside it: of several the one that holds lines of orders, all of them where they
 * have the same headings. Where nothing proves that there are several tables, the table as it is.
 */
export function withoutNeighbours(table: Table): Table {
  const { header } = table;
  const hasGap = header.slice(1, -1).some((name) => name.trim() === "");
  const repeated = hasGap ? [] : repeatedBlocks(header);
  if (repeated.length > 1) return tableOf(table, repeated, repeated);
  if (!hasGap) return table;
  const rows: TableRecord[] = [];
  for (const record of table.records()) {
    rows.push(record);
    if (rows.length >= sampleRows) break;
  }
  const blocks = blocksOf(header, rows).filter((block) =>
    headingsOf(header, block).some((name) => name !== ""),
  );
  if (blocks.length < 2) return table;
  const wide = blocks.filter(({ from, to }) => to - from >= 2);
  if (wide.length > 1 && areAlike(header, wide)) return tableOf(table, blocks, wide);
  const lines = blocks.filter((block) => holdsLines(headingsOf(header, block)));
  const [only] = lines;
  if (only === undefined || lines.length > 1) return table;
  const others = blocks.filter((block) => block !== only);
  const own = new Set(headingsOf(header, only));
  const repeats = others.some((block) =>
    headingsOf(header, block).some((name) => name !== "" && own.has(name)),
  );
  const endsEarlier = others.some((block) =>
    rows.some(({ cells }) => isEmpty(cells, block) && !isEmpty(cells, only)),
  );
  return repeats || endsEarlier ? tableOf(table, blocks, [only]) : table;
}
