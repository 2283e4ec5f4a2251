import { joined } from "../../bytes.ts";
import { InputError } from "../../errors.ts";
import { type IssueList, issueList } from "../issue-list.ts";
import type { Limits } from "../limits.ts";
import {
  countsItems,
  countsOneItem,
  holdsLines,
  isOtherCopy,
  namesItem,
  ofOneShape,
  shapeOf,
  sheetOf,
  showsLines,
  type Wanted,
} from "../sheet-choice.ts";
import { sheetTimes } from "../sheet-times.ts";
import type { ByteSource } from "../source.ts";
import { sheetKinds } from "../title-subjects.ts";
import { type BodyEnd, bodyRecords } from "./body.ts";
import { type OpenSheet, withoutCopies, withoutSums } from "./book/own-sheets.ts";
import { contentsOf } from "./book/sheet-contents.ts";
import { placed, together } from "./book/together.ts";
import { type BookSheet, openBook } from "./book/workbook.ts";
import { isOldWorkbook } from "./file-signature.ts";
import { type Layout, layoutOf, reportLayout } from "./layout.ts";
import type { Table, TableRecord } from "./record.ts";
import type { RawRecord } from "./records.ts";
import type { Dialect } from "./scan.ts";
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

/** Looks at the first rows of a sheet; undefined where it is empty. */
function lookedAt(sheet: BookSheet): OpenSheet | undefined {
  const sample: RawRecord[] = [];
  for (const raw of sheet.rows()) {
    sample.push(raw);
    if (sample.length >= sampleRows) break;
  }
  if (sample.length === 0) return undefined;
  const width = sheetWidth(sample);
  const layout = layoutOf([...padded(sample, width)], width, sheetDialect);
  return { sheet, layout, contents: contentsOf(sample, layout.firstRow, width) };
}

/** What a sheet is looked for. */
export interface SheetWish {
  readonly wanted?: Wanted;
}

/** The word for every sheet that holds the table. */
const allSheets = "all";

const lookedAtAll = (sheets: readonly BookSheet[]): OpenSheet[] =>
  sheets
    .filter(({ visible }) => visible)
    .slice(0, mostSheets)
    .flatMap((sheet) => lookedAt(sheet) ?? []);

/** The sheet of a name, capitals and blanks around it left aside where there is none exactly so. */
function namedSheet(book: readonly BookSheet[], name: string): BookSheet {
  const bare = (text: string): string => text.trim().toLowerCase();
  const found =
    book.find((sheet) => sheet.name === name) ?? book.find((sheet) => bare(sheet.name) === bare(name));
  if (found !== undefined) return found;
  const known = book.filter(({ visible }) => visible).map((sheet) => sheet.name);
  throw new InputError({ code: "sheet-missing", sheet: name, known: known.join(", ") });
}

/** True for sheets that hold rows of one kind: order lines, or what has the same headings in whatever order. */
function isOfOneKind(first: readonly string[], other: readonly string[]): boolean {
  if (holdsLines(first)) return holdsLines(other);
  const own = new Set(shapeOf(first).split("\u0000"));
  return shapeOf(other)
    .split("\u0000")
    .every((key) => own.has(key));
}

/**
 * The sheets that are asked for, else the one that holds the table: with all of its shape, where they hold order
 * lines.
 */
function chosenSheets(
  book: readonly BookSheet[],
  asked: string | undefined,
  { wanted }: SheetWish,
): readonly OpenSheet[] {
  if (asked !== undefined && asked !== allSheets)
    return [lookedAt(namedSheet(book, asked))].flatMap((one) => one ?? []);
  const open = lookedAtAll(book);
  const looks = open.map(({ layout, contents }) => ({ header: layout.header, areLines: contents.areLines }));
  const chosen = sheetOf(looks, wanted);
  const first = open[chosen];
  if (first === undefined) return [];
  const { header } = first.layout;
  if (asked === allSheets)
    return open.filter((one) => one === first || isOfOneKind(header, one.layout.header));
  const others = open.filter((one) => one === first || !isOtherCopy(one.sheet.name));
  if (wanted !== "master" && isStockCard(first)) return stockCards(others, first);
  if (!showsLines({ header, areLines: first.contents.areLines }))
    return wanted !== "master" && countsItems(header) ? datedByName(others, first) : [first];
  const belongs = ofOneShape(
    others.map(({ layout }) => layout.header),
    header,
  );
  return withoutSums(withoutCopies(others.filter((_, k) => belongs[k])));
}

/** True for a sheet of the movements of one item, which its name may name. */
const isStockCard = ({ sheet, layout, contents }: OpenSheet): boolean =>
  countsOneItem(layout.header) && !contents.hasTexts && namesItem(sheet.name);

/** The sheets of the shape of a stock card. */
const stockCards = (sheets: readonly OpenSheet[], first: OpenSheet): readonly OpenSheet[] =>
  sheets.filter((one) => isStockCard(one) && shapeOf(one.layout.header) === shapeOf(first.layout.header));

/** What the title and the name of a sheet say. */
const titlesOf = ({ layout, sheet }: OpenSheet): readonly string[] => [...layout.preamble, sheet.name];

/** The sheets of the shape of one whose names or titles say the months of their rows; else that one alone. */
function datedByName(sheets: readonly OpenSheet[], first: OpenSheet): readonly OpenSheet[] {
  const { header } = first.layout;
  const same = sheets.filter((one) => shapeOf(one.layout.header) === shapeOf(header));
  return sheetTimes(header, same.map(titlesOf)) === undefined ? [first] : same;
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
  const asked = source.sheet?.(book.map(({ name }) => name));
  const sheets = chosenSheets(book, asked, wish);
  const layout = sheets[0]?.layout ?? layoutOf([], 0, sheetDialect);
  return sheetTable(source.name, book, sheets, layout, limits, asked === undefined);
}

/** Says which sheets are read and which are not. */
function reportSheets(book: readonly BookSheet[], sheets: readonly OpenSheet[], list: IssueList): void {
  const read = new Set(sheets.map(({ sheet }) => sheet));
  const others = book.filter((other) => !read.has(other)).map((other) => other.name);
  const sheet = sheets.map((one) => one.sheet.name).join(", ");
  if (others.length > 0) list.add({ code: "other-sheets", severity: "info", sheet, text: others.join(", ") });
  else if (sheets.length > 1) list.add({ code: "sheets-together", severity: "info", text: sheet });
}

/** The rows of a sheet as records, with what is odd about them. */
function* recordsOf({ sheet, layout }: OpenSheet, list: IssueList, end: BodyEnd): Generator<TableRecord> {
  reportLayout(layout, sheetDialect, list);
  let hidden = 0;
  let firstHidden = 0;
  const rows = sheet.rows(
    (issue) => list.add({ severity: "warning", ...issue }),
    (row) => {
      if (hidden++ === 0) firstHidden = row;
    },
  );
  yield* bodyRecords(padded(rows, layout.width), layout, sheetDialect, list, end);
  if (hidden > 0) list.add({ code: "hidden-rows", severity: "info", row: firstHidden, count: hidden });
}

function sheetTable(
  name: string,
  book: readonly BookSheet[],
  sheets: readonly OpenSheet[],
  layout: Layout,
  limits: Limits,
  isChosen: boolean,
): Table {
  let issues = issueList(name, limits.issuesOfACode);
  const end: BodyEnd = { footerLines: 0 };
  const { header: own, places } = together(sheets.map((one) => one.layout.header));
  const times = sheetTimes(own, sheets.map(titlesOf));
  const cards = times === undefined && sheets.length > 0 && sheets.every(isStockCard);
  const kinds =
    isChosen && times === undefined && !cards ? sheetKinds(sheets.map((one) => one.sheet.name)) : undefined;
  const further = times?.heading ?? (cards ? "Artikel" : kinds?.heading);
  const header = further === undefined ? own : [...own, further];
  function* records() {
    issues = issueList(name, limits.issuesOfACode);
    if (sheets.length === 0) return;
    reportSheets(book, sheets, issues);
    for (const [k, one] of sheets.entries())
      for (const record of recordsOf(one, issues, end)) {
        const inTable = header.length === 0 ? record : placed(record, places[k] ?? [], header.length);
        if (times !== undefined) inTable.cells[own.length] = times.values[k] ?? "";
        else if (cards) inTable.cells[own.length] = one.sheet.name;
        else if (kinds !== undefined) inTable.cells[own.length] = kinds.values[k] ?? "";
        yield inTable;
      }
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
    header: [...header],
    headerRow: layout.headerRow,
    preamble: layout.preamble,
    ...(sheet === undefined ? {} : { sheet: sheet.name }),
    ...(cards ? { itemSheets: sheets.map((one) => one.sheet.name) } : {}),
    sheets: book.map((one) => ({
      name: one.name,
      visible: one.visible,
      read: sheets.some((open) => open.sheet === one),
    })),
    records: () => ({ [Symbol.iterator]: records }),
    footerLines: () => end.footerLines,
    issues: () => issues.list(),
  };
}
