import { defined } from "../../../defined.ts";
import { InputError } from "../../../errors.ts";
import { emptyCells, type Limits, mostRowElements, repeatedCells } from "../../limits.ts";
import type { RawRecord } from "../records.ts";
import { gapCount } from "../xlsx/gaps.ts";
import { type CellReport, cellText, columnName, type SheetReport } from "../xlsx/number-cell.ts";
import type { Attributes, XmlHandler } from "../xlsx/xml.ts";
import { odsCell } from "./cell.ts";
import type { OdsStyles } from "./styles.ts";

/** What hears of the tables of a document, one after the other. */
export interface TableSink {
  table(name: string, visible: boolean): void;
  row(row: RawRecord): void;
  hidden(row: number): void;
  report: SheetReport;
}

const countOf = (text: string | undefined): number => {
  const count = Number(text ?? 1);
  return Number.isInteger(count) && count >= 1 ? count : 1;
};

/** Counts the cells that exist by repetition alone, and refuses a table that is hardly anything else. */
function repeatCount() {
  let [held, made] = [0, 0];
  return (cells: number, repeats: number): void => {
    held += cells;
    made += cells * (repeats - 1);
    if (made > repeatedCells.most && made > repeatedCells.perCell * held)
      throw new InputError({ code: "sheet-repeats" });
  };
}

/** Default styles of the columns of a table. */
function columnStyles(limits: Limits) {
  const styles: (string | undefined)[] = [];
  return {
    add(attributes: Attributes): void {
      const end = Math.min(styles.length + countOf(attributes["number-columns-repeated"]), limits.columns);
      while (styles.length < end) styles.push(attributes["default-cell-style-name"]);
    },
    of: (column: number): string | undefined => styles[column],
  };
}

/** Text of the paragraphs of a cell; those of notes and pictures in it lie deeper and are left out. */
function paragraphs(limits: Limits) {
  let text: string | undefined;
  let from = 0;
  const add = (part: string): void => {
    text = (text ?? "") + part;
    if (text.length > limits.cellChars)
      throw new InputError({ code: "cell-too-large", part: "sheet-cell", millions: limits.cellChars / 1e6 });
  };
  return {
    begin(): void {
      [text, from] = [undefined, 0];
    },
    text: (): string | undefined => text,
    add: (part: string): void => void (from > 0 && add(part)),
    open(name: string, attributes: Attributes, depth: number): void {
      if (name === "p" && from === 0 && depth === 1) {
        if (text !== undefined) add("\n");
        else text = "";
        from = depth;
      } else if (from === 0) return;
      else if (name === "s") add(" ".repeat(Math.min(countOf(attributes.c), limits.cellChars)));
      else if (name === "tab") add("\t");
      else if (name === "line-break") add("\n");
    },
    close(depth: number): void {
      if (from === depth) from = 0;
    },
  };
}

/** Puts the cells of the rows of one table together. */
function rowBuilder(styles: OdsStyles, limits: Limits, sink: TableSink) {
  const columns = columnStyles(limits);
  const gaps = gapCount(columnName);
  const repeats = repeatCount();
  let next = 1;
  let row: Attributes = {};
  let cells: string[] = [];
  let types: number[] = [];
  let column = 0;
  let [held, empty] = [0, 0];
  /** Counts a cell, and refuses a table of hardly anything but empty ones. */
  const count = (isEmpty: boolean): void => {
    if (isEmpty) empty++;
    else held++;
    if (empty > emptyCells.most && empty > emptyCells.perCell * held)
      throw new InputError({ code: "sheet-mostly-empty", column: columnName(column) });
  };
  const tell: CellReport = (code, text) =>
    sink.report({ code, row: next, column: columnName(column), ...defined({ text }) });
  return {
    columns,
    openRow(attributes: Attributes): void {
      row = attributes;
      [cells, types, column] = [[], [], 0];
    },
    cell(attributes: Attributes, text: string | undefined): void {
      const times = countOf(attributes["number-columns-repeated"]);
      const style = attributes["style-name"] ?? row["default-cell-style-name"] ?? columns.of(column);
      const cell = odsCell(attributes, text, styles.shown(style), tell);
      count(cell.text === "");
      if (cell.text !== "") {
        if (column + times > limits.columns)
          throw new InputError({ code: "too-many-columns", most: limits.columns });
        gaps.add(column - cells.length, times, column);
        repeats(1, times);
        for (; cells.length < column; types.push(cellText)) cells.push("");
        for (let k = 0; k < times; k++) {
          cells.push(cell.text);
          types.push(cell.type);
        }
      }
      column += times;
    },
    closeRow(): void {
      const times = countOf(row["number-rows-repeated"]);
      if (cells.length > 0) {
        if (next + times - 1 > limits.sheetRows)
          throw new InputError({ code: "xlsx-damaged", why: "row-number" });
        repeats(cells.length, times);
        const isHidden = row.visibility === "collapse" || row.visibility === "filter";
        for (let k = 0; k < times; k++) {
          if (isHidden) sink.hidden(next + k);
          sink.row({ row: next + k, cells: k === 0 ? cells : [...cells], types: Uint8Array.from(types) });
        }
      }
      next += times;
      if (next > mostRowElements) throw new InputError({ code: "xlsx-damaged", why: "row-number" });
    },
  };
}

/** Takes the tables of a document apart: their names, then their rows; rows of tables inside cells are left out. */
export function contentHandler(styles: OdsStyles, limits: Limits, sink: TableSink): XmlHandler {
  const text = paragraphs(limits);
  let builder: ReturnType<typeof rowBuilder> | undefined;
  let cell: Attributes | undefined;
  /** Elements that are open inside the present cell. */
  let depth = 0;
  let isCovered = false;
  const openTable = ({ name = "", "style-name": style }: Attributes): void => {
    builder = rowBuilder(styles, limits, sink);
    sink.table(name, !styles.isHidden(style));
  };
  const openInTable = (table: ReturnType<typeof rowBuilder>, name: string, attributes: Attributes): void => {
    if (name === "table-column") table.columns.add(attributes);
    else if (name === "table-row") table.openRow(attributes);
    else if (name === "table-cell" || name === "covered-table-cell") {
      [cell, isCovered, depth] = [attributes, name !== "table-cell", 0];
      text.begin();
    }
  };
  return {
    open(name, attributes) {
      if (cell !== undefined) text.open(name, attributes, ++depth);
      else if (builder !== undefined) openInTable(builder, name, attributes);
      else if (name === "table") openTable(attributes);
      else styles.handler.open(name, attributes);
    },
    text(part) {
      if (cell !== undefined) text.add(part);
      else if (builder === undefined) styles.handler.text(part);
    },
    close(name) {
      if (cell !== undefined && depth > 0) text.close(depth--);
      else if (cell !== undefined) {
        const { "number-columns-repeated": count } = cell;
        builder?.cell(
          isCovered ? defined({ "number-columns-repeated": count }) : cell,
          isCovered ? "" : text.text(),
        );
        cell = undefined;
      } else if (builder === undefined) styles.handler.close(name);
      else if (name === "table-row") builder.closeRow();
      else if (name === "table") builder = undefined;
    },
  };
}
