import { createHash } from "node:crypto";
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { ByteWriter, ParquetWriter } from "hyparquet-writer";
import { afterAll, expect, test } from "vitest";
import { parquetSource } from "../../api/run/parquet-source.ts";
import { parquetRows } from "../../api/tables/read.ts";
import { csv, planOf } from "./run.ts";

const folder = mkdtempSync(join(tmpdir(), "bedarf-parquet-"));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const items = ["00471", "1E5", "Rod, 8 mm", 'Seal "N"'];
const lines = Array.from({ length: 30 }, (_, m) =>
  items.map((item, k) => ({
    item,
    date: new Date(Date.UTC(2022, m, 3 + k)),
    quantity: (1000 + m * 37 + k * 211) / 1000,
    kind: "sale",
    price: 1.125 + k,
    order: BigInt(4000 + m),
    location: k === 2 ? null : "Hall 1",
  })),
).flat();

/** The lines as another program writes them: text, date, double, 64-bit integers, in groups of rows. */
function parquetFile(name: string): string {
  const writer = new ByteWriter();
  const text = { type: "BYTE_ARRAY", converted_type: "UTF8", repetition_type: "OPTIONAL" } as const;
  const file = new ParquetWriter({
    writer,
    schema: [
      { name: "schema", num_children: 7 },
      { name: "item", ...text },
      { name: "date", type: "INT32", converted_type: "DATE", repetition_type: "REQUIRED" },
      { name: "quantity", type: "DOUBLE", repetition_type: "REQUIRED" },
      { name: "kind", ...text },
      { name: "price", type: "DOUBLE", repetition_type: "OPTIONAL" },
      { name: "order", type: "INT64", repetition_type: "REQUIRED" },
      { name: "location", ...text },
    ],
  });
  const columns = ["item", "date", "quantity", "kind", "price", "order", "location"] as const;
  file.write({ columnData: columns.map((column) => ({ name: column, data: lines.map((line) => line[column]) })), rowGroupSize: 50 });
  file.finish();
  const path = join(folder, name);
  writeFileSync(path, writer.getBytes());
  return path;
}

test("order lines as Parquet are the same plan as their CSV, figures with three decimals and all", async () => {
  const path = parquetFile("lines.parquet");
  const plan = await planOf({ orders: [await parquetSource(path)] });
  const same = await planOf({
    orders: [
      csv("lines.csv", [
        ["item", "date", "quantity", "kind", "price", "order", "location"],
        ...lines.map(({ item, date, quantity, kind, price, order, location }) => [
          `"${item.replaceAll('"', '""')}"`,
          date.toISOString().slice(0, 10),
          quantity.toFixed(4),
          kind,
          price.toFixed(4),
          String(order),
          location ?? "",
        ]),
      ]),
    ],
  });
  expect(plan.items).toEqual(same.items);
  expect(plan.items.map(({ item }) => item)).toEqual([...items].sort());
  expect(plan.items[0].history.values[0]).toBe(1);
  expect(plan.inputs).toMatchObject([
    { file: "lines.parquet", lines: 120, used: 120, sha256: createHash("sha256").update(readFileSync(path)).digest("hex") },
  ]);
});

async function rowsOf(path: string): Promise<object[]> {
  const rows: object[] = [];
  for await (const row of parquetRows(path)) rows.push(row);
  return rows;
}

test("a Parquet file that is cut, empty, garbled or lies about its pages is refused by name", async () => {
  const whole = readFileSync(parquetFile("whole.parquet"));
  const garbled = (from: number, to: number) => Buffer.from(whole).fill(0xff, from, to);
  const hostile = {
    cut: whole.subarray(0, whole.length / 2),
    empty: Buffer.alloc(0),
    "a name alone": Buffer.from("PAR1"),
    "a footer beyond the file": Buffer.from("PAR1\xff\xff\xff\x7fPAR1", "latin1"),
    "a page without a head": garbled(4, 60),
    "a schema that is none": garbled(whole.length - 200, whole.length - 100),
  };
  for (const [what, bytes] of Object.entries(hostile)) {
    const path = join(folder, "hostile.parquet");
    writeFileSync(path, bytes);
    await expect(rowsOf(path), what).rejects.toMatchObject({ code: "parquet-unread", fault: { why: "damaged" } });
  }
  await expect(parquetSource(join(folder, "hostile.parquet"))).rejects.toMatchObject({
    fault: { code: "parquet-unread", why: "damaged", file: "hostile.parquet" },
  });
});

test("a Parquet file of 20,000 columns is refused by its width before a row is read", async () => {
  const writer = new ByteWriter();
  const names = Array.from({ length: 20_000 }, (_, k) => `c${k}`);
  const type = { type: "INT32", repetition_type: "REQUIRED" } as const;
  const file = new ParquetWriter({
    writer,
    schema: [{ name: "schema", num_children: names.length }, ...names.map((name) => ({ name, ...type }))],
  });
  file.write({ columnData: names.map((name) => ({ name, data: [1] })) });
  file.finish();
  const path = join(folder, "wide.parquet");
  writeFileSync(path, writer.getBytes());
  const begun = process.cpuUsage();
  await expect(rowsOf(path)).rejects.toMatchObject({ code: "too-many-columns" });
  const { user, system } = process.cpuUsage(begun);
  expect((user + system) / 1e6).toBeLessThan(2);
  await expect(parquetSource(path)).rejects.toMatchObject({
    fault: { code: "too-many-columns", most: 2000, file: "wide.parquet" },
  });
});
