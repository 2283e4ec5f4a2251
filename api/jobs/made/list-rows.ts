import { ascending, type ListRow, type Supplier } from "../../../src/index.ts";

/** Rows of all result lists, for the store: one JSON line each. */
export const rowsName = "rows.ndjson";

/** What the suppliers of a plan are called: rows of a list, by their numbers. */
export const supplierRows = (suppliers: readonly Supplier[]): ListRow[] =>
  suppliers
    .flatMap(({ supplier, name }) => (name === undefined ? [] : [{ supplier, name }]))
    .sort((a, b) => ascending(a.supplier, b.supplier))
    .map((row) => ({ kind: "suppliers", item: null, ordered: false, json: JSON.stringify(row) }));

const pieceLength = 1 << 16;

/** Rows for the store as lines of JSON, each with its place in its list. */
export function* rowLines(rows: Iterable<ListRow>): Generator<Uint8Array> {
  const next = new Map<string, number>();
  let text = "";
  for (const { kind, item, ordered, json } of rows) {
    const position = next.get(kind) ?? 0;
    next.set(kind, position + 1);
    text += `${JSON.stringify([kind, position, item, ordered, json])}\n`;
    if (text.length < pieceLength) continue;
    yield Buffer.from(text);
    text = "";
  }
  yield Buffer.from(text);
}
