import type { ColumnUse } from "../../column-use.ts";
import { columnLabel } from "./column-names.ts";
import { partColumns } from "./date-parts.ts";
import type { Field } from "./fields.ts";
import type { FileLayout } from "./file-layout.ts";

/** The use of a column, with a field of the files. */
interface FieldUse extends ColumnUse {
  readonly field: Field | null;
}

type Use = Omit<FieldUse, "column">;

/**
 * What becomes of each column of a file, in their order: none is left out. Every door shows this list.
 * @example columnUses(layout) // [{ column: "Artikel", use: "field", field: "item" }, { column: "Notiz", use: "unused", … }]
 */
export function columnUses(layout: FileLayout): readonly FieldUse[] {
  const { table, profile, mapping, wide, parts, derived = [], totals = [] } = layout;
  const uses = new Map<number, Use>();
  const put = (column: number, use: Use["use"], field: Field | null): void => {
    if (!uses.has(column)) uses.set(column, { use, field });
  };
  for (const { field, columns } of derived)
    for (const column of columns) put(column, columns.length > 1 ? "part" : "field", field);
  for (const [field, column] of mapping.fields) put(column, "field", field);
  for (const column of parts === undefined ? [] : partColumns(parts)) put(column, "part", "date");
  const { quantities = [], periods = [], yearColumn } = wide ?? {};
  for (const { column } of quantities.length > 0 ? quantities : periods) put(column, "period", "quantity");
  for (const { less } of quantities) if (less !== undefined) put(less, "part", "quantity");
  for (const column of [yearColumn, wide?.yearOfMonth]) if (column !== undefined) put(column, "part", "date");
  for (const column of totals) put(column, "total", null);
  return profile.columns.map(({ index, filled }) => ({
    column: columnLabel(table.header, index),
    ...(uses.get(index) ?? { use: filled === 0 ? "empty" : "unused", field: null }),
  }));
}
