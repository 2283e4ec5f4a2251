import { closeSync, existsSync, fstatSync, openSync, readFileSync, readSync } from "node:fs";
import { basename, join } from "node:path";
import { brotliDecompressSync, gunzipSync, zstdDecompressSync } from "node:zlib";
import { type AsyncBuffer, type FileMetaData, parquetMetadataAsync, parquetReadObjects } from "hyparquet";
import {
  type ColumnKind,
  InputError,
  significantNumber,
  type TableName,
  type TableRow,
  tables,
  writtenNumber,
} from "../../src/index.ts";
import { mostColumns } from "./limits.ts";

/** Unpacks a page that says how long it is. */
type Unpack = (input: Uint8Array, options: { readonly maxOutputLength: number }) => Uint8Array;

const counted = (unpack: Unpack) => (input: Uint8Array, length: number) =>
  unpack(input, { maxOutputLength: Math.max(1, length) });

const compressors = {
  ZSTD: counted(zstdDecompressSync),
  GZIP: counted(gunzipSync),
  BROTLI: counted(brotliDecompressSync),
};

/** Bytes of an open file as they are asked for. */
function bufferOf(fd: number): AsyncBuffer {
  const byteLength = fstatSync(fd).size;
  return {
    byteLength,
    slice(start, end = byteLength) {
      const bytes = new Uint8Array(end - start);
      for (let at = 0; at < bytes.length; ) {
        const got = readSync(fd, bytes, at, bytes.length - at, start + at);
        if (got === 0) throw new Error(`the file ends at ${start + at} of ${byteLength} bytes`);
        at += got;
      }
      return bytes.buffer;
    },
  };
}

/** Rows of a Parquet file as objects, read one group after the other; an InputError where it cannot be read. */
export async function* parquetRows(
  path: string,
  columns?: readonly string[],
): AsyncGenerator<Record<string, unknown>> {
  try {
    yield* groupsOf(path, columns);
  } catch (error) {
    if (error instanceof InputError) throw error;
    throw new InputError({ code: "parquet-unread", why: "damaged", file: basename(path) });
  }
}

/** Refuses a file by what it says of itself, before a row is read. */
function refuseTooWide({ schema }: FileMetaData, path: string): void {
  if (schema.filter(({ num_children: below }) => below === undefined).length > mostColumns)
    throw new InputError({ code: "too-many-columns", most: mostColumns, file: basename(path) });
}

async function* groupsOf(
  path: string,
  columns: readonly string[] | undefined,
): AsyncGenerator<Record<string, unknown>> {
  const fd = openSync(path, "r");
  try {
    const file = bufferOf(fd);
    const metadata = await parquetMetadataAsync(file);
    refuseTooWide(metadata, path);
    let rowStart = 0;
    for (const { num_rows: rows } of metadata.row_groups) {
      const rowEnd = rowStart + Number(rows);
      const chosen = columns === undefined ? {} : { columns: [...columns] };
      yield* await parquetReadObjects({ file, metadata, rowStart, rowEnd, compressors, ...chosen });
      rowStart = rowEnd;
    }
  } finally {
    closeSync(fd);
  }
}

/** A value as it was before it was written, figures as plan.json prints them. */
function valueRead(read: unknown, kind: ColumnKind): unknown {
  if (read === null || read === undefined) return undefined;
  if (kind === "json" && typeof read === "string") return JSON.parse(read);
  if (kind === "day" && read instanceof Date) return read.toISOString().slice(0, 10);
  if (kind === "number" && typeof read === "number") return significantNumber(read);
  if (kind === "numbers" && Array.isArray(read))
    return Float64Array.from(read, (one) => (typeof one === "number" ? writtenNumber(one) : Number.NaN));
  return read;
}

/** Rows of a table of a result folder, those columns of it; what is not said is left out. */
export async function* tableRows(
  folder: string,
  name: TableName,
  columns: readonly string[] = Object.keys(tables[name].columns),
): AsyncGenerator<TableRow> {
  const kinds = Object.entries<ColumnKind>(tables[name].columns).filter(([column]) =>
    columns.includes(column),
  );
  for await (const read of parquetRows(join(folder, `${name}.parquet`), columns)) {
    const row: Record<string, unknown> = {};
    for (const [column, kind] of kinds) {
      const value = valueRead(read[column], kind);
      if (value !== undefined) row[column] = value;
    }
    yield row;
  }
}

/** True where a result folder holds tables. */
export const hasTables = (folder: string): boolean => existsSync(join(folder, "run.json"));

/** run.json, or another JSON file, of a result folder. */
export const jsonOf = (folder: string, name: string): unknown =>
  JSON.parse(readFileSync(join(folder, name), "utf8"));
