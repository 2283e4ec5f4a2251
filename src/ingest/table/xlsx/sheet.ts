import { defined } from "../../../defined.ts";
import { InputError } from "../../../errors.ts";
import type { Limits } from "../../limits.ts";
import type { RawRecord } from "../records.ts";
import { gapCount } from "./gaps.ts";
import {
  type Cell,
  type CellReport,
  cellDate,
  cellText,
  columnName,
  numberCell,
  type SheetReport,
} from "./number-cell.ts";
import { unescapeXlsx } from "./strings.ts";
import type { SheetPart, Workbook } from "./workbook.ts";
import { type Attributes, readXml, type XmlHandler } from "./xml.ts";

/** 0-based column of a cell name, -1 when it has none. @example columnOf("AB12") // 27 */
function columnOf(name: string | undefined): number {
  let column = 0;
  for (let i = 0; name !== undefined && i < name.length; i++) {
    const code = name.charCodeAt(i) & ~32;
    if (code < 65 || code > 90) break;
    column = column * 26 + code - 64;
  }
  return column - 1;
}

/** A cell as it stands in the XML: `kind` is its attribute `t`. */
interface RawCell {
  readonly kind: string;
  readonly style: number;
  value: string;
  isFormula: boolean;
}

function cellOf({ kind, style, value, isFormula }: RawCell, book: Workbook, report: CellReport): Cell {
  if (kind === "s") return { text: book.strings[Number(value)] ?? "", type: cellText };
  if (kind === "b") return { text: value === "1" ? "TRUE" : value === "0" ? "FALSE" : value, type: cellText };
  if (kind === "e") report("error-cell", value);
  if (kind === "d") return { text: value.replace(/T00:00:00(\.0+)?Z?$/, ""), type: cellDate };
  if (kind !== "n") return { text: unescapeXlsx(value), type: cellText };
  if (value === "") {
    if (isFormula) report("formula-without-value");
    return { text: "", type: cellText };
  }
  return numberCell(value, book.styles[style], book.in1904, report);
}

/** Puts the elements of a sheet together to rows; `done` takes each that is not empty. */
function rowBuilder(
  book: Workbook,
  limits: Limits,
  report: SheetReport,
  onHidden: (row: number) => void,
  done: (row: RawRecord) => void,
): XmlHandler {
  let row = 0;
  let cells: string[] = [];
  let types: number[] = [];
  let column = -1;
  let cell: RawCell = { kind: "n", style: 0, value: "", isFormula: false };
  const gaps = gapCount(columnName);
  let sharedChars = 0;
  let inText = false;
  let inReading = false;
  const tell: CellReport = (code, text) =>
    report({ code, row, column: columnName(column), ...defined({ text }) });
  const openRow = ({ r, hidden }: Attributes): void => {
    row = r === undefined ? row + 1 : Number(r);
    if (!(row >= 1 && row <= limits.sheetRows)) throw damagedSheet();
    [cells, types, column] = [[], [], -1];
    if (hidden === "1" || hidden === "true") onHidden(row);
  };
  const openCell = ({ r, t = "n", s = "0" }: Attributes): void => {
    const named = columnOf(r);
    column = named < 0 ? column + 1 : named;
    if (column >= limits.columns) throw tooWide(limits);
    cell = { kind: t, style: Number(s), value: "", isFormula: false };
  };
  const closeCell = (): void => {
    const { text, type } = cellOf(cell, book, tell);
    // One long text that ten thousand cells name is small in the file alone.
    if (cell.kind === "s") sharedChars += text.length;
    if (sharedChars > limits.inflatedBytes) throw tooMuchText(limits);
    gaps.add(column - cells.length, 1, column);
    for (; cells.length < column; types.push(cellText)) cells.push("");
    cells[column] = text;
    types[column] = type;
  };
  return {
    open(name, attributes) {
      if (name === "row") openRow(attributes);
      else if (name === "c") openCell(attributes);
      else if (name === "f") cell.isFormula = true;
      else if (name === "rPh") inReading = true;
      else if (name === "v" || (name === "t" && !inReading)) inText = true;
    },
    text(text) {
      if (!inText) return;
      cell.value += text;
      if (cell.value.length > limits.cellChars) throw tooLong(limits);
    },
    close(name) {
      if (name === "v" || name === "t") inText = false;
      else if (name === "rPh") inReading = false;
      else if (name === "c") closeCell();
      else if (name === "row" && cells.some((text) => text !== ""))
        done({ row, cells, types: Uint8Array.from(types) });
    },
  };
}

/**
 * The rows of a sheet as they stream: every cell as text with its kind. Row and column numbers come from the cells,
 * never from the declared dimension. Hidden rows count; `onHidden` hears of them.
 */
export function* sheetRows(
  book: Workbook,
  sheet: SheetPart,
  limits: Limits,
  report: SheetReport = () => {},
  onHidden: (row: number) => void = () => {},
): Generator<RawRecord> {
  let ready: RawRecord[] = [];
  const handler = rowBuilder(book, limits, report, onHidden, (row) => ready.push(row));
  for (const _ of readXml(book.zip.read(sheet.entry), handler, limits)) {
    const rows = ready;
    ready = [];
    yield* rows;
  }
}

const damagedSheet = () => new InputError({ code: "xlsx-damaged", why: "row-number" });

const tooLong = (limits: Limits) =>
  new InputError({ code: "cell-too-large", part: "sheet-cell", millions: limits.cellChars / 1e6 });

const tooMuchText = (limits: Limits) =>
  new InputError({ code: "cell-too-large", part: "sheet-texts", millions: limits.cellChars / 1e6 });

const tooWide = (limits: Limits) => new InputError({ code: "too-many-columns", most: limits.columns });
