import { isoDate } from "../calendar/date.ts";
import type { ColumnUse } from "../column-use.ts";
import type { Issue } from "../issue.ts";
import { decode, lineKinds, noDay, type OrderLines } from "../order.ts";
import { bareText, isTypedDate, isTypedNumber } from "./cells/cells.ts";
import { dateEvidence, numberEvidence, scanDateCell } from "./cells/column-values.ts";
import { decideNumberStyle, noEvidence } from "./cells/numbers.ts";
import { columnUses } from "./columns/column-uses.ts";
import { type Field, type FileKind, fieldTypes } from "./columns/fields.ts";
import { type FileLayout, fileLayout, type OpenedFile, openFile } from "./columns/file-layout.ts";
import { kindOfTable } from "./columns/kind-of-file.ts";
import { type ColumnProfile, profileRows } from "./columns/profile.ts";
import { readOrders } from "./orders/orders.ts";
import type { ReadOptions } from "./read-options.ts";
import { wantedFor } from "./sheet-choice.ts";
import { sheetQuestion } from "./sheet-question.ts";
import type { ByteSource } from "./source.ts";
import type { TableSheet } from "./table/record.ts";

/** What stands in a column. */
interface InspectedColumn {
  /** From 0. */
  readonly index: number;
  readonly header: string;
  readonly field: Field | null;
  /** What becomes of it: a field, one of several that make one, a sum of others, nothing. */
  readonly use: ColumnUse["use"];
  readonly confidence: number;
  readonly type: "date" | "number" | "identifier" | "text" | "empty";
  /** How dates or numbers are written: "dd.mm.yyyy", "1.234,56"; "" where it does not matter. */
  readonly format: string;
  readonly samples: readonly string[];
}

/** What a file is: how it is written, what its columns hold, what is odd about it. */
export interface Inspection {
  readonly file: string;
  readonly kind: FileKind | "unknown";
  readonly encoding: string;
  readonly bom: boolean;
  readonly delimiter: string;
  readonly quote: string;
  readonly escape: string;
  readonly newline: string;
  readonly preambleLines: number;
  readonly headerRows: number;
  readonly footerLines: number;
  /** Of a workbook: its sheets, and which of them are read. */
  readonly sheets?: readonly TableSheet[];
  /** Id of the answer that names another sheet, or "all". */
  readonly sheetQuestion?: string;
  readonly columns: readonly InspectedColumn[];
  readonly rows: number;
  readonly issues: readonly Issue[];
}

/**
 * Says what a file is, without typing its lines: what the readers would make of it. Its kind is guessed where it is not
 * given (`as`: of a workbook then the sheet that holds such a table); a file of no known kind is looked at as orders.
 * Throws InputError for what is no table.
 */
export function inspect(source: ByteSource, options: ReadOptions = {}, as?: FileKind): Inspection {
  const opened = openFile(source, as === undefined ? undefined : wantedFor(as));
  const kind = as ?? kindOfTable(opened).kind;
  const layout = fileLayout(opened, kind === "unknown" ? "orders" : kind, options);
  const { table } = opened;
  const rows = rowsOf(opened);
  const { encoding, bom, delimiter, quote, newline, preambleLines, headerRows } = table;
  return {
    file: source.name,
    kind,
    encoding,
    bom,
    delimiter,
    quote,
    escape: table.escape,
    newline,
    preambleLines,
    headerRows,
    footerLines: table.footerLines(),
    ...sheetsOf(table.sheets),
    columns: columnsOf(layout),
    rows,
    issues: [
      ...table.issues(),
      ...(kind === "unknown" && rows === 0 ? [] : layout.issues).map((issue) => ({
        row: table.headerRow,
        ...issue,
      })),
    ],
  };
}

/** The sheets of a workbook, and the id under which a choice of one is kept. */
const sheetsOf = (sheets: readonly TableSheet[] | undefined): Pick<Inspection, "sheets" | "sheetQuestion"> =>
  sheets === undefined ? {} : { sheets, sheetQuestion: sheetQuestion(sheets.map(({ name }) => name)) };

/** Rows of a table, read to their end, so that its issues and its footer are known. */
function rowsOf({ table, profile }: OpenedFile): number {
  if (profile.records < profileRows) return profile.records;
  let rows = 0;
  for (const _record of table.records()) rows++;
  return rows;
}

function columnsOf(layout: FileLayout): InspectedColumn[] {
  const { table, profile, mapping } = layout;
  const uses = columnUses(layout);
  return profile.columns.map((column, k): InspectedColumn => {
    const { index, samples } = column;
    const { use = "unused", field = null } = uses[k] ?? {};
    const { type, format } = looks(column);
    return {
      index,
      header: table.header[index] ?? "",
      field,
      use,
      confidence: mapping.confidence.get(index) ?? (field === null ? 0 : 1),
      ...(type !== "empty" && field !== null && fieldTypes[field] === "id"
        ? { type: "identifier", format: "" }
        : { type, format }),
      samples,
    };
  });
}

/** Type and format of a column, from its texts. */
function looks(column: ColumnProfile): Pick<InspectedColumn, "type" | "format"> {
  if (column.filled === 0) return { type: "empty", format: "" };
  if (column.dateRate > 0.8 && (column.numberRate < 0.8 || column.texts.some(isTypedDate)))
    return { type: "date", format: dateFormat(column) };
  if (column.numberRate > 0.8) {
    if (column.texts.some(isTypedNumber)) return { type: "number", format: "cell" };
    const evidence = numberEvidence(column);
    const style = decideNumberStyle(evidence, noEvidence());
    const format =
      style === "comma"
        ? "1.234,56"
        : style === "point"
          ? "1,234.56"
          : style === "ambiguous"
            ? "ambiguous"
            : "";
    return { type: "number", format };
  }
  return { type: "text", format: "" };
}

function dateFormat(column: ColumnProfile): string {
  if (column.texts.some(isTypedDate)) return "cell";
  const { dmy, mdy } = dateEvidence(column);
  const most = column.texts.reduce((best, _, k) => (column.counts[k] > column.counts[best] ? k : best), 0);
  const text =
    column.texts.map(bareText).find((each) => scanDateCell(each).kind !== "missing") ??
    bareText(column.texts[most] ?? "");
  if (/^\d{4}-\d{2}-\d{2}/.test(text)) return text.length > 10 ? "yyyy-mm-dd hh:mm:ss" : "yyyy-mm-dd";
  if (/^\d{8}$/.test(text)) return "yyyymmdd";
  const parts = /^\d{1,2}([-/.])\d{1,2}\1(\d{4}|\d{2})/.exec(text);
  if (parts !== null) {
    const year = parts[2].length === 4 ? "yyyy" : "yy";
    const separator = parts[1];
    if (separator !== "." && dmy === 0 && mdy === 0) return "ambiguous";
    return (mdy > dmy ? ["mm", "dd", year] : ["dd", "mm", year]).join(separator);
  }
  if (/KW|W\d/i.test(text)) return "week";
  const scan = scanDateCell(text);
  return scan.kind === "serial"
    ? "serial"
    : scan.kind === "period" || scan.kind === "pair"
      ? "period"
      : "text";
}

/** Typed order lines of a file, for NDJSON. */
export function* inspectRows(
  source: ByteSource,
  options: ReadOptions = {},
): Generator<Record<string, unknown>> {
  const { lines } = readOrders([source], options);
  for (let k = 0; k < lines.length; k++) yield lineRecord(lines, k);
}

/** One line of the history as a record with the field names of the files. */
export function lineRecord(lines: OrderLines, k: number): Record<string, unknown> {
  const day = (value: number): string | undefined => (value === noDay ? undefined : isoDate(value));
  const number = (value: number): number | undefined => (Number.isNaN(value) ? undefined : value);
  const record = {
    item: decode(lines.items, lines.item[k]),
    date: isoDate(lines.day[k]),
    quantity: lines.quantity[k],
    kind: lineKinds[lines.kind[k]],
    unit: decode(lines.units, lines.unit[k]),
    price: number(lines.price[k]),
    currency: decode(lines.currencies, lines.currency[k]),
    supplier: decode(lines.suppliers, lines.supplier[k]),
    order: decode(lines.orders, lines.order[k]),
    line: decode(lines.lines, lines.line[k]),
    dueDate: day(lines.dueDay[k]),
    receiptDate: day(lines.receiptDay[k]),
    receivedQuantity: number(lines.receivedQuantity[k]),
    location: decode(lines.locations, lines.location[k]),
    project: decode(lines.projects, lines.project[k]),
    byPeriod: lines.byPeriod[k] === 1 ? true : undefined,
    file: lines.files[lines.file[k]],
    row: lines.row[k],
  };
  return Object.fromEntries(Object.entries(record).filter(([, value]) => value !== undefined));
}
