import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { afterAll, beforeAll, expect, test } from "vitest";
import { bytesSource, openTable } from "../../src/index.ts";
import { ended, json, ordersCsv, type TestServer, testServer } from "./server.ts";

const media = { csv: "text/csv", xlsx: "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet" };
const items = [
  "item,name,supplier,onHand,leadTimeDays,unitCost,currency",
  ...["A1", "A2", "A3", "A4"].map(
    (item, k) => `${item},Bolt ${k},S${k % 2},${k % 2 === 0 ? 3 : 90_000},14,2.5,EUR`,
  ),
].join("\n");

let server: TestServer;
let plan: string;
beforeAll(async () => {
  server = await testServer();
  await server.call("POST", "/v1/uploads?kind=orders", { body: ordersCsv() });
  await server.call("POST", "/v1/uploads?kind=items", { body: `${items}\n` });
  plan = String((await json(await server.call("POST", "/v1/plans", { body: {} }))).id);
  expect((await ended(server, plan)).state).toBe("done");
  const decide = (item: string, action: string) =>
    server.call("POST", `/v1/plans/${plan}/suggestions/${item}/decision`, { body: { action } });
  expect((await decide("A2", "reject")).status).toBe(200);
});
afterAll(() => server.end());

const asked = (list: string, accept: string, lang = "en") =>
  server.call("GET", `/v1/plans/${plan}/${list}`, { headers: { accept, "accept-language": lang } });

/** A list as a file of a kind. */
async function bytesOf(list: string, medium: keyof typeof media): Promise<Uint8Array> {
  const answer = await asked(list, media[medium]);
  expect([answer.status, answer.headers.get("content-type")]).toEqual([
    200,
    expect.stringContaining(media[medium]),
  ]);
  return new Uint8Array(await answer.arrayBuffer());
}

/** First cells of the records of such a file, without the heading. */
const firstOf = (bytes: Uint8Array): string[] =>
  [...openTable(bytesSource("list", bytes)).records()].map(({ cells }) => cells[0] ?? "");

const firstCells = async (list: string, medium: keyof typeof media) => firstOf(await bytesOf(list, medium));

test.each(["", "?orders=1", "?decision=open", "?decision=reject", "?item=A3", "?item=A4&decision=open"])(
  "suggestions%s: CSV and XLSX hold the lines that JSON holds, those with nothing to order too",
  async (filter) => {
    const { items } = (await json(await asked(`suggestions${filter}`, "application/json"))) as unknown as {
      items: { item: string }[];
    };
    const names = items.map(({ item }) => item).sort();
    expect(names.length).toBeGreaterThan(0);
    expect((await firstCells(`suggestions${filter}`, "csv")).sort()).toEqual(names);
    expect((await firstCells(`suggestions${filter}`, "xlsx")).sort()).toEqual(names);
  },
);

test("the lines of all suggestions are more than those with something to order", async () => {
  expect(await firstCells("suggestions", "csv")).toHaveLength(4);
  expect(await firstCells("suggestions?orders=1", "csv")).toHaveLength(2);
});

test("a list of all lines is its result file byte for byte, of some lines the same lines of it", async () => {
  for (const lang of ["de", "en"])
    for (const [list, name] of [
      ["suggestions?orders=1", "suggestions"],
      ["parameters", "parameters"],
      ["issues", "issues"],
    ]) {
      const file = readFileSync(join(server.folder, "runs", plan, lang, `${name}.csv`), "utf8");
      const whole = Buffer.from(await (await asked(list, media.csv, lang)).arrayBuffer());
      expect(whole.toString("utf8")).toBe(file);
      const linesOf = (text: string) => text.split("\r\n").filter((line) => line.startsWith("A1"));
      expect(linesOf(await (await asked(`${name}?item=A1`, media.csv, lang)).text())).toEqual(linesOf(file));
    }
});

test("forecasts of one item, as CSV and as a workbook, are those of the file", async () => {
  const file = readFileSync(join(server.folder, "runs", plan, "de", "forecasts.csv"), "utf8");
  const own = file.split("\r\n").filter((line) => line.startsWith("A2;"));
  const csv = await (await asked("forecasts?item=A2", media.csv, "de")).text();
  expect(csv.split("\r\n").slice(1, -1)).toEqual(own);
  expect(await firstCells("forecasts?item=A2", "xlsx")).toHaveLength(own.length);
  expect(await firstCells("forecasts", "xlsx")).toHaveLength(file.split("\r\n").length - 2);
});

test("a long list is written in a process of its own: requests go on, and nothing is left of it", async () => {
  const { seq = 0 } = (await server.store.plans.get("default", plan)) ?? {};
  const [{ json: text }] = await server.store.results.list(seq, "items", -1, 1);
  const sample = JSON.parse(text) as object;
  await server.store.results.add(
    seq,
    Array.from({ length: 1500 }, (_, k) => ({
      kind: "items",
      position: 1000 + k,
      item: `L${k}`,
      ordered: false,
      json: JSON.stringify({ ...sample, item: `L${k}` }),
    })),
  );
  let longest = 0;
  let isOver = false;
  const start = performance.now();
  const watching = (async () => {
    while (!isOver) {
      const begun = performance.now();
      await (await fetch(`${server.url}/healthz`)).text();
      longest = Math.max(longest, performance.now() - begun);
    }
  })();
  const [csv, xlsx] = await Promise.all([bytesOf("items", "csv"), bytesOf("items", "xlsx")]);
  isOver = true;
  const whole = performance.now() - start;
  await watching;
  expect([firstOf(csv).length, firstOf(xlsx).length]).toEqual([1504, 1504]);
  // on a slow machine everything takes longer, the others never as long as the list
  expect(longest).toBeLessThan(Math.max(500, whole / 3));
  expect(
    (await server.call("HEAD", `/v1/plans/${plan}/items`, { headers: { accept: media.xlsx } })).status,
  ).toBe(200);
  expect(readdirSync(join(server.folder, "tmp")).filter((name) => name.startsWith("list-"))).toEqual([]);
});

test("the head of a page names the next one, and the last page names none", async () => {
  const first = await asked("masters?limit=3", "application/json");
  const { next } = await json(first);
  expect(first.headers.get("link")).toBe(`<?limit=3&cursor=${next}>; rel="next"`);
  const only = await asked("masters?limit=3&item=A3", "application/json");
  expect([only.headers.get("link"), (await json(only)).next]).toEqual([null, null]);
});

test("items in short are the items without their histories", async () => {
  const short = await json(await asked("masters", "application/json"));
  const whole = (await json(await asked("items", "application/json"))) as unknown as {
    items: Record<string, unknown>[];
  };
  expect(short.items).toEqual(whole.items.map(({ item, name }) => ({ item, name })));
});

test("a line with a decision that was taken back keeps its count of decisions", async () => {
  const reset = { body: { action: "reset" } };
  expect((await server.call("POST", `/v1/plans/${plan}/suggestions/A1/decision`, reset)).status).toBe(200);
  const { items: lines } = (await json(await asked("suggestions", "application/json"))) as unknown as {
    items: { item: string; version: number }[];
  };
  const versions = Object.fromEntries(lines.map(({ item, version }) => [item, version]));
  expect(versions).toEqual({ A1: 1, A2: 1, A3: 0, A4: 0 });
});
