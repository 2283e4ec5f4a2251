import { dayOf } from "../../calendar/date.ts";
import { significant } from "../significant.ts";
import { cellStyles, type MoneyStyles } from "./styles.ts";
import { xmlHead, xmlText } from "./xml.ts";

const main = "http://schemas.openxmlformats.org/spreadsheetml/2006/main";

/** What a column holds; `money` and `price` take their currency from the row. */
export type ColumnKind =
  | "text"
  | "long-text"
  | "number"
  | "money"
  | "price"
  | "percent"
  | "probability"
  | "date";

export interface SheetColumn<Row> {
  readonly heading: string;
  readonly kind: ColumnKind;
  readonly value: (row: Row) => string | number | undefined;
  readonly currency?: (row: Row) => string | undefined;
}

/** A table of a workbook; rows are asked for once, one after the other. */
export interface Sheet {
  readonly name: string;
  readonly columns: number;
  readonly rows: number;
  xml(styles: MoneyStyles): Generator<string>;
}

/** Letters of a column, 0 = A. @example columnName(27) // "AB" */
export function columnName(index: number): string {
  let name = "";
  for (let rest = index + 1; rest > 0; rest = Math.floor((rest - 1) / 26)) {
    name = String.fromCharCode(65 + ((rest - 1) % 26)) + name;
  }
  return name;
}

/** Serial number of a date in Excel's 1900 system (right from 1900-03-01 on). @example serial("2026-10-31") // 46326 */
export const serial = (date: string): number => dayOf(date) + 25569;

const textXml = (at: string, style: number, text: string): string =>
  `<c r="${at}" s="${style}" t="inlineStr"><is><t xml:space="preserve">${xmlText(text)}</t></is></c>`;

const numberXml = (at: string, style: number, x: number): string =>
  Number.isFinite(x) ? `<c r="${at}" s="${style}"><v>${significant(x)}</v></c>` : "";

function numberStyle<Row>(column: SheetColumn<Row>, row: Row, x: number, styles: MoneyStyles): number {
  if (column.kind === "money") return styles.style(column.currency?.(row));
  if (column.kind === "price") return styles.style(column.currency?.(row), Math.abs(x) < 1 ? 4 : 2);
  if (column.kind === "percent") return cellStyles.percent;
  if (column.kind === "probability")
    return x !== 0 && Math.abs(x) < 1e-4 ? cellStyles.plain : cellStyles.small;
  return Number.isInteger(x) ? cellStyles.whole : cellStyles.decimal;
}

function cellXml<Row>(column: SheetColumn<Row>, row: Row, at: string, styles: MoneyStyles): string {
  const value = column.value(row);
  if (value === undefined || value === "") return "";
  if (typeof value === "number") return numberXml(at, numberStyle(column, row, value, styles), value);
  const day = column.kind === "date" ? serial(value) : Number.NaN;
  if (day > 60) return numberXml(at, cellStyles.date, day);
  return textXml(at, column.kind === "long-text" ? cellStyles.wrapped : cellStyles.text, value);
}

const numberWidths: Readonly<Record<ColumnKind, number>> = {
  text: 10,
  "long-text": 90,
  number: 12,
  money: 14,
  price: 12,
  percent: 12,
  probability: 11,
  date: 12,
};

const isText = ({ kind }: Pick<SheetColumn<never>, "kind">): boolean =>
  kind === "text" || kind === "long-text";

/** Width of a column in characters: what its first rows need, from 8 to 44; no word of a heading is parted. */
function width<Row>(column: SheetColumn<Row>, rows: readonly Row[]): number {
  if (column.kind !== "text")
    return Math.max(
      numberWidths[column.kind],
      ...column.heading.split(/[\s-]/).map((word) => word.length + 3),
    );
  let most = Math.min(column.heading.length + 3, 16);
  for (const row of rows.slice(0, 300)) most = Math.max(most, String(column.value(row) ?? "").length + 2);
  return Math.min(Math.max(most, 8), 44);
}

/** Lines that the longest heading takes in its column, two at least. */
const headingLines = <Row>(columns: readonly SheetColumn<Row>[], widths: readonly number[]): number =>
  Math.max(2, ...columns.map(({ heading }, k) => Math.ceil(heading.length / ((widths[k] ?? 8) - 3))));

/** The heading and the first columns stay in sight. */
function frozen(columns: number): string {
  const split = columns > 0 ? `xSplit="${columns}" ` : "";
  const pane = columns > 0 ? "bottomRight" : "bottomLeft";
  const corner = `topLeftCell="${columnName(columns)}2"`;
  return `<pane ${split}ySplit="1" ${corner} activePane="${pane}" state="frozen"/>`;
}

/** A row of cells. */
function rowXml<Row>(
  row: Row,
  at: number,
  columns: readonly SheetColumn<Row>[],
  letters: readonly string[],
  styles: MoneyStyles,
): string {
  const cells = columns.map((column, k) => cellXml(column, row, `${letters[k]}${at}`, styles));
  return `<row r="${at}">${cells.join("")}</row>`;
}

/**
 * A sheet with a frozen heading, a filter on every column, and text ids that stay text; the rows of `foot` (sums) stand
 * below an empty row, out of the filter's reach.
 */
export function sheet<Row>(
  name: string,
  columns: readonly SheetColumn<Row>[],
  rows: readonly Row[],
  frozenColumns: number,
  foot: readonly Row[] = [],
): Sheet {
  const letters = columns.map((_, k) => columnName(k));
  const last = letters[letters.length - 1];
  function* xml(styles: MoneyStyles): Generator<string> {
    yield `${xmlHead}<worksheet xmlns="${main}"><sheetPr><pageSetUpPr fitToPage="1"/></sheetPr>`;
    const end = rows.length + 1 + (foot.length === 0 ? 0 : foot.length + 1);
    yield `<dimension ref="A1:${last}${end}"/>`;
    yield `<sheetViews><sheetView workbookViewId="0">${frozen(frozenColumns)}</sheetView></sheetViews>`;
    const widths = columns.map((column) => width(column, rows));
    yield '<sheetFormatPr defaultRowHeight="14.4"/><cols>';
    yield columns
      .map((_, k) => `<col min="${k + 1}" max="${k + 1}" width="${widths[k]}" customWidth="1"/>`)
      .join("");
    yield `</cols><sheetData><row r="1" ht="${15 * headingLines(columns, widths)}" customHeight="1">`;
    const style = (c: SheetColumn<Row>) => (isText(c) ? cellStyles.header : cellStyles.numberHeader);
    yield columns.map((c, k) => textXml(`${letters[k]}1`, style(c), c.heading)).join("");
    yield "</row>";
    for (let r = 0; r < rows.length; r++) yield rowXml(rows[r], r + 2, columns, letters, styles);
    for (let r = 0; r < foot.length; r++)
      yield rowXml(foot[r], rows.length + 3 + r, columns, letters, styles);
    yield `</sheetData><autoFilter ref="A1:${last}${rows.length + 1}"/>`;
    yield '<pageMargins left="0.4" right="0.4" top="0.5" bottom="0.5" header="0.3" footer="0.3"/>';
    yield '<pageSetup paperSize="9" orientation="landscape" fitToHeight="0"/>';
    if (rows.length > 0) {
      const cells = `A2:${last}${rows.length + 1}`;
      yield `<ignoredErrors><ignoredError sqref="${cells}" numberStoredAsText="1"/></ignoredErrors>`;
    }
    yield "</worksheet>";
  }
  return { name, columns: columns.length, rows: rows.length, xml };
}
