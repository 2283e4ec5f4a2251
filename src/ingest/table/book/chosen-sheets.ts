import { InputError } from "../../../errors.ts";
import {
  areOfOneStep,
  countsItems,
  countsOneItem,
  hasColumnsOf,
  holdsLines,
  isOtherCopy,
  namesItem,
  ofOneShape,
  shapeOf,
  sheetOf,
  showsLines,
  type Wanted,
} from "../../sheet-choice.ts";
import { sheetTimes } from "../../sheet-times.ts";
import { placesOfStock } from "../../stock-sheets.ts";
import { subjectOfName, withoutMoney } from "../../title-subjects.ts";
import { layoutOf } from "../layout.ts";
import type { RawRecord } from "../records.ts";
import type { Dialect } from "../scan.ts";
import { type OpenSheet, withoutCopies, withoutSums } from "./own-sheets.ts";
import { contentsOf } from "./sheet-contents.ts";
import { padded, sheetWidth } from "./sheet-width.ts";
import type { BookSheet } from "./workbook.ts";

const sampleRows = 1000;
/** Sheets that are looked at, of those that can be seen. */
const mostSheets = 60;
/** A sheet has no delimiter; texts of issues show its cells with this one. */
export const sheetDialect: Dialect = { delimiter: ";", quote: '"', escape: '"', end: "\n" };

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
export function chosenSheets(
  book: readonly BookSheet[],
  asked: string | undefined,
  { wanted }: SheetWish,
): readonly OpenSheet[] {
  if (asked !== undefined && asked !== allSheets)
    return [lookedAt(namedSheet(book, asked))].flatMap((one) => one ?? []);
  const open = lookedAtAll(book);
  const looks = open.map(({ layout, contents }) => ({ header: layout.header, areLines: contents.areLines }));
  const chosen = chosenOf(open, looks, wanted);
  const first = open[chosen];
  if (first === undefined) return [];
  const { header } = first.layout;
  if (asked === allSheets)
    return open.filter((one) => one === first || isOfOneKind(header, one.layout.header));
  const others = open.filter((one) => one === first || !isOtherCopy(one.sheet.name));
  if (wanted !== "master" && isStockCard(first)) return stockCards(others, first);
  if (wanted === "master" && !holdsLines(header)) return stockSheets(others, first);
  if (!showsLines({ header, areLines: first.contents.areLines }))
    return wanted !== "master" && countsItems(header) ? datedByName(others, first) : [first];
  const isRead = withoutMoney(others.map(({ sheet }) => sheet.name));
  const counted = belonging(
    others.filter((_, k) => isRead[k]),
    header,
  );
  return withoutCopies(withoutSums(counted.length > 0 ? counted : belonging(others, header)));
}

/** The sheets that hold the lines of one table: of one shape, or a few periods less where their names say which they are. */
function belonging(sheets: readonly OpenSheet[], header: readonly string[]): readonly OpenSheet[] {
  const belongs = ofOneShape(
    sheets.map(({ layout }) => layout.header),
    header,
  );
  const all = sheets.filter(({ layout }, k) => belongs[k] || areOfOneStep(layout.header, header));
  return sheetTimes(header, all.map(titlesOf), all.some(holdsDays)) === undefined
    ? sheets.filter((_, k) => belongs[k])
    : all;
}

/** The sheets of a list of stocks: one for each place, else the first alone. */
function stockSheets(sheets: readonly OpenSheet[], first: OpenSheet): readonly OpenSheet[] {
  const named = sheets.map(({ sheet, layout }) => ({ name: sheet.name, header: layout.header }));
  const places = placesOfStock(named, first.layout.header);
  return places === undefined ? [first] : withoutSums(sheets.filter((_, k) => places[k]));
}

/** The place of the sheet that is read: an example, a plan or a copy only where no other sheet holds as much. */
function chosenOf(
  open: readonly OpenSheet[],
  looks: Parameters<typeof sheetOf>[0],
  wanted: SheetWish["wanted"],
): number {
  const chosen = sheetOf(looks, wanted);
  const shape = shapeOf(open[chosen]?.layout.header ?? []);
  if (wanted !== "master" && isNoDemand(open[chosen]?.sheet.name ?? "")) {
    const sold = open.findIndex(
      ({ sheet, layout }) =>
        shapeOf(layout.header) !== shape && sellsByName(sheet.name) && holdsLines(layout.header),
    );
    if (sold >= 0) return sold;
  }
  if (wanted === "master" || !isOtherCopy(open[chosen]?.sheet.name ?? "")) return chosen;
  const other = open.findIndex(
    ({ sheet, layout }) => !isOtherCopy(sheet.name) && shapeOf(layout.header) === shape,
  );
  return other < 0 ? chosen : other;
}

/** Names of sheets of what was bought or came back, and of what was sold or used. */
const isNoDemand = (name: string): boolean =>
  ["purchase", "receipt", "return", "stock", "plan"].includes(subjectOfName(name) ?? "");
const sellsByName = (name: string): boolean => ["sale", "issue"].includes(subjectOfName(name) ?? "");

/** True for a sheet of the movements of one item, which its name may name. */
export const isStockCard = ({ sheet, layout, contents }: OpenSheet): boolean =>
  countsOneItem(layout.header) && !contents.hasTexts && namesItem(sheet.name);

/** The sheets of the shape of a stock card. */
const stockCards = (sheets: readonly OpenSheet[], first: OpenSheet): readonly OpenSheet[] =>
  sheets.filter((one) => isStockCard(one) && shapeOf(one.layout.header) === shapeOf(first.layout.header));

/** What the title and the name of a sheet say. */
export const titlesOf = ({ layout, sheet }: OpenSheet): readonly string[] => [...layout.preamble, sheet.name];

/** True for a sheet whose rows hold days and numbers, whatever heads them. */
export const holdsDays = ({ contents }: OpenSheet): boolean => contents.areLines;

/** The sheets of the shape of one whose names or titles say the months of their rows; else that one alone. */
function datedByName(sheets: readonly OpenSheet[], first: OpenSheet): readonly OpenSheet[] {
  const { header } = first.layout;
  const same = withoutSums(sheets.filter((one) => hasColumnsOf(one.layout.header, header)));
  return sheetTimes(header, same.map(titlesOf), same.some(holdsDays)) === undefined ? [first] : same;
}
