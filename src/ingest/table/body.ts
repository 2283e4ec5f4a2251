import type { IssueList } from "../issue-list.ts";
import { filledCells, isBlank, isRule } from "./blank-rows.ts";
import type { Layout } from "./layout.ts";
import type { TableRecord } from "./record.ts";
import type { RawRecord } from "./records.ts";
import { rowMender } from "./row-mender.ts";
import type { Dialect } from "./scan.ts";
import { beginsSecondTable, type Peekable, peekable } from "./second-table.ts";
import { isRemark, totalKind } from "./total-rows.ts";

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

/** Whether a line of one cell is a title line of the preamble again, on another page. */
function isTitleAgain(raw: RawRecord, text: string, layout: Layout): boolean {
  if (filledCells(raw.cells) !== 1) return false;
  const line = withoutNumbers(text);
  return layout.preamble.some((title) => withoutNumbers(title) === line);
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

/** Turns raw records into the rows of the table; what is left out or repaired becomes an issue. */
export function* bodyRecords(
  raws: Iterable<RawRecord>,
  layout: Layout,
  dialect: Dialect,
  issues: IssueList,
  end: BodyEnd,
): Generator<TableRecord> {
  const { width, keys, firstRow } = layout;
  const textOf = (raw: RawRecord) => raw.raw ?? raw.cells.join(dialect.delimiter);
  const mend = rowMender(layout, dialect);
  let held: RawRecord[] = [];
  const record = (raw: RawRecord): TableRecord => {
    const { row, types } = raw;
    let cells = raw.cells;
    if (types !== undefined) {
      // cells of a sheet stand where they belong: nothing to arrange
      if (cells.length === width) return { row, cells, types };
      issues.add({
        code: "row-long",
        severity: "warning",
        row,
        text: textOf(raw),
        cells: cells.length,
        width,
      });
      return { row, cells: cells.slice(0, width), types: types.slice(0, width) };
    }
    if (cells.length !== width || raw.mended) {
      const mended = mend(raw);
      const text = textOf(raw);
      issues.add({ code: mended.code, severity: "warning", row, text, cells: cells.length, width });
      cells = mended.cells;
    }
    return { row, cells };
  };
  const rest = peekable(raws);
  let afterBlank = false;
  let lastRow = 0;
  for (let raw = rest.next(); raw !== undefined; raw = rest.next()) {
    if (raw.row < firstRow) continue;
    const { cells } = raw;
    // a sheet does not store its blank rows
    if (raw.types !== undefined && lastRow > 0 && raw.row > lastRow + 1) afterBlank = true;
    lastRow = raw.row;
    if (cells.length === width && raw.mended === undefined && held.length === 0) {
      let usual = true;
      for (let i = 0; i < keys.length; i++) if (cells[keys[i]] === "") usual = false;
      if (usual && cells[0] !== layout.headings[0]?.[0]) {
        afterBlank = false;
        yield raw.types === undefined ? { row: raw.row, cells } : { row: raw.row, cells, types: raw.types };
        continue;
      }
    }
    if (isBlank(cells)) {
      if (cells.length > 1) issues.add({ code: "blank-row", severity: "info", row: raw.row });
      afterBlank = true;
      continue;
    }
    if (isRule(textOf(raw))) {
      issues.add({ code: "rule-row", severity: "info", row: raw.row, text: textOf(raw) });
      continue;
    }
    if (isHeaderAgain(cells, layout)) {
      issues.add({ code: "header-repeated", severity: "info", row: raw.row, text: textOf(raw) });
      continue;
    }
    if ((afterBlank || cells.length !== width) && beginsSecondTable(raw, rest.ahead(), layout, afterBlank)) {
      reportSecondTable(raw, rest, textOf(raw), issues);
      break;
    }
    if (isTitleAgain(raw, textOf(raw), layout)) {
      issues.add({ code: "title-repeated", severity: "info", row: raw.row, text: textOf(raw) });
      continue;
    }
    if (totalKind(cells, layout) !== undefined || isRemark(cells, layout)) {
      held.push(raw);
      if (held.length <= mostHeld) continue;
      // too many for a footer: rows after all
      for (const before of held) yield record(before);
      held = [];
      continue;
    }
    for (const before of held) {
      if (totalKind(before.cells, layout) === "total") {
        issues.add({ code: "total-row", severity: "info", row: before.row, text: textOf(before) });
      } else yield record(before);
    }
    held = [];
    afterBlank = false;
    yield record(raw);
  }
  // more than two rows of numbers are no closing total
  if (held.filter((raw) => totalKind(raw.cells, layout) === "closing").length > 2) {
    for (const raw of held) yield record(raw);
    held = [];
  }
  end.footerLines = held.length;
  for (const raw of held) {
    const code = totalKind(raw.cells, layout) === undefined ? "footer-row" : "total-row";
    issues.add({ code, severity: "info", row: raw.row, text: textOf(raw) });
  }
}
