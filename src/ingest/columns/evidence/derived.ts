import type { Field } from "../fields.ts";

/** A field whose text is made of several cells of a row. */
export interface DerivedField {
  readonly field: Field;
  /** Columns (from 0) that it is made of. */
  readonly columns: readonly number[];
  readonly of: (cells: readonly string[]) => string;
}
