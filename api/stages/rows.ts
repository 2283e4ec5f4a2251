import { closeSync, openSync, readSync } from "node:fs";
import { deserialize, serialize } from "node:v8";
import { type Plan, planTables, type TableName, type TableRow } from "../../src/index.ts";

/** Rows of a table that are held of one part at a time. */
const chunkRows = 200;

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
  const chunk = (): Uint8Array => {
    const body = serialize(held);
    const head = Buffer.alloc(4);
    head.writeUInt32LE(body.length);
    held = [];
    return Buffer.concat([head, body]);
  };
  for (const row of rows) {
    held.push(row);
    if (held.length >= chunkRows) yield chunk();
  }
  if (held.length > 0) yield chunk();
}

/** Rows that {@link rowsOfPart} wrote, a few at a time. */
function* rowsIn(path: string): Generator<TableRow> {
  const fd = openSync(path, "r");
  try {
    const head = Buffer.alloc(4);
    while (readSync(fd, head, 0, 4, null) === 4) {
      const body = Buffer.alloc(head.readUInt32LE());
      if (readSync(fd, body, 0, body.length, null) !== body.length)
        throw new Error(`${path} ends in the middle of a row`);
      yield* deserialize(body) as TableRow[];
    }
  } finally {
    closeSync(fd);
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
