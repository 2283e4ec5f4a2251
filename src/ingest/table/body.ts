import { issueOf, type PlainIssueCode } from "../../issue.ts";
import { isTotalOf } from "../cells/total-words.ts";
import type { IssueList } from "../issue-list.ts";
import { filledCells, isBlank, isRule } from "./blank-rows.ts";
import { inOneOrder } from "./frames/reordered.ts";
import type { Layout } from "./layout.ts";
import type { TableRecord } from "./record.ts";
import type { RawRecord } from "./records.ts";
import { rowMender } from "./row-mender.ts";
import type { Dialect } from "./scan.ts";
import { beginsSecondTable, type Peekable, peekable } from "./second-table.ts";
import { goesOn, isRemark, runningSums, totalKind } from "./total-rows.ts";

/** What was left out at the end of the file. */
export interface BodyEnd {
  footerLines: number;
}

/** Rows that may wait for what follows them: longer than any footer. */
const mostHeld = 200;

const isHeaderAgain = (cells: readonly string[], layout: Layout): boolean =>
  layout.headings.some(
    (heading) =>
      heading.length > 1 &&
      cells.length === heading.length &&
      heading.every((name, i) => name.trim() === cells[i].trim()),
  );

const withoutNumbers = (text: string): string => text.replace(/\d+/g, "9").replace(/\s+/g, " ").trim();

/** Words of a page, whose number differs from title to title. */
const ofPage =
  /(?<!\p{L})(seite|blatt|page|pag|página|pagina|strona|strana|stránka|str|sida|side|sivu|sayfa|oldal|bladzijde|blz|стр|страница|ページ|页)(?!\p{L})|^\W*\d+\W*(\d+\W*)?$/iu;

const isLikeTitle = (text: string, { preamble }: Layout): boolean =>
  preamble.length > 0 && preamble.some((title) => withoutNumbers(title) === withoutNumbers(text));

/** True for a table with headings whose rows leave their first cell empty. */
const beginsEmpty = ({ headings, shapes: [first] }: Layout): boolean =>
  headings.length > 0 && first !== undefined && first.total > 1 && first.filled < 0.5 * first.total;

/** Whether a line of one cell is a title line of the preamble again, on another page; another number is another title. */
function isTitleAgain(raw: RawRecord, text: string, layout: Layout): boolean {
  if (filledCells(raw.cells) !== 1) return false;
  const line = withoutNumbers(text);
  const isPage = ofPage.test(text) && !/(?<!\d)20\d{2}(?!\d)/.test(text.trim().slice(0, 4));
  const own = text.replace(/\s+/g, " ").trim();
  return layout.preamble.some(
    (title) => withoutNumbers(title) === line && (isPage || title.replace(/\s+/g, " ").trim() === own),
  );
}

/** One issue for the whole second table, which is not read. */
function reportSecondTable(first: RawRecord, rest: Peekable, text: string, issues: IssueList): void {
  let rows = 1;
  for (let raw = rest.next(); raw !== undefined; raw = rest.next()) if (!isBlank(raw.cells)) rows++;
  issues.add({
    code: "second-table",
    severity: "warning",
    row: first.row,
    text,
    rows,
    cells: first.cells.length,
  });
}

/** What becomes of a row: it counts, it waits for what follows, or it is left out, which is the code of its issue. */
type Verdict =
  | "row"
  | "held"
  | "second-table"
  | "blank-row"
  | "rule-row"
  | "header-repeated"
  | "title-repeated";

function rowVerdict(
  raw: RawRecord,
  text: string,
  rest: Peekable,
  layout: Layout,
  afterBlank: boolean,
): Verdict {
  const { cells } = raw;
  if (isBlank(cells)) return "blank-row";
  if (isRule(text)) return "rule-row";
  if (isHeaderAgain(cells, layout)) return "header-repeated";
  if (
    (afterBlank || cells.length !== layout.width) &&
    beginsSecondTable(raw, rest.ahead(), layout, afterBlank)
  )
    return "second-table";
  if (isTitleAgain(raw, text, layout)) return "title-repeated";
  return totalKind(cells, layout) !== undefined || isRemark(cells, layout) ? "held" : "row";
}

/** True for the many rows that nothing has to be decided about: whole, every key filled, no heading again. */
function isUsual({ cells, mended }: RawRecord, { width, keys, headings }: Layout): boolean {
  if (cells.length !== width || mended !== undefined) return false;
  for (let i = 0; i < keys.length; i++) if (cells[keys[i]] === "") return false;
  return cells[0] !== headings[0]?.[0];
}

const asRead = ({ row, cells, types }: RawRecord): TableRecord =>
  types === undefined ? { row, cells } : { row, cells, types };

/** Gives a row the width of the table; what has to be arranged for it is told. */
function recordReader(
  layout: Layout,
  dialect: Dialect,
  textOf: (raw: RawRecord) => string,
  issues: IssueList,
): (raw: RawRecord) => TableRecord {
  const { width } = layout;
  const mend = rowMender(layout, dialect);
  let isTold = false;
  return (raw) => {
    const { row, cells, types } = raw;
    if (cells.length === width && !raw.mended) return asRead(raw);
    const text = textOf(raw);
    // A title of the preamble with another number stands above a block of its own, a text alone before rows that leave
    // the first column empty above its group.
    if (types === undefined && cells.length === 1 && (isLikeTitle(text, layout) || beginsEmpty(layout)))
      return { row, cells: [text, ...new Array(width - 1).fill("")] };
    const found = { severity: "warning", row, text, cells: cells.length, width } as const;
    if (types !== undefined) {
      // cells of a sheet stand where they belong: nothing to arrange
      issues.add({ code: "row-long", ...found });
      return { row, cells: cells.slice(0, width), types: types.slice(0, width) };
    }
    const mended = mend(raw);
    if (mended.unweighed && !isTold) {
      isTold = true;
      issues.add({ code: "mending-ended", severity: "warning", row });
    }
    issues.add({ code: mended.code, ...found });
    return { row, cells: mended.cells };
  };
}

/** Columns at the beginning of a row whose keys a row of a total may name. */
const mostKeys = 4;

/** The keys of the rows before, by which the row that sums them up is known: "A-1 Ergebnis" below the rows of A-1. */
interface LastKeys {
  /** What stood last in the first column. */
  first(): string;
  add(cells: readonly string[]): void;
  /** True for a row whose first filled cell names the key above it with a word of a total. */
  sumUp(cells: readonly string[]): boolean;
}

function lastKeys({ width }: Layout): LastKeys {
  const last: string[] = new Array(Math.min(width, mostKeys)).fill("");
  return {
    first: () => last[0] ?? "",
    add: (cells) => {
      for (let k = 0; k < last.length; k++) {
        const cell = cells[k];
        if (cell !== undefined && cell !== "") last[k] = cell;
      }
    },
    sumUp: (cells) => {
      let at = 0;
      while (at < last.length && (cells[at] ?? "") === "") at++;
      return at < last.length && isTotalOf(cells[at] ?? "", last[at] ?? "");
    },
  };
}

/** Turns raw records into the rows of the table; what is left out or repaired becomes an issue. */
export function* bodyRecords(
  raws: Iterable<RawRecord>,
  layout: Layout,
  dialect: Dialect,
  issues: IssueList,
  end: BodyEnd,
): Generator<TableRecord> {
  const textOf = (raw: RawRecord) => raw.raw ?? raw.cells.join(dialect.delimiter);
  const leaveOut = (code: PlainIssueCode, raw: RawRecord) =>
    issues.add(issueOf(code, "info", { row: raw.row, text: textOf(raw) }));
  const recordOf = recordReader(layout, dialect, textOf, issues);
  const rest = peekable(inOneOrder(raws, layout, issues));
  let held: RawRecord[] = [];
  let afterBlank = false;
  let lastRow = 0;
  const keys = lastKeys(layout);
  const sums = runningSums(layout);
  for (let raw = rest.next(); raw !== undefined; raw = rest.next()) {
    if (raw.row < layout.firstRow) continue;
    // a sheet does not store its blank rows
    if (raw.types !== undefined && lastRow > 0 && raw.row > lastRow + 1) afterBlank = true;
    lastRow = raw.row;
    const key = raw.cells[0] ?? "";
    const isTotal = keys.sumUp(raw.cells) || sums.closes(raw.cells);
    if (held.length === 0 && isUsual(raw, layout) && !isTotal) {
      afterBlank = false;
      keys.add(raw.cells);
      sums.add(raw.cells);
      yield asRead(raw);
      continue;
    }
    const text = textOf(raw);
    if (isTotal) {
      leaveOut("total-row", raw);
      continue;
    }
    const found = rowVerdict(raw, text, rest, layout, afterBlank);
    // a short last row of a list with numbers for names
    const isNext =
      found === "held" && goesOn(key, keys.first()) && totalKind(raw.cells, layout) === "closing";
    const verdict = isNext ? "row" : found;
    if (verdict === "second-table") {
      reportSecondTable(raw, rest, text, issues);
      break;
    }
    if (verdict === "blank-row") {
      afterBlank = true;
      if (raw.cells.length > 1) issues.add({ code: verdict, severity: "info", row: raw.row });
    } else if (verdict === "held") {
      held.push(raw);
      if (held.length <= mostHeld) continue;
      // too many for a footer: rows after all
      for (const before of held) yield recordOf(before);
      held = [];
    } else if (verdict === "row") {
      for (const before of held) {
        if (totalKind(before.cells, layout) === "total") leaveOut("total-row", before);
        else yield recordOf(before);
      }
      held = [];
      afterBlank = false;
      keys.add(raw.cells);
      sums.add(raw.cells);
      yield recordOf(raw);
    } else leaveOut(verdict, raw);
  }
  // more than two rows of numbers are no closing total
  if (held.filter((raw) => totalKind(raw.cells, layout) === "closing").length > 2) {
    for (const raw of held) yield recordOf(raw);
    held = [];
  }
  end.footerLines = held.length;
  for (const raw of held)
    leaveOut(totalKind(raw.cells, layout) === undefined ? "footer-row" : "total-row", raw);
}
