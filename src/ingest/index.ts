// Bytes to order lines and master data: re-exports, nothing else.

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
export { type ByteSource, bytesSource } from "./source.ts";
export { openTable, tableCells } from "./table/open-table.ts";
export type { Table, TableRecord } from "./table/record.ts";
