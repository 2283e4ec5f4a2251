// Bytes to order lines and master data: re-exports, nothing else.

export { type CalendarRead, readCalendar } from "./calendar-entries.ts";
export { type DecisionsRead, readDecisions } from "./decisions.ts";
export { type Field, type FileKind, fieldsOf, fieldTypes, fileKinds, requiredOf } from "./fields.ts";
export { fingerprint } from "./heading-key.ts";
export { type Inspection, inspect, inspectRows, lineRecord } from "./inspect.ts";
export { type ItemsRead, readItems } from "./items.ts";
export { type KindGuess, kindOfFile } from "./kind-of-file.ts";
export { type OpenOrdersRead, readOpenOrders } from "./open-orders.ts";
export { type OrdersRead, readOrders } from "./orders.ts";
export { askingLine, QuestionError } from "./questions.ts";
export type { InputCount, ReadOptions } from "./read-options.ts";
export { type RequirementsRead, readRequirements } from "./requirements.ts";
export { type ByteSource, bytesSource } from "./source.ts";
export { readSuppliers, type SuppliersRead } from "./suppliers.ts";
export { openTable, type Table, type TableRecord, tableCells } from "./table.ts";
