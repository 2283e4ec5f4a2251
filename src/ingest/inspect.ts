import { isoDate } from "../calendar/date.ts";
import { defined } from "../defined.ts";
import type { Issue } from "../issue.ts";
import { decode, lineKinds, noDay, type OrderLines } from "../order.ts";
import { bareText, isTypedDate, isTypedNumber } from "./cells/cells.ts";
import { dateEvidence, numberEvidence, scanDateCell } from "./cells/column-values.ts";
import { decideNumberStyle, noEvidence } from "./cells/numbers.ts";
import { dateParts, partColumns } from "./columns/date-parts.ts";
import { type FileKind, fieldTypes, isField } from "./columns/fields.ts";
import { kindOfTable } from "./columns/kind-of-file.ts";
import { type Mapping, mapColumns, repeatedHeadings } from "./columns/mapping.ts";
import { periodHeadings } from "./columns/period-headings.ts";
import { type ColumnProfile, profileTable } from "./columns/profile.ts";
import { dateFallback } from "./orders/order-file.ts";
import { readOrders } from "./orders/orders.ts";
import type { ReadOptions } from "./read-options.ts";
import type { ByteSource } from "./source.ts";
import { openTable } from "./table/open-table.ts";

/** What stands in a column. */
export interface InspectedColumn {
  /** From 0. */
  readonly index: number;
  readonly header: string;
  readonly field: string | null;
  readonly confidence: number;
  readonly type: "date" | "number" | "identifier" | "text" | "empty";
  /** How dates or numbers are written: "dd.mm.yyyy", "1.234,56"; "" where it does not matter. */
  readonly format: string;
  readonly samples: readonly string[];
}

/** CONTRACT 4. */
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
  readonly columns: readonly InspectedColumn[];
  readonly rows: number;
  readonly issues: readonly Issue[];
}

/** Says what a file is, without typing its lines. */
export function inspect(source: ByteSource, options: ReadOptions = {}): Inspection {
  const table = openTable(source);
  let rows = 0;
  for (const _record of table.records()) rows++;
  const profile = profileTable(table);
  const { kind } = kindOfTable(table, profile, source.name);
  const periods = kind === "orders" || kind === "unknown" ? periodHeadings(table.header) : undefined;
  const wide = periods === undefined ? undefined : new Set(periods.map(({ column }) => column));
  const parts =
    kind === "orders" && wide === undefined ? dateParts(table.header, profile, options) : undefined;
  const apart =
    wide !== undefined
      ? { columns: wide, fields: ["date", "quantity"] as const }
      : parts === undefined
        ? undefined
        : { columns: new Set(partColumns(parts)), fields: ["date"] as const };
  const named = mapColumns(kind === "unknown" ? "orders" : kind, table.header, profile, {
    ...options,
    ...defined({ apart }),
  });
  const mapping =
    kind === "orders" && apart === undefined && named.fields.has("item")
      ? dateFallback(named, table.header)
      : named;
  const names = fieldNames(mapping, wide);
  if (parts !== undefined) for (const column of partColumns(parts)) names.set(column, "date");
  const columns = profile.columns.map((column): InspectedColumn => {
    const { type, format } = looks(column);
    return {
      index: column.index,
      header: table.header[column.index] ?? "",
      field: names.get(column.index) ?? null,
      confidence: wide?.has(column.index) === true ? 1 : (mapping.confidence.get(column.index) ?? 0),
      ...(type !== "empty" && identifies(names.get(column.index))
        ? { type: "identifier", format: "" }
        : { type, format }),
      samples: column.samples,
    };
  });
  const notes =
    kind === "unknown" && rows === 0
      ? []
      : [...repeatedHeadings(table.header, table.headerRow), ...mapping.issues].map((issue) => ({
          row: table.headerRow,
          ...issue,
          file: source.name,
        }));
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
    columns,
    rows,
    issues: [...table.issues(), ...notes],
  };
}

const identifies = (field: string | undefined): boolean =>
  field !== undefined && isField(field) && fieldTypes[field] === "id";

function fieldNames(mapping: Mapping, periods: ReadonlySet<number> | undefined): Map<number, string> {
  const names = new Map<number, string>();
  for (const [field, column] of mapping.fields) names.set(column, field);
  for (const column of periods ?? []) names.set(column, "quantity");
  return names;
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
