import { InputError } from "../../errors.ts";
import { issueList } from "../issue-list.ts";
import type { Limits } from "../limits.ts";
import { type ByteSource, joined } from "../source.ts";
import { type BodyEnd, bodyRecords } from "./body.ts";
import { type Layout, layoutOf, reportLayout } from "./layout.ts";
import type { Table } from "./record.ts";
import type { RawRecord } from "./records.ts";
import type { Dialect } from "./scan.ts";
import { gapCount } from "./xlsx/gaps.ts";
import { columnName, sheetRows } from "./xlsx/sheet.ts";
import { openWorkbook, type SheetPart, type Workbook } from "./xlsx/workbook.ts";

const sampleRows = 1000;
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

/** The sheet asked for, else the first visible one that is not empty. */
function chosenSheet(book: Workbook, wanted: string | undefined, limits: Limits): SheetPart | undefined {
  const visible = book.sheets.filter((sheet) => sheet.visible);
  if (wanted !== undefined) {
    const found = book.sheets.find((sheet) => sheet.name === wanted);
    if (found !== undefined) return found;
    const names = visible.map((sheet) => sheet.name).join(", ");
    throw new InputError({ code: "sheet-missing", sheet: wanted, known: names });
  }
  return visible.find((sheet) => sheetRows(book, sheet, limits).next().done !== true);
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

/** Opens an XLSX file as a table. */
export function openSheet(source: ByteSource, limits: Limits, wanted?: string): Table {
  const book = openWorkbook(wholeFile(source, limits), limits);
  const sheet = chosenSheet(book, wanted, limits);
  const sample: RawRecord[] = [];
  if (sheet !== undefined) {
    for (const raw of sheetRows(book, sheet, limits)) {
      sample.push(raw);
      if (sample.length >= sampleRows) break;
    }
  }
  const width = sheetWidth(sample);
  const layout = layoutOf([...padded(sample, width)], width, sheetDialect);
  return sheetTable(source.name, book, sheet, layout, limits);
}

function sheetTable(
  name: string,
  book: Workbook,
  sheet: SheetPart | undefined,
  layout: Layout,
  limits: Limits,
): Table {
  let issues = issueList(name, limits.issuesOfACode);
  const end: BodyEnd = { footerLines: 0 };
  function* records() {
    issues = issueList(name, limits.issuesOfACode);
    const list = issues;
    if (sheet === undefined) return;
    const others = book.sheets.filter((other) => other !== sheet).map((other) => other.name);
    if (others.length > 0) {
      list.add({ code: "other-sheets", severity: "info", sheet: sheet.name, text: others.join(", ") });
    }
    reportLayout(layout, sheetDialect, list);
    let hidden = 0;
    let firstHidden = 0;
    const rows = sheetRows(
      book,
      sheet,
      limits,
      (issue) => list.add({ severity: "warning", ...issue }),
      (row) => {
        if (hidden++ === 0) firstHidden = row;
      },
    );
    yield* bodyRecords(padded(rows, layout.width), layout, sheetDialect, list, end);
    if (hidden > 0) list.add({ code: "hidden-rows", severity: "info", row: firstHidden, count: hidden });
  }
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
