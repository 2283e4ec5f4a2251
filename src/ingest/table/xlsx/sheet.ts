import { defined } from "../../../defined.ts";
import { InputError } from "../../../errors.ts";
import type { Limits } from "../../limits.ts";
import type { RawRecord } from "../records.ts";
import { clock, plainDecimal, serialDate } from "./serial.ts";
import { unescapeXlsx } from "./strings.ts";
import type { SheetPart, Workbook } from "./workbook.ts";
import { readXml, type XmlHandler } from "./xml.ts";

/** What a sheet tells beside its rows. */
export type SheetReport = (issue: {
  readonly code: string;
  readonly row: number;
  readonly column: string;
  readonly text?: string;
}) => void;

const cellText = 0;
const cellNumber = 1;
const cellDate = 2;

/** 0-based column of a cell name, -1 when it has none. @example columnOf("AB12") // 27 */
export function columnOf(name: string | undefined): number {
  let column = 0;
  for (let i = 0; name !== undefined && i < name.length; i++) {
    const code = name.charCodeAt(i) & ~32;
    if (code < 65 || code > 90) break;
    column = column * 26 + code - 64;
  }
  return column - 1;
}

/** Letters of a column. @example columnName(27) // "AB" */
export function columnName(column: number): string {
  let name = "";
  for (let rest = column; rest >= 0; rest = Math.floor(rest / 26) - 1)
    name = String.fromCharCode(65 + (rest % 26)) + name;
  return name;
}

interface Cell {
  text: string;
  type: number;
}

/** The value of a number cell by its style: a date, a time of day, digits filled with zeros, else the number. */
function numberCell(
  raw: string,
  style: number,
  book: Workbook,
  report: (code: string, text: string) => void,
): Cell {
  const value = Number(raw);
  if (!Number.isFinite(value)) return { text: raw, type: cellText };
  const shown = book.styles[style];
  if (shown?.date || shown?.time) {
    if (value >= 0 && value < 1 && shown.time) {
      return { text: clock(Math.min(86_399, Math.round(value * 86_400))), type: cellText };
    }
    const date = serialDate(value, book.in1904);
    if (date !== undefined)
      return { text: shown.time || !date.includes("T") ? date : date.slice(0, 10), type: cellDate };
    report("date-impossible", raw);
    return { text: plainDecimal(value), type: cellNumber };
  }
  if (Number.isInteger(value) && Math.abs(value) >= 1e15) report("digits-lost", plainDecimal(value));
  if (shown !== undefined && shown.digits > 0 && Number.isInteger(value) && value >= 0) {
    return { text: plainDecimal(value).padStart(shown.digits, "0"), type: cellText };
  }
  return { text: plainDecimal(value), type: cellNumber };
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
  let row = 0;
  let cells: string[] = [];
  let types: number[] = [];
  let column = -1;
  let kind = "n";
  let style = 0;
  let value = "";
  let formula = false;
  let inside: "value" | "inline" | undefined;
  let inReading = false;
  const tell = (code: string, text?: string) =>
    report({ code, row, column: columnName(column), ...defined({ text }) });
  const finished = (): Cell => {
    if (kind === "s") return { text: book.strings[Number(value)] ?? "", type: cellText };
    if (kind === "b")
      return { text: value === "1" ? "TRUE" : value === "0" ? "FALSE" : value, type: cellText };
    if (kind === "e") tell("error-cell", value);
    if (kind === "d") return { text: value.replace(/T00:00:00(\.0+)?Z?$/, ""), type: cellDate };
    if (kind !== "n") return { text: unescapeXlsx(value), type: cellText };
    if (value === "") {
      if (formula) tell("formula-without-value");
      return { text: "", type: cellText };
    }
    return numberCell(value, style, book, tell);
  };
  const handler: XmlHandler = {
    open(name, attributes) {
      if (name === "row") {
        row = attributes.r === undefined ? row + 1 : Number(attributes.r);
        if (!(row >= 1 && row <= limits.sheetRows)) throw damagedSheet();
        cells = [];
        types = [];
        column = -1;
        if (attributes.hidden === "1" || attributes.hidden === "true") onHidden(row);
      } else if (name === "c") {
        const named = columnOf(attributes.r);
        column = named < 0 ? column + 1 : named;
        if (column >= limits.columns) throw tooWide(limits);
        kind = attributes.t ?? "n";
        style = Number(attributes.s ?? 0);
        value = "";
        formula = false;
      } else if (name === "v") inside = "value";
      else if (name === "f") formula = true;
      else if (name === "rPh") inReading = true;
      else if (name === "t" && !inReading) inside = "inline";
    },
    text(text) {
      if (inside === undefined) return;
      value += text;
      if (value.length > limits.cellChars) {
        throw new InputError("cell-too-large", "A cell holds more text than a table can; check the file.");
      }
    },
    close(name) {
      if (name === "v" || name === "t") inside = undefined;
      else if (name === "rPh") inReading = false;
      else if (name === "c") {
        const cell = finished();
        while (cells.length < column) {
          cells.push("");
          types.push(cellText);
        }
        cells[column] = cell.text;
        types[column] = cell.type;
      } else if (name === "row" && cells.some((text) => text !== "")) {
        ready.push({ row, cells, types: Uint8Array.from(types) });
      }
    },
  };
  for (const _ of readXml(book.zip.read(sheet.entry), handler, limits)) {
    const rows = ready;
    ready = [];
    yield* rows;
  }
}

const damagedSheet = () =>
  new InputError(
    "xlsx-damaged",
    "The XLSX file is damaged (a row has no valid number); save it again in Excel.",
  );

const tooWide = (limits: Limits) =>
  new InputError(
    "too-many-columns",
    `The table has more than ${limits.columns} columns; export only the columns that are needed.`,
  );
