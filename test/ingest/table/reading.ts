import { bytesSource } from "../../../src/ingest/source.ts";
import { openTable, type TableOptions } from "../../../src/ingest/table/open-table.ts";
import type { Table, TableRecord } from "../../../src/ingest/table/record.ts";

export interface Read {
  readonly table: Table;
  readonly rows: readonly TableRecord[];
}

/** Reads bytes to their end. */
export function readBytes(bytes: Uint8Array, options: TableOptions = {}, name = "orders.csv"): Read {
  const table = openTable(bytesSource(name, bytes), options);
  return { table, rows: [...table.records()] };
}

/** Reads a text as UTF-8 bytes. */
export const readText = (text: string, options: TableOptions = {}): Read =>
  readBytes(new TextEncoder().encode(text), options);

/** Only the cells. */
export const cellsOf = ({ rows }: Read): readonly (readonly string[])[] => rows.map(({ cells }) => cells);

/** Codes of the issues with their rows. */
export const codesOf = ({ table }: Read): readonly string[] =>
  table.issues().map((issue) => `${issue.code}@${issue.row ?? "-"}`);
