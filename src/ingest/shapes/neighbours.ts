import { keyPattern, normaliseHeading } from "../cells/heading-key.ts";
import { monthHeading } from "../columns/headings/dates.ts";
import { holdsLines } from "../sheet-choice.ts";
import { reshaped, type Table, type TableRecord } from "../table/record.ts";
import { subjectOfName } from "../title-subjects.ts";
import { sectionsOf } from "./section-titles.ts";

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

/**
 * The table that the blocks are read as: its columns, and where their cells stand in a row. Where the titles above them
 * say what each of them moves ("Verkäufe", "Retouren") its rows say it.
 */
function tableOf(table: Table, all: readonly Block[], read: readonly Block[]): Table {
  const [first = { from: 0, to: 0 }] = read;
  const names = table.header.slice(first.from, first.to);
  const titles = read.map((block) => titlesAbove(table, block)[0] ?? "");
  const sections = read.length > 1 ? sectionsAbove(table, read) : undefined;
  const header = sections === undefined ? names : [...names, sections.heading];
  function* records(): Generator<TableRecord> {
    for (const record of table.records())
      for (const [k, block] of read.entries()) {
        if (isEmpty(record.cells, block)) continue;
        const { row, cells, types } = record;
        const said = sections === undefined ? [] : [sections.of(titles[k] ?? "")];
        const own = { row, cells: [...cells.slice(block.from, block.to), ...said] };
        yield types === undefined
          ? own
          : { ...own, types: Uint8Array.of(...types.slice(block.from, block.to), ...said.map(() => 0)) };
      }
  }
  return reshaped(table, header, records, {
    code: "tables-beside",
    severity: read.length < all.length ? "warning" : "info",
    row: table.headerRow,
    count: all.length,
    text: names.join(", "),
  });
}

/** The years that stand above tables whose dates name none. */
function yearsOf(titles: readonly string[], names: readonly string[]): ReturnType<typeof sectionsOf> {
  const areYears = titles.every((title) => /^(19|20)\d\d$/.test(title));
  const hasMonths = names.some((name) => monthHeading.test(normaliseHeading(name).key));
  return areYears && hasMonths ? { heading: "Jahr", of: (title) => title } : undefined;
}

/** What stands above the first column of a block. */
const titlesAbove = ({ preamble }: Table, { from }: Block): readonly string[] =>
  preamble.map((line) => (line.split(/[;,\t|]/)[from] ?? "").trim()).filter((text) => text !== "");

/** What the cell above a block says of its lines, else its headings: what was bought beside what was used. */
function cameIn(table: Table, block: Block): boolean | undefined {
  const subject = titlesAbove(table, block).flatMap((title) => subjectOfName(title) ?? [])[0];
  if (subject !== undefined) return subject !== "issue" && subject !== "sale";
  const own = headingsOf(table.header, block);
  return own.some((heading) => bought.test(normaliseHeading(heading).key)) ? true : undefined;
}
const bought = keyPattern(
  /(lieferant|supplier|vendor|fournisseur|proveedor|fornitor|leverancier|bestelldatum|wareneingang|einkauf|purchas)/,
);

/** Tables that do not say that their lines came in. */
const leftFrom = (table: Table, blocks: readonly Block[]): readonly Block[] =>
  blocks.filter((block) => cameIn(table, block) !== true);

/** What the titles above tables side by side say of the rows of each; undefined where they say nothing. */
function sectionsAbove(table: Table, blocks: readonly Block[]) {
  const titles = blocks.map((block) => titlesAbove(table, block)[0] ?? "");
  const names = table.header.slice(blocks[0]?.from, blocks[0]?.to);
  return sectionsOf(titles, names) ?? yearsOf(titles, names);
}

/**
 * Of tables of the same headings those that are read: all where titles tell their rows apart, else without those whose
 * lines came in, where another's did not.
 */
function readOf(table: Table, blocks: readonly Block[]): readonly Block[] {
  if (sectionsAbove(table, blocks) !== undefined) return blocks;
  const own = leftFrom(table, blocks);
  return own.length > 0 ? own : blocks;
}

/** Of tables of lines side by side the one of what was sold or used, where all others say that they are of something else. */
function outgoingOf(table: Table, blocks: readonly Block[]): Block | undefined {
  const own = leftFrom(table, blocks);
  return own.length === 1 && own.length < blocks.length ? own[0] : undefined;
}

/** A table whose headings were joined with the titles above its blocks ("Berlin Artikel"), with these as a title line. */
function withTitlesApart(table: Table): Table {
  const [titles, names] = table.headings ?? [];
  if (titles === undefined || names === undefined || table.headings?.length !== 2) return table;
  const at = titles.flatMap((title, k) => (title.trim() === "" ? [] : [k]));
  const begins = at.every((k) => k === 0 || (names[k - 1] ?? "").trim() === "" || names[k] === names[0]);
  if (at.length < 2 || at[0] !== 0 || !begins || names.length !== table.header.length) return table;
  const line = titles.map((title) => title.replace(/[;,\t|]/g, " ")).join(";");
  return { ...table, header: [...names], preamble: [...table.preamble, line] };
}

/**
 * A table without those that stand beside it: of several the one that holds lines of orders, all of them where they
 * have the same headings. Where nothing proves that there are several tables, the table as it is.
 */
export function withoutNeighbours(joined: Table): Table {
  const table = withTitlesApart(joined);
  const { header } = table;
  const hasGap = header.slice(1, -1).some((name) => name.trim() === "");
  const repeated = hasGap ? [] : repeatedBlocks(header);
  if (repeated.length > 1) return tableOf(table, repeated, readOf(table, repeated));
  if (!hasGap) return joined;
  const rows: TableRecord[] = [];
  for (const record of table.records()) {
    rows.push(record);
    if (rows.length >= sampleRows) break;
  }
  const blocks = blocksOf(header, rows).filter((block) =>
    headingsOf(header, block).some((name) => name !== ""),
  );
  if (blocks.length < 2) return joined;
  const wide = blocks.filter(({ from, to }) => to - from >= 2);
  if (wide.length > 1 && areAlike(header, wide)) return tableOf(table, blocks, readOf(table, wide));
  const lines = blocks.filter((block) => holdsLines(headingsOf(header, block)));
  const only = lines.length > 1 ? outgoingOf(table, lines) : lines[0];
  if (only === undefined) return joined;
  if (lines.length > 1) return tableOf(table, blocks, [only]);
  const others = blocks.filter((block) => block !== only);
  const own = new Set(headingsOf(header, only));
  const repeats = others.some((block) =>
    headingsOf(header, block).some((name) => name !== "" && own.has(name)),
  );
  const endsEarlier = others.some((block) =>
    rows.some(({ cells }) => isEmpty(cells, block) && !isEmpty(cells, only)),
  );
  return repeats || endsEarlier ? tableOf(table, blocks, [only]) : joined;
}
