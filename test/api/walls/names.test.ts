import { spawnSync } from "node:child_process";
import { mkdirSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { afterAll, beforeAll, expect, test } from "vitest";
import { examiner } from "../../../api/jobs/examiner.ts";
import { checkedExports, exportFiles } from "../../../api/run/export-files.ts";
import { ended, json, newFolder, type TestServer, testServer } from "../server.ts";

// Names that a program could take for something of its own: kept as themselves through every door, or refused by one.

const nothing = ["null", "NaN"];
const names = ["undefined", "true", "__proto__", "constructor", "toString", "hasOwnProperty", "prototype"];
const months = Array.from(
  { length: 24 },
  (_, m) => `${2023 + Math.floor(m / 12)}-${String((m % 12) + 1).padStart(2, "0")}`,
);

let server: TestServer;
let plan: string;
let told: { report: { issueCounts: Record<string, number> } };
beforeAll(async () => {
  server = await testServer();
  const orders = ["item,date,quantity,supplier,group"];
  for (const [k, name] of [...names, ...nothing].entries())
    for (const [m, month] of months.entries())
      orders.push(`${name},${month}-07,${8 + ((k + m) % 5)},${name},${name}`);
  const items = [
    "item,name,onHand,leadTimeDays,supplier,unitCost,group,successor,likeItem",
    ...names.map((name) => `${name},${name},1,14,${name},2,${name},,`),
  ];
  for (const [kind, lines] of Object.entries({ orders, items })) {
    const sent = await server.call("POST", `/v1/uploads?kind=${kind}`, { body: `${lines.join("\n")}\n` });
    expect(sent.status, await sent.clone().text()).toBe(201);
    if (kind === "orders") told = (await json(sent)) as unknown as typeof told;
  }
  const made = await json(await server.call("POST", "/v1/plans", { body: {} }));
  plan = String(made.id);
  expect(await ended(server, plan)).toMatchObject({ state: "done" });
});
afterAll(() => server.end());

const linesOf = async (answer: Response) =>
  (await answer.text())
    .trim()
    .split("\n")
    .map((line) => JSON.parse(line) as Record<string, unknown>);

const itemsOf = async (path: string) => {
  const { items } = (await json(await server.call("GET", path))) as unknown as {
    items: Record<string, unknown>[];
  };
  return items;
};

test("files keep them: every item is planned as itself, with its own name, supplier and group", async () => {
  const found = await itemsOf(`/v1/plans/${plan}/items?limit=100`);
  expect(found.map(({ item }) => item).sort()).toEqual([...names].sort());
  for (const { item, name, supplier } of await itemsOf(`/v1/plans/${plan}/suggestions?limit=100`))
    expect([name, supplier]).toEqual([item, item]);
  const csv = await server.call("GET", `/v1/plans/${plan}/suggestions`, {
    headers: { accept: "text/csv", "accept-language": "en" },
  });
  const text = await csv.text();
  for (const name of names) expect(text).toMatch(new RegExp(`^${name},${name},${name},`, "m"));
});

test("cells that say that nothing stands there are no item, and are told with their rows", () => {
  expect(Object.values(told.report.issueCounts)).toContain(nothing.length * months.length);
});

test("decisions keep them, one by one, in bulk and in the next plan", async () => {
  const lines = names.map((item) => JSON.stringify({ item, action: "change", quantity: 11, reason: item }));
  const bulk = await server.call("POST", `/v1/plans/${plan}/decisions`, {
    body: `${lines.join("\n")}\n`,
    headers: { "content-type": "application/x-ndjson" },
  });
  expect((await linesOf(bulk)).map(({ item, error }) => [item, error])).toEqual(
    names.map((item) => [item, undefined]),
  );
  for (const name of names) {
    const path = `/v1/plans/${plan}/suggestions/${encodeURIComponent(name)}/decision`;
    expect((await server.call("POST", path, { body: { action: "change", quantity: 12 } })).status, name).toBe(
      200,
    );
    expect(
      await json(await server.call("GET", `/v1/plans/${plan}/items/${encodeURIComponent(name)}`)),
      name,
    ).toMatchObject({ item: name });
  }
  expect((await itemsOf("/v1/orders")).map(({ item }) => item).sort()).toEqual([...names].sort());
  const next = await json(await server.call("POST", "/v1/plans", { body: { config: { force: true } } }));
  expect((await ended(server, String(next.id))).state).toBe("done");
  const counted = await itemsOf(`/v1/plans/${next.id}/suggestions?limit=100`);
  expect(counted.map(({ item, onOrder }) => [item, onOrder])).toEqual(
    [...names].sort().map((name) => [name, 12]),
  );
});

test.each(["forecast", "suggest", "signals"])("%s answers each under its name", async (route) => {
  const more = route === "suggest" ? { onHand: 1, leadTimeDays: 14, reviewDays: 7 } : {};
  const asked = [...names, ...nothing];
  const body = asked
    .map(
      (item, k) =>
        `${JSON.stringify({ item, group: item, bucket: "month", start: "2023-01-01", values: months.map((_, m) => 6 + ((m + k) % 4)), ...more })}\n`,
    )
    .join("");
  const answered = await linesOf(
    await server.call("POST", `/v1/${route}${route === "signals" ? "" : "?pool=none"}`, { body }),
  );
  expect(answered.map(({ item, error }) => [item, error])).toEqual(asked.map((item) => [item, undefined]));
});

test("a file of control characters is no text", async () => {
  const rows = (item: string) => months.map((month) => `${item},${month}-01,5\n`).join("");
  const sent = (text: string) =>
    server.call("POST", "/v1/uploads?kind=orders&source=odd&dryRun=1", {
      body: `item,date,quantity\n${text}`,
    });
  const binary = await sent(rows("K\u00017"));
  expect([binary.status, (await json(binary)).code]).toEqual([415, "not-text"]);
});

test("headings of an export are defused as cells are", () => {
  const shape = { columns: { '=HYPERLINK("x")': "item", "@q": "quantity" }, delimiter: ";" };
  const made = { items: [{ suggestion: { item: "=1+1", quantity: 2 } }], parameters: [] } as never;
  const [[, bytes]] = exportFiles(made, checkedExports({ suggestions: shape }));
  for (const line of new TextDecoder().decode(bytes).trim().split("\r\n"))
    for (const cell of line.split(";")) expect(cell.replace(/^"/, "")).not.toMatch(/^[=@+-]/);
});

test.skipIf(process.platform === "win32")("a job's name stays on its line of the log", () => {
  const folder = newFolder();
  try {
    mkdirSync(join(folder, "in", "night\nother: done\u001b[2J"), { recursive: true });
    const args = [
      "api/cli.ts",
      "batch",
      "--inbox",
      join(folder, "in"),
      "--outbox",
      join(folder, "out"),
      "--once",
    ];
    const { stderr } = spawnSync(process.execPath, args, { encoding: "utf8" });
    expect(stderr.trimEnd().split("\n")).toHaveLength(1);
    expect(stderr).toMatch(/^night\?other: done\?\[2J: failed/);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
});

test("readers of files let tenants take turns, and one with too many waiting files is told so", async () => {
  const folder = newFolder();
  const path = join(folder, "a.csv");
  writeFileSync(path, "item,date,quantity\nA,2024-01-01,1\n");
  const readers = examiner({ dataFolder: folder, processes: 1, memoryMb: 256, longestMs: 60_000 });
  const order: string[] = [];
  const ask = (tenant: string) =>
    readers
      .ask({ task: "preview", file: { path, name: "a.csv" }, answers: {} }, tenant)
      .then(() => order.push(tenant));
  try {
    const asked = [...Array.from({ length: 5 }, () => ask("many")), ask("few")];
    const beyond = Array.from({ length: 20 }, () => ask("many").catch((error: Error) => error.name));
    await Promise.all(asked);
    expect(order.indexOf("few")).toBeLessThanOrEqual(1);
    expect((await Promise.all(beyond)).filter((one) => one === "QueueFullError").length).toBeGreaterThan(0);
  } finally {
    readers.stop();
    rmSync(folder, { recursive: true, force: true });
  }
});
