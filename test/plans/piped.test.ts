import { createHash } from "node:crypto";
import { Table, tableToIPC, vectorFromArray, DateDay, Float64, Utf8, Binary, makeData, Vector } from "apache-arrow";
import { expect, test } from "vitest";
import { pipedLines, pipedParts } from "../../api/stages/piped.ts";
import { packed } from "../../api/stages/state.ts";
import { readOrders } from "../../src/ingest/index.ts";

async function* stream(bytes: Uint8Array, size: number): AsyncGenerator<Uint8Array> {
  for (let at = 0; at < bytes.length; at += size) yield bytes.subarray(at, at + size);
}
const text = (value: string) => new TextEncoder().encode(value);
const gathered = async (bytes: Uint8Array, size = 7) => {
  const parts: [string, string][] = [];
  for await (const { name, state } of pipedParts(stream(bytes, size)))
    parts.push([name, createHash("sha256").update(state).digest("hex")]);
  return parts;
};
const states = [packed("part", { a: 1 }), packed("part", { b: [2, 3] })];
const wanted = states.map((state, k) => [`0000${k}`, createHash("sha256").update(state).digest("hex")]);

/** A column of byte strings. */
const binary = (values: readonly Uint8Array[]) => {
  const offsets = Int32Array.from([0, ...values.map((_, k) => values.slice(0, k + 1).reduce((n, v) => n + v.length, 0))]);
  return new Vector([makeData({ type: new Binary(), length: values.length, valueOffsets: offsets, data: Buffer.concat(values) })]);
};

test("parts come the same as NDJSON, as Arrow IPC in both of its forms, and as the bytes of a file; nothing is no part", async () => {
  const lines = states.map((state, k) => JSON.stringify({ name: `0000${k}`, state: Buffer.from(state).toString("base64") }));
  expect(await gathered(text(`${lines.join("\n")}\n`))).toEqual(wanted);
  const table = new Table({ name: vectorFromArray(["00000", "00001"], new Utf8()), state: binary(states) });
  for (const form of ["stream", "file"] as const) expect(await gathered(tableToIPC(table, form))).toEqual(wanted);
  expect(await gathered(states[0])).toEqual([wanted[0]]);
  expect(await gathered(new Uint8Array())).toEqual([]);
});

test("what is no row of a part is refused by its number, and a name never leaves the folder", async () => {
  await expect(gathered(text('{"name":"../x","state":""}\n'))).rejects.toThrow("row 1 on standard input");
  await expect(gathered(text('{"name":"a","state":"AA=="}\n{"name":"b"}\n'))).rejects.toThrow("row 2");
  await expect(gathered(text('{"name":"a","state":"AA=="}\nnothing\n'))).rejects.toThrow("row 2");
});

test("order lines read the same from NDJSON, Arrow IPC and a table, also where rows lack fields", async () => {
  const rows = [
    { item: "007", date: "2025-03-04", quantity: 12.345 },
    { item: "A,1", date: "2025-03-05", quantity: 3, location: "Hall 1" },
  ];
  const table = new Table({
    item: vectorFromArray(rows.map(({ item }) => item), new Utf8()),
    date: vectorFromArray(rows.map(({ date }) => new Date(date)), new DateDay()),
    quantity: vectorFromArray(rows.map(({ quantity }) => quantity), new Float64()),
    location: vectorFromArray(rows.map(({ location }) => location ?? null), new Utf8()),
  });
  const forms = [
    text(rows.map((row) => JSON.stringify(row)).join("\n")),
    tableToIPC(table, "stream"),
    text('item;date;quantity;location\n007;2025-03-04;12.3450;\n"A,1";2025-03-05;3;Hall 1\n'),
  ];
  for (const bytes of forms) {
    const source = (await pipedLines(stream(bytes, 11))) ?? expect.unreachable();
    const { lines } = readOrders([source]);
    const read = Array.from({ length: lines.length }, (_, k) => [
      lines.items.values[lines.item[k]],
      lines.quantity[k],
      lines.locations.values[lines.location[k]] ?? null,
    ]);
    expect(read).toEqual([["007", 12.345, null], ["A,1", 3, "Hall 1"]]);
  }
  expect(await pipedLines(stream(new Uint8Array(), 1))).toBeUndefined();
});
