/** What became of a column of a file: a field, one of several that make one, a period of a wide table, a sum, nothing. */
export interface ColumnUse {
  /** The heading; "column N" where there is none. */
  readonly column: string;
  readonly use: "field" | "part" | "period" | "total" | "unused" | "empty";
  /** The field that it holds or helps to make; null where it is not used. */
  readonly field: string | null;
}

/** Names of the columns that nothing is made of, though something stands in them. */
export const unusedColumns = (uses: readonly ColumnUse[]): readonly string[] =>
  uses.flatMap(({ column, use }) => (use === "unused" ? [column] : []));
