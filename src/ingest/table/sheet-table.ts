import { InputError } from "../../errors.ts";
import { type IssueList, issueList } from "../issue-list.ts";
import type { Limits } from "../limits.ts";
import { holdsLines, isOtherCopy, shapeOf, sheetOf, type Wanted } from "../sheet-choice.ts";
import { type ByteSource, joined } from "../source.ts";
import { type BodyEnd, bodyRecords } from "./body.ts";
import { isOldWorkbook } from "./file-signature.ts";
import { type Layout, layoutOf, reportLayout } from "./layout.ts";
import type { Table } from "./record.ts";
import type { RawRecord } from "./records.ts";
import type { Dialect } from "./scan.ts";
import { type BookSheet, openBook } from "./workbook.ts";
import { gapCount } from "./xlsx/gaps.ts";
import { columnName } from "./xlsx/number-cell.ts";

const sampleRows = 1000;
/** Sheets that are looked at, of those that can be seen. */
const mostSheets = 60;
/** A sheet has no delimiter; texts of issues show its cells with this one. */
const sheetDialect: Dialect = { delimiter: ";", quote: '"', escape: '"', end: "\n" };

function wholeFile(source: ByteSource, limits: Limits): Uint8Array {
  const parts: Uint8Array[] = [];
  let size = 0;
  for (const chunk of source.chunks()) {
    size += chunk.length;
    if (size > limits.packedBytes) {
      throw new InputError({ code: "xlsx-too-large", megabytes: Math.round(limits.packedBytes / 2 ** 20) });
    }
    parts.push(chunk.slice());
  }
  return joined(parts);
}

/** The sheets of a file: of one in a form that is not read here, as its reader gives them. */
function bookOf(source: ByteSource, limits: Limits): readonly BookSheet[] {
  const bytes = wholeFile(source, limits);
  const given = () =>
    openBook(source.asXlsx?.() ?? bytes, { ...limits, inflateRatio: Number.POSITIVE_INFINITY });
  if (isOldWorkbook(bytes)) return given();
  try {
    return openBook(bytes, limits);
  } catch (error) {
    if (!(error instanceof InputError) || error.code !== "xlsb" || source.asXlsx === undefined) throw error;
    return given();
  }
}

/** A sheet with what its first rows say. */
interface OpenSheet {
  readonly sheet: BookSheet;
  readonly layout: Layout;
}

/** Looks at the first rows of a sheet; undefined where it is empty. */
function lookedAt(sheet: BookSheet): OpenSheet | undefined {
  const sample: RawRecord[] = [];
  for (const raw of sheet.rows()) {
    sample.push(raw);
    if (sample.length >= sampleRows) break;
  }
  if (sample.length === 0) return undefined;
  const width = sheetWidth(sample);
  return { sheet, layout: layoutOf([...padded(sample, width)], width, sheetDialect) };
}

/** A sheet by its name, or by what it is looked for. */
export interface SheetWish {
  readonly sheet?: string;
  readonly wanted?: Wanted;
}

/** The sheet asked for, else the one that holds the table: with all of its shape, where they hold order lines. */
function chosenSheets(
  book: readonly BookSheet[],
  { sheet: wanted, wanted: looked }: SheetWish,
): readonly OpenSheet[] {
  const visible = book.filter((sheet) => sheet.visible);
  if (wanted !== undefined) {
    const found = book.find((sheet) => sheet.name === wanted);
    if (found !== undefined) return [lookedAt(found)].flatMap((one) => one ?? []);
    const names = visible.map((sheet) => sheet.name).join(", ");
    throw new InputError({ code: "sheet-missing", sheet: wanted, known: names });
  }
  const open = visible.slice(0, mostSheets).flatMap((sheet) => lookedAt(sheet) ?? []);
  const chosen = sheetOf(
    open.map(({ layout }) => layout.header),
    looked,
  );
  const first = open[chosen];
  if (first === undefined || !holdsLines(first.layout.header)) return first === undefined ? [] : [first];
  const shape = shapeOf(first.layout.header);
  return open.filter(
    (one) => one === first || (shapeOf(one.layout.header) === shape && !isOtherCopy(one.sheet.name)),
  );
}

/** Columns of a sheet: as far as its first or most of its rows reach, since empty cells at the end are not stored. */
function sheetWidth(rows: readonly RawRecord[]): number {
  const widths = rows.map(({ cells }) => cells.length);
  const first = Math.max(0, ...widths.slice(0, 10));
  // a lone long row further down is a note beside the table
  const sorted = [...widths].sort((x, y) => x - y);
  return Math.max(first, sorted[Math.ceil(sorted.length * 0.98) - 1] ?? 0);
}

function* padded(rows: Iterable<RawRecord>, width: number): Generator<RawRecord> {
  const gaps = gapCount(columnName);
  for (const raw of rows) {
    if (raw.cells.length >= width || raw.types === undefined) {
      yield raw;
      continue;
    }
    gaps.add(width - raw.cells.length, raw.cells.length, width - 1);
    const types = new Uint8Array(width);
    types.set(raw.types);
    yield { row: raw.row, cells: [...raw.cells, ...new Array(width - raw.cells.length).fill("")], types };
  }
}

/** Opens a workbook as a table. */
export function openSheet(source: ByteSource, limits: Limits, wish: SheetWish = {}): Table {
  const book = bookOf(source, limits);
  const sheets = chosenSheets(book, wish);
  const layout = sheets[0]?.layout ?? layoutOf([], 0, sheetDialect);
  return sheetTable(source.name, book, sheets, layout, limits);
}

function sheetTable(
  name: string,
  book: readonly BookSheet[],
  sheets: readonly OpenSheet[],
  layout: Layout,
  limits: Limits,
): Table {
  let issues = issueList(name, limits.issuesOfACode);
  const end: BodyEnd = { footerLines: 0 };
  function* recordsOf({ sheet, layout: own }: OpenSheet, list: IssueList) {
    reportLayout(own, sheetDialect, list);
    let hidden = 0;
    let firstHidden = 0;
    const rows = sheet.rows(
      (issue) => list.add({ severity: "warning", ...issue }),
      (row) => {
        if (hidden++ === 0) firstHidden = row;
      },
    );
    yield* bodyRecords(padded(rows, own.width), own, sheetDialect, list, end);
    if (hidden > 0) list.add({ code: "hidden-rows", severity: "info", row: firstHidden, count: hidden });
  }
  function* records() {
    issues = issueList(name, limits.issuesOfACode);
    const list = issues;
    const [first] = sheets;
    if (first === undefined) return;
    const read = new Set(sheets.map(({ sheet }) => sheet));
    const others = book.filter((other) => !read.has(other)).map((other) => other.name);
    const sheet = sheets.map((one) => one.sheet.name).join(", ");
    if (others.length > 0)
      list.add({ code: "other-sheets", severity: "info", sheet, text: others.join(", ") });
    else if (sheets.length > 1) list.add({ code: "sheets-together", severity: "info", text: sheet });
    for (const one of sheets) yield* recordsOf(one, list);
  }
  const sheet = sheets[0]?.sheet;
  return {
    encoding: "utf-8",
    bom: false,
    delimiter: "",
    quote: "",
    escape: "",
    newline: "",
    preambleLines: layout.preambleLines,
    headerRows: layout.headings.length,
    header: [...layout.header],
    headerRow: layout.headerRow,
    preamble: layout.preamble,
    ...(sheet === undefined ? {} : { sheet: sheet.name }),
    records: () => ({ [Symbol.iterator]: records }),
    footerLines: () => end.footerLines,
    issues: () => issues.list(),
  };
}
