/** Columns of a Parquet file: as many as any other table may have; more are refused before a row is read. */
export const mostColumns = 2000;
