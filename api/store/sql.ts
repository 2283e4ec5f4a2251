/** A value of a statement. */
export type SqlValue = string | number | bigint | null | Uint8Array;

/**
 * Statements in the SQL that all our databases speak, `?` (or `?1`, `?2` …) where a value stands. A statement given to
 * a transaction belongs to it; any other waits or runs beside it, and never in between.
 */
export interface Sql {
  all<T>(text: string, ...values: SqlValue[]): Promise<T[]>;
  get<T>(text: string, ...values: SqlValue[]): Promise<T | undefined>;
  /** How many rows it changed. */
  run(text: string, ...values: SqlValue[]): Promise<number>;
  /** Adds rows to a table: their values in the order of the columns. */
  insert(table: string, columns: readonly string[], rows: readonly (readonly SqlValue[])[]): Promise<void>;
  /**
   * Everything that `work` does through the statements it is given is committed and on disk when the promise is kept,
   * or nothing of it happened. One inside another is part of it.
   */
  transaction<T>(work: (sql: Sql) => Promise<T>): Promise<T>;
  /** In a transaction: who asks for the same name waits until it has ended. What is read next cannot change meanwhile. */
  lock(name: string): Promise<void>;
  /** End of a SELECT that takes rows of a table in order to change them: those that somebody else has are passed over. */
  unlocked(table: string): string;
  /** Milliseconds that pass alike for all who work on the database, whatever becomes of their clocks: leases count them. */
  elapsed(): Promise<number>;
  close(): Promise<void>;
}

/**
 * A list of at least one and at most 1,001 values, its last one repeated up to one of a few lengths: so that a few
 * statements are kept.
 */
export const padded = <T>(values: readonly T[]): T[] => {
  const size = Math.min(1001, 4 ** Math.ceil(Math.log(values.length) / Math.log(4)));
  return [...values, ...values.slice(-1).flatMap((last) => Array<T>(size - values.length).fill(last))];
};

/** As many places for values as a list has. */
export const places = (values: readonly unknown[]): string => values.map(() => "?").join(", ");
