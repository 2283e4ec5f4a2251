import { joined } from "../../bytes.ts";
import { InputError } from "../../errors.ts";
import { type IssueList, issueList } from "../issue-list.ts";
import type { Limits } from "../limits.ts";
import { holdsLines } from "../sheet-choice.ts";
import { daysOfMonths, inMonth, sheetTimes } from "../sheet-times.ts";
import type { ByteSource } from "../source.ts";
import { placeHeading } from "../stock-sheets.ts";
import { sheetKinds } from "../title-subjects.ts";
import { type BodyEnd, bodyRecords } from "./body.ts";
import {
  chosenSheets,
  holdsDays,
  isStockCard,
  type SheetWish,
  sheetDialect,
  titlesOf,
} from "./book/chosen-sheets.ts";
import type { OpenSheet } from "./book/own-sheets.ts";
import { columnTexts } from "./book/sheet-contents.ts";
import { padded } from "./book/sheet-width.ts";
import { placed, together } from "./book/together.ts";
import { type BookSheet, openBook } from "./book/workbook.ts";
import { isOldWorkbook } from "./file-signature.ts";
import { type Layout, layoutOf, reportLayout } from "./layout.ts";
import type { Table, TableRecord } from "./record.ts";

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
  const times = sheetTimes(own, sheets.map(titlesOf), sheets.some(holdsDays));
  const days = daysOfMonths(own, sheets.map(titlesOf), (column) =>
    sheets.flatMap((one, k) => columnTexts(one.contents, (places[k] ?? []).indexOf(column))),
  );
  const cards = times === undefined && sheets.length > 0 && sheets.every(isStockCard);
  const areStocks =
    isChosen && sheets.length > 1 && sheets.every(({ layout: one }) => !holdsLines(one.header));
  const kinds =
    isChosen && times === undefined && !cards ? sheetKinds(sheets.map((one) => one.sheet.name)) : undefined;
  const place = areStocks && kinds === undefined ? placeHeading(own) : undefined;
  const further = times?.heading ?? (cards ? "Artikel" : (kinds?.heading ?? place));
  const header = further === undefined ? own : [...own, further];
  function* records() {
    issues = issueList(name, limits.issuesOfACode);
    if (sheets.length === 0) return;
    reportSheets(book, sheets, issues);
    for (const [k, one] of sheets.entries())
      for (const record of recordsOf(one, issues, end)) {
        const inTable = header.length === 0 ? record : placed(record, places[k] ?? [], header.length);
        if (days !== undefined) {
          inTable.cells[days.column] = inMonth(inTable.cells[days.column] ?? "", days.months[k] ?? "");
          inTable.types?.fill(0, days.column, days.column + 1);
        }
        if (times !== undefined) inTable.cells[own.length] = times.values[k] ?? "";
        else if (cards || place !== undefined) inTable.cells[own.length] = one.sheet.name;
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
    headings: layout.headings,
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
