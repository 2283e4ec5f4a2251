import { mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, expect, test } from "vitest";
import { writeFolder } from "../../api/run/files.ts";
import { recordOf } from "../../api/run/previous-run.ts";
import { resultContents, spokenContents, spokenNames } from "../../api/run/results.ts";
import { planOfTables } from "../../api/tables/export.ts";
import { tableRows } from "../../api/tables/read.ts";
import { daysOf } from "../../src/calendar/bucket.ts";
import {
  type Basket,
  type CashWeek,
  type ForecastChange,
  type LeadTime,
  type OpenOrderAdvice,
  type ParameterChange,
  planJsonChunks,
  runRecord,
  type Signal,
  type Suggestion,
  type TableName,
  type tables,
} from "../../src/index.ts";
import { byteWriter, writtenNumber } from "../../src/report/byte-writer.ts";
import { csv, planOf } from "./run.ts";

const folder = mkdtempSync(join(tmpdir(), "bedarf-tables-"));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

/** Pumps and gaskets of two suppliers, one of them rare, with a peak and an order on its way. */
function rows(): (string | number)[][] {
  const out: (string | number)[][] = [];
  for (let m = 0; m < 30; m++)
    for (let k = 0; k < 14; k++) {
      if (k > 10 && (m * 5 + k) % 6 !== 0) continue;
      const date = `${2021 + Math.floor(m / 12)}-${String((m % 12) + 1).padStart(2, "0")}-${String(3 + k).padStart(2, "0")}`;
      out.push([`PU-${k}`, date, m === 25 && k === 3 ? 900 : 4 + ((m * 3 + k * 5) % 11), "sale"]);
    }
  return out;
}
const heading = ["item", "date", "quantity", "kind"];
const master = csv("pumps.csv", [
  ["item", "supplier", "stock", "lead time days", "price", "currency", "pack size"],
  ...Array.from({ length: 14 }, (_, k) =>
    [`PU-${k}`, k % 2 === 0 ? "North" : "South", k * 3, 9 + k, 2.35 * (k + 1), "EUR", 6] as const),
]);

async function written(name: string, lines: (string | number)[][]): Promise<string> {
  const plan = await planOf({ orders: [csv("sales.csv", [heading, ...lines])], items: [master] });
  writeFolder(join(folder, name), resultContents(plan, null, "en"));
  return join(folder, name);
}
const read = (path: string, name: string) => readFileSync(join(path, name), "utf8");

test("run.json has the same hashes whatever the order of the rows; the tables give back plan.json", async () => {
  const path = await written("one", rows());
  const other = await written("two", rows().reverse());
  const { tables, pool, kpis } = JSON.parse(read(path, "run.json"));
  expect(JSON.parse(read(other, "run.json"))).toMatchObject({ tables, pool, kpis });
  expect(tables).toMatchObject({ items: { rows: 14 }, series: { rows: 14 }, forecasts: { rows: 14 } });
  expect(tables.cash.rows).toBeGreaterThan(0);

  const chunks = planJsonChunks(await planOfTables(path, [], 100, () => expect.unreachable()));
  const sorted = (text: string) => {
    const plan = JSON.parse(text);
    return { ...plan, issues: plan.issues.map((one: object) => JSON.stringify(one)).sort() };
  };
  expect(sorted(Buffer.concat([...chunks]).toString())).toEqual(sorted(read(path, "plan.json")));

  const two = planJsonChunks(await planOfTables(path, ["PU-3", "PU-12"], 2, () => expect.unreachable()));
  const { items, parameters } = JSON.parse(Buffer.concat([...two]).toString());
  expect([items, parameters].map((list) => list.map(({ item }: { item: string }) => item))).toEqual(
    [1, 2].map(() => ["PU-12", "PU-3"]),
  );
  await expect(
    planOfTables(path, [], 13, () => {
      throw new RangeError("too many");
    }),
  ).rejects.toThrow("too many");
});

test("report, workbook and CSV files are made from the tables as the run wrote them", async () => {
  const path = await written("files", rows());
  const plan = await planOfTables(path, [], 100, () => expect.unreachable());
  const made = spokenContents(plan, "en");
  const text = (name: string) => Buffer.concat([...(made.get(name) ?? [])] as Uint8Array[]).toString("latin1");
  // what is said of the files stands in the order of its table
  const lines = (csvText: string) => csvText.split("\r\n").sort();
  expect(lines(text("issues.csv"))).toEqual(lines(readFileSync(join(path, "issues.csv"), "latin1")));
  for (const name of spokenNames)
    if (name !== "issues.csv")
      expect([name, text(name) === readFileSync(join(path, name), "latin1")]).toEqual([name, true]);
});

test("a later run knows of the tables what it knows of plan.json", async () => {
  const path = await written("previous", rows());
  const byJson = await recordOf(path);
  expect(byJson).toEqual(runRecord(JSON.parse(read(path, "plan.json"))));
  rmSync(join(path, "plan.json"));
  expect(await recordOf(path)).toEqual(byJson);
  // what nobody asks of an earlier run is not kept of it
  const items = byJson?.items.map(({ forecast: { cumulative: _, ...forecast }, ...item }) => ({ ...item, forecast }));
  expect(await recordOf(path, false)).toEqual({ ...byJson, items });
  // numbers of all items lie in one block, levels are one list, and no demand is kept beyond lead time + review
  const kept = (await recordOf(path))?.items ?? [];
  const known = kept.flatMap(({ forecast: { cumulative } }) => (cumulative === undefined ? [] : [cumulative]));
  expect(known).toHaveLength(kept.length);
  expect(new Set(known.map(({ levels }) => levels)).size).toBe(1);
  expect(new Set(known.map(({ values }) => values.buffer)).size).toBe(1);
  for (const { coverDays = 1, forecast } of kept)
    expect(forecast.cumulative?.length).toBe(Math.min(forecast.mean.length, Math.floor(coverDays / daysOf.month) + 1));
  rmSync(join(path, "run.json"));
  expect(await recordOf(path)).toBeUndefined();
});

test("items have their slot, days are days, what nobody observed is empty", async () => {
  const path = await written("slots", rows());
  const found = [];
  for await (const row of tableRows(path, "series")) found.push(row);
  expect(found[3]).toMatchObject({ item: "PU-11", start: "2021-06-01" });
  for (const { slot } of found) expect(slot).toBeLessThan(4096);
  expect(new Set(found.map(({ slot }) => slot)).size).toBeGreaterThan(10);
});

/** Fields of a row that its table has no column for. */
type Lacking<Row, Name extends TableName> = Exclude<keyof Row, keyof (typeof tables)[Name]["columns"]>;

test("every field of a row has a column: the compiler names one that was forgotten", () => {
  type Forgotten =
    | Lacking<Signal, "signals">
    | Lacking<Suggestion, "suggestions">
    | Lacking<ParameterChange, "parameters">
    | Lacking<OpenOrderAdvice, "openOrders">
    | Lacking<Basket, "baskets">
    | Lacking<CashWeek, "cash">
    | Lacking<LeadTime, "leadTimes">
    | Lacking<ForecastChange, "changes">;
  const forgotten: Record<Forgotten, true> = {};
  expect(forgotten).toEqual({});
});

test("a figure of a list is read from its table as it is read from plan.json, to the last digit", () => {
  const decoder = new TextDecoder();
  for (const x of [1 / 3, 3.375933845, 0.02595671115, 0.3059738425, 15.50965955, -16.87966925, 1e-7 / 3, 4e12 / 7, 0]) {
    const writer = byteWriter();
    writer.number(x, 46);
    expect(writtenNumber(x)).toBe(Number(decoder.decode(writer.take()[0])));
  }
});
