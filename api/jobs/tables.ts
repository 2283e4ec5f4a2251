import {
  type ByteSource,
  bytesSource,
  type FileKind,
  inspect,
  openTable,
  quoted,
  wantedFor,
} from "../../src/index.ts";
import type { ReducedSource } from "../run/sources.ts";

/** Fields that tell which record of a kind another one replaces; the first set that both files have counts. */
const keyFields: Readonly<Record<FileKind, readonly (readonly string[])[]>> = {
  orders: [
    ["order", "line", "item"],
    ["order", "line"],
  ],
  items: [["item", "supplier"], ["item"]],
  suppliers: [["supplier"]],
  "open-orders": [
    ["order", "line", "item"],
    ["order", "item"],
  ],
  requirements: [["reference", "item"]],
  calendar: [],
  decisions: [["item", "date"]],
};

interface Keyed {
  readonly header: readonly string[];
  readonly headerRows: number;
  /** Column of each field. */
  readonly columns: ReadonlyMap<string, number>;
  records(): Iterable<readonly string[]>;
}

const separator = "\u0000";

function keyed(source: ByteSource, kind: FileKind): Keyed {
  const columns = new Map<string, number>();
  const [wanted = []] = keyFields[kind];
  for (const { field, index } of inspect(source, {}, kind).columns)
    if (field !== null && wanted.includes(field) && !columns.has(field)) columns.set(field, index);
  const sheet = { wanted: wantedFor(kind) };
  const table = openTable(source, sheet);
  return {
    header: table.header,
    headerRows: table.headerRows,
    columns,
    *records() {
      for (const { cells, types } of openTable(source, sheet).records())
        yield types === undefined
          ? cells
          : cells.map((cell, k) => (types[k] === 1 && /\.\d{3}$/.test(cell) ? `${cell}0` : cell));
    },
  };
}

/** Fields by which records of all these files can be told apart; undefined where there are none. */
function commonKey(kind: FileKind, files: readonly Keyed[]): readonly string[] | undefined {
  return keyFields[kind].find((fields) =>
    files.every(({ columns }) => fields.every((field) => columns.has(field))),
  );
}

const keyOf = (fields: readonly string[], { columns }: Keyed, cells: readonly string[]): string =>
  fields.map((field) => (cells[columns.get(field) as number] ?? "").trim()).join(separator);

const sameHeader = (a: Keyed, b: Keyed): boolean =>
  a.header.map((text) => text.trim()).join(separator) === b.header.map((text) => text.trim()).join(separator);

const cellOf = (text: string): string => (text === "" ? '""' : quoted(text, ","));

/** A file without the records that `dropped` names, as CSV; itself where nothing falls out. */
function without(
  source: ByteSource,
  file: Keyed,
  isDropped: (cells: readonly string[]) => boolean,
): ByteSource {
  const lines: string[] = file.headerRows > 0 ? [file.header.map(cellOf).join(",")] : [];
  let [dropped, left] = [0, 0];
  for (const cells of file.records()) {
    if (isDropped(cells)) dropped++;
    else {
      left++;
      lines.push(cells.map(cellOf).join(","));
    }
  }
  if (dropped === 0) return source;
  const rest = bytesSource(source.name, Buffer.from(`${lines.join("\r\n")}\r\n`));
  const reduced: ReducedSource = { ...rest, whole: source, replaced: dropped, left };
  return reduced;
}

/**
 * Files of one source, oldest first: a record of a later file takes the place of those of earlier files with the same
 * document and line (item, supplier …). `strict` compares only files with the same headings.
 */
export function mergeDeltas(kind: FileKind, sources: readonly ByteSource[], strict = false): ByteSource[] {
  if (sources.length < 2 || keyFields[kind].length === 0) return [...sources];
  const files = sources.map((source) => keyed(source, kind));
  // Keys of each later file, read once for each set of fields that an earlier file shares with it.
  const read = new Map<string, Set<string>>();
  const keysOf = (k: number, fields: readonly string[]): Set<string> => {
    const name = `${k} ${fields.join(" ")}`;
    const known = read.get(name);
    if (known !== undefined) return known;
    const file = files[k];
    const keys = new Set<string>();
    for (const cells of file.records()) keys.add(keyOf(fields, file, cells));
    read.set(name, keys);
    return keys;
  };
  return sources.map((source, k) => {
    const file = files[k];
    const later = files.flatMap((other, n) => {
      if (n <= k || (strict && !sameHeader(file, other))) return [];
      const fields = commonKey(kind, [file, other]);
      return fields === undefined ? [] : [{ fields, keys: keysOf(n, fields) }];
    });
    if (later.length === 0) return source;
    return without(source, file, (cells) =>
      later.some(({ fields, keys }) => keys.has(keyOf(fields, file, cells))),
    );
  });
}

/** What an import would do to what is there. */
export interface Changes {
  readonly new: number;
  readonly changed: number;
  readonly known: number;
  readonly vanished: number;
}

/** Compares a file with the current ones of its source, record by record. */
export function changesOf(
  kind: FileKind,
  file: ByteSource,
  current: readonly ByteSource[],
  mode: "full" | "delta",
): Changes {
  const mine = keyed(file, kind);
  const others = mergeDeltas(kind, current).map((source) => keyed(source, kind));
  const fields = commonKey(kind, [mine, ...others]);
  const key = (of: Keyed, cells: readonly string[]) =>
    fields === undefined ? cells.join(separator) : keyOf(fields, of, cells);
  const before = new Map<string, string[]>();
  for (const other of others)
    for (const cells of other.records()) {
      const at = key(other, cells);
      before.set(at, [...(before.get(at) ?? []), cells.join(separator)]);
    }
  let [fresh, changed, known] = [0, 0, 0];
  for (const cells of mine.records()) {
    const at = key(mine, cells);
    const left = before.get(at);
    const same = left?.indexOf(cells.join(separator)) ?? -1;
    if (left === undefined || left.length === 0) fresh++;
    else if (same >= 0) known++;
    else changed++;
    left?.splice(Math.max(same, 0), 1);
  }
  let vanished = 0;
  if (mode === "full") for (const left of before.values()) vanished += left.length;
  return { new: fresh, changed, known, vanished };
}
