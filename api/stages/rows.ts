import { closeSync, openSync, readSync } from "node:fs";
import { deserialize, serialize } from "node:v8";
import { type Plan, planTables, type TableName, type TableRow } from "../../src/index.ts";

/** Bytes of a table that are held of one part at a time, about: of thousands of parts a merge holds one chunk each. */
const chunkBytes = 1 << 16;
/** Rows of the first chunk, and of any chunk at most. */
const [firstRows, mostRows] = [8, 200];
/** Length of a chunk, before it. */
const headBytes = 4;

/** Tables whose rows lie with the items of the parts; the others are made of all parts at the end. */
export const partTables: readonly TableName[] = [
  "items",
  "series",
  "forecasts",
  "signals",
  "suggestions",
  "parameters",
  "openOrders",
  "baskets",
  "issues",
];

/** Where a row of a part stands among those of all: by item, baskets by supplier and currency. */
const rowKey = ({ item, supplier, currency }: TableRow): string =>
  item === undefined ? `${supplier} ${currency}` : String(item);

/** Rows of a part; what is said of more than one item is said at the end. */
export const rowsOfPart = (made: Plan): Map<TableName, Iterable<Uint8Array>> => {
  const rows = planTables(made);
  return new Map(
    partTables.map((name) => [name, chunks(name === "issues" ? ofItems(rows[name]) : rows[name])]),
  );
};

function* ofItems(rows: Iterable<TableRow>): Generator<TableRow> {
  for (const row of rows) if (row.item !== undefined) yield row;
}

export function* chunks(rows: Iterable<TableRow>): Generator<Uint8Array> {
  let held: TableRow[] = [];
  let most = firstRows;
  const chunk = (): Uint8Array => {
    const body = serialize(held);
    const head = Buffer.alloc(headBytes);
    head.writeUInt32LE(body.length);
    most = Math.min(mostRows, Math.max(1, Math.round((held.length * chunkBytes) / body.length)));
    held = [];
    return Buffer.concat([head, body]);
  };
  for (const row of rows) {
    held.push(row);
    if (held.length >= most) yield chunk();
  }
  if (held.length > 0) yield chunk();
}

/** What a file holds from a place on; fewer bytes where it ends before. */
function bytesAt(path: string, at: number, length: number): Buffer {
  const fd = openSync(path, "r");
  try {
    const bytes = Buffer.alloc(length);
    return bytes.subarray(0, readSync(fd, bytes, 0, length, at));
  } finally {
    closeSync(fd);
  }
}

/** Rows that {@link rowsOfPart} wrote, a few at a time; between two chunks no file is open, since parts may be thousands. */
function* rowsIn(path: string): Generator<TableRow> {
  for (let at = 0; ; ) {
    const head = bytesAt(path, at, headBytes);
    if (head.length < headBytes) return;
    const length = head.readUInt32LE();
    const body = bytesAt(path, at + headBytes, length);
    if (body.length !== length) throw new Error(`${path} ends in the middle of a row`);
    yield* deserialize(body) as TableRow[];
    at += headBytes + length;
  }
}

/** Rows of all parts in their order: those of one key lie in one part, in their own order. */
export function* mergedRows(paths: readonly string[]): Generator<TableRow> {
  const heads = paths.map((path) => {
    const rows = rowsIn(path);
    return { rows, next: rows.next() };
  });
  const heap = heads.filter(({ next }) => next.done !== true);
  const keyOf = ({ next }: (typeof heads)[number]) => (next.done === true ? "" : rowKey(next.value));
  heap.sort((a, b) => (keyOf(a) < keyOf(b) ? -1 : 1));
  while (heap.length > 0) {
    const [first] = heap;
    if (first.next.done === true) break;
    yield first.next.value;
    first.next = first.rows.next();
    heap.shift();
    if (first.next.done === true) continue;
    // most rows stay with their part only shortly: its place is found by halving
    const key = keyOf(first);
    let low = 0;
    let high = heap.length;
    while (low < high) {
      const middle = (low + high) >> 1;
      if (keyOf(heap[middle]) < key) low = middle + 1;
      else high = middle;
    }
    heap.splice(low, 0, first);
  }
}

/** File of the rows of a table of a part. */
export const rowFile = (stem: string, name: TableName): string => `${stem}.${name}.rows`;
