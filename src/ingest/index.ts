/**
 * Bytes to order lines and master data. The way of one order line:
 *
 *   source.ts                 a file by its name and its bytes
 *   table/text.ts             gzip and encoding: lines of text            (xlsx/ for a workbook)
 *   table/records.ts          delimiter and quotes (dialect.ts): cells of a record, mended where they are broken
 *   table/body.ts             without titles, headings, totals and remarks (layout.ts): a row of the table
 *   shaped-table.ts           blocks, groups, pivots, titles between rows (shapes/) brought into one line a row
 *   columns/profile.ts        what the cells of each column look like
 *   columns/file-layout.ts    long, wide or with its date in parts; which column holds which field  <- decided once
 *   typed/coded-table.ts      each field as codes of its distinct texts   (wide.ts: one line a period)
 *   typed/styles.ts           how numbers and dates are written, from all texts
 *   typed/typed-columns.ts    each text read once: numbers, days, identifiers
 *   orders/movement-of-line.ts  sale, issue, purchase …, and how its sign is meant
 *   orders/line-columns.ts    the typed columns of a line, in the dictionaries of the history
 *   orders/line-checks.ts     does it count? each that does not is an issue with its row
 *   orders/append-lines.ts    a line of the history
 *   orders/overlap.ts, item-variants.ts, mixed-units.ts   all lines together: counted once, one name, one unit
 *
 * `readOrders` in orders/orders.ts is this way in five steps; the readers of `master` take the same one to
 * `typed/master-rows.ts`. Families import to the left only: cells, table, columns, shapes, typed,
 * master, orders.
 */

export { fingerprint } from "./cells/heading-key.ts";
export { type Field, type FileKind, fieldsOf, fieldTypes, fileKinds, requiredOf } from "./columns/fields.ts";
export { type KindGuess, kindOfFile } from "./columns/kind-of-file.ts";
export { type Inspection, inspect, inspectRows, lineRecord } from "./inspect.ts";
export { type CalendarRead, readCalendar } from "./master/calendar-entries.ts";
export { type DecisionsRead, readDecisions } from "./master/decisions.ts";
export { type ItemsRead, readItems } from "./master/items.ts";
export { type OpenOrdersRead, readOpenOrders } from "./master/open-orders.ts";
export { type RequirementsRead, readRequirements } from "./master/requirements.ts";
export { readSuppliers, type SuppliersRead } from "./master/suppliers.ts";
export { type OrdersRead, readOrders } from "./orders/orders.ts";
export { QuestionError } from "./questions.ts";
export type { InputCount, ReadOptions } from "./read-options.ts";
export { wantedFor } from "./sheet-choice.ts";
export { sheetByAnswer } from "./sheet-question.ts";
export { type ByteSource, bytesSource } from "./source.ts";
export { openTable, tableCells } from "./table/open-table.ts";
export type { Table, TableRecord } from "./table/record.ts";
