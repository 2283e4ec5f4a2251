import { createHash } from "node:crypto";
import { zstdCompressSync } from "node:zlib";
import type { SchemaElement } from "hyparquet";
import { ByteWriter, ParquetWriter } from "hyparquet-writer";
import { type ColumnKind, type TableName, type TableRow, tables } from "../../src/index.ts";

/** Rows and hash of a table: equal where every value is, however the rows came together. */
export interface TableSum {
  readonly rows: number;
  readonly sha256: string;
}

/** Rows that are written at a time: fewer where they hold lists of numbers, which take the room while they wait. */
const groupRowsOf = (columns: readonly (readonly [string, ColumnKind])[]): number =>
  columns.some(([, kind]) => kind === "numbers") ? 1000 : 5000;

const optional = { repetition_type: "OPTIONAL" } as const;

/** A column as Parquet describes it; a list has two levels more. */
function elementsOf(name: string, kind: ColumnKind): SchemaElement[] {
  switch (kind) {
    case "text":
    case "json":
      return [{ name, type: "BYTE_ARRAY", converted_type: "UTF8", ...optional }];
    case "day":
      return [{ name, type: "INT32", converted_type: "DATE", ...optional }];
    case "whole":
      return [{ name, type: "INT32", ...optional }];
    case "number":
      return [{ name, type: "DOUBLE", ...optional }];
    case "flag":
      return [{ name, type: "BOOLEAN", ...optional }];
    case "numbers":
      return [
        { name, converted_type: "LIST", num_children: 1, ...optional },
        { name: "list", repetition_type: "REPEATED", num_children: 1 },
        { name: "element", type: "DOUBLE", ...optional },
      ];
  }
}

const isList = (value: unknown): value is ArrayLike<number> =>
  typeof value === "object" && value !== null && "length" in value;

/** A value as the writer takes it: NaN, and what is not said, is null. */
function cell(value: unknown, kind: ColumnKind): unknown {
  if (value === undefined || value === null) return null;
  if (kind === "json") return JSON.stringify(value);
  if (kind === "day") return new Date(`${value}T00:00:00Z`);
  if (kind === "numbers" && isList(value))
    return Array.from(value, (one) => (Number.isFinite(one) ? one : null));
  return typeof value === "number" && !Number.isFinite(value) ? null : value;
}

/** Adds a row to the hash of a table: its values as text, lists of numbers as the bits of their doubles. */
function addRow(
  hash: ReturnType<typeof createHash>,
  row: TableRow,
  columns: readonly [string, ColumnKind][],
) {
  const plain: unknown[] = [];
  const lists: Float64Array[] = [];
  for (const [name, kind] of columns) {
    const value = row[name];
    if (kind !== "numbers") plain.push(value ?? null);
    else if (isList(value)) {
      plain.push(value.length);
      lists.push(Float64Array.from(value, (one) => (Number.isFinite(one) ? one : Number.NaN)));
    } else plain.push(null);
  }
  hash.update(`${JSON.stringify(plain)}\n`);
  for (const list of lists) hash.update(list);
}

/**
 * A table as a Parquet file in pieces, while its rows come; `done` gets their number and hash at the end. The same rows
 * give the same bytes.
 */
export function* parquetPieces(
  name: TableName,
  rows: Iterable<TableRow>,
  done: (sum: TableSum) => void,
): Generator<Uint8Array> {
  const columns = Object.entries<ColumnKind>(tables[name].columns);
  const schema = [
    { name: "schema", num_children: columns.length },
    ...columns.flatMap(([column, kind]) => elementsOf(column, kind)),
  ];
  const bytes = new ByteWriter(1 << 16);
  const writer = new ParquetWriter({
    writer: bytes,
    schema,
    codec: "ZSTD",
    compressors: { ZSTD: (input) => zstdCompressSync(input) },
    createdBy: "bedarf",
  });
  const groupRows = groupRowsOf(columns);
  const hash = createHash("sha256");
  let count = 0;
  let held: TableRow[] = [];
  const take = (): Uint8Array => {
    const piece = bytes.getBytes().slice();
    bytes.index = 0;
    return piece;
  };
  const write = () => {
    // Without a file to write to it is done at once.
    void writer.write({
      columnData: columns.map(([column, kind]) => ({
        name: column,
        data: held.map((row) => cell(row[column], kind)),
        offsetIndex: false,
      })),
      rowGroupSize: groupRows,
    });
    held = [];
  };
  for (const row of rows) {
    addRow(hash, row, columns);
    count++;
    held.push(row);
    if (held.length < groupRows) continue;
    write();
    yield take();
  }
  if (held.length > 0) write();
  void writer.finish();
  yield take();
  done({ rows: count, sha256: hash.digest("hex") });
}
