import { createHash } from "node:crypto";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { gzipSync } from "node:zlib";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { bytesSource, readOrders } from "../../src/index.ts";
import { workbookFile } from "../ingest/table/grid.ts";
import { ended, itemsCsv, json, ordersCsv, plannedServer, type TestServer, testServer } from "./server.ts";

let server: TestServer;
let plan: string;
beforeAll(async () => {
  ({ plan, ...server } = await plannedServer());
});
afterAll(() => server.end());

const list = async (path: string, headers: Record<string, string> = {}) =>
  (await json(await server.call("GET", path, { headers }))).items as Record<string, unknown>[];

describe("uploads", () => {
  test("known content is the same upload, gzip is unpacked, a dry run keeps nothing", async () => {
    const again = await server.call("POST", "/v1/uploads?kind=orders", { body: ordersCsv() });
    expect(again.status).toBe(200);
    const { id } = await json(again);
    expect((await list("/v1/uploads")).map((one) => one.id)).toContain(id);
    const packed = await server.call("POST", "/v1/uploads?kind=items&source=gz&dryRun=1", {
      body: gzipSync(itemsCsv(3)),
    });
    expect(packed.status).toBe(200);
    const { report } = await json(packed);
    expect((report as unknown as { rows: number }).rows).toBe(3);
    expect((await list("/v1/uploads")).some((one) => one.source === "gz")).toBe(false);
  });

  test("a full file replaces its source, a delta changes its lines, an undo brings the old ones back", async () => {
    const other = await testServer();
    try {
      const send = async (body: string, mode: string, dry = "") =>
        json(await other.call("POST", `/v1/uploads?kind=orders&source=erp&mode=${mode}${dry}`, { body }));
      await send(ordersCsv({ items: 2 }), "full");
      const delta =
        "order,line,item,date,quantity,kind,price\nD3,1,A1,2023-04-15,500,sale,2.50\nD99,1,A1,2025-06-20,7,sale,2.50\n";
      const dry = await send(delta, "delta", "&dryRun=1");
      expect((dry.report as unknown as { changes: object }).changes).toEqual({
        new: 1,
        changed: 1,
        known: 0,
        vanished: 0,
      });
      const added = await send(delta, "delta");
      const planOf = async () => {
        const { id } = await json(
          await other.call("POST", "/v1/plans", { body: { config: { force: true } } }),
        );
        await ended(other, String(id));
        const item = await json(await other.call("GET", `/v1/plans/${id}/items/A1`));
        return (item.history as unknown as { values: number[] }).values[3];
      };
      expect(await planOf()).toBe(500);
      expect((await other.call("DELETE", `/v1/uploads/${added.id}`)).status).toBe(200);
      expect(await planOf()).toBe(10 + ((3 * 3) % 9));
      const smaller = await send(ordersCsv({ items: 1 }), "full", "&dryRun=1");
      expect((smaller.report as unknown as { changes: { vanished: number } }).changes.vanished).toBe(30);
    } finally {
      await other.end();
    }
  });

  test("a plan counts every row of the files as they were sent, and those that a later file brings anew, as the command line does", async () => {
    const other = await testServer();
    try {
      const full = ordersCsv({ items: 2 });
      const delta = `${full.split("\n").slice(0, 5).join("\n")}\nD99,1,A1,2025-06-20,7,sale,2.50\n`;
      for (const [body, mode] of [
        [full, "full"],
        [delta, "delta"],
      ] as const)
        await other.call("POST", `/v1/uploads?kind=orders&source=erp&mode=${mode}`, { body });
      const { id } = await json(await other.call("POST", "/v1/plans", { body: {} }));
      await ended(other, String(id));
      const { inputs } = await json(await other.call("GET", `/v1/plans/${id}/files/plan.json`));
      const counts = (inputs as unknown as Record<string, unknown>[]).map(
        ({ lines, used, repeated, sha256 }) => ({
          lines,
          used,
          repeated,
          sha256,
        }),
      );
      const sha = (text: string) => createHash("sha256").update(text).digest("hex");
      expect(counts).toEqual([
        { lines: 60, used: 60, repeated: 4, sha256: sha(full) },
        { lines: 5, used: 5, repeated: undefined, sha256: sha(delta) },
      ]);
      const files = [full, delta].map((text, k) => bytesSource(`${k}.csv`, Buffer.from(text)));
      expect(readOrders(files).inputs).toMatchObject([
        { file: "0.csv", lines: 60, used: 60, repeated: 4 },
        { file: "1.csv", lines: 5, used: 5 },
      ]);
    } finally {
      await other.end();
    }
  });

  test("files of which a later one brings every row anew are counted and not read: the plan, a replay and its figures are those of the last", async () => {
    const other = await testServer();
    try {
      const first = ordersCsv({ items: 2 });
      const again = ordersCsv({ items: 2, scale: 4 });
      for (const body of [first, again])
        await other.call("POST", "/v1/uploads?kind=orders&source=shop&mode=delta", { body });
      await other.call("POST", "/v1/uploads?kind=items", { body: itemsCsv(2) });
      const { id } = await json(await other.call("POST", "/v1/plans", { body: { config: { force: true } } }));
      expect(await ended(other, String(id))).toMatchObject({ state: "done" });
      const { inputs } = await json(await other.call("GET", `/v1/plans/${id}/files/plan.json`));
      expect(inputs).toMatchObject([
        { lines: 60, used: 60 },
        { lines: 2 },
        { lines: 60, used: 60, repeated: 60, sha256: createHash("sha256").update(first).digest("hex") },
      ]);
      const replay = await other.call("POST", "/v1/replays", {
        body: { from: "2025-01-01", to: "2025-06-30" },
      });
      expect(replay.status).toBe(202);
      const { id: replayId } = await json(replay);
      const stateOf = async () => json(await other.call("GET", `/v1/replays/${replayId}`));
      await expect
        .poll(async () => (await stateOf()).state, { timeout: 100_000 })
        .not.toMatch(/queued|running/);
      expect(await stateOf()).toMatchObject({ state: "done" });
    } finally {
      await other.end();
    }
  });

  test("order heads and lines in two files, master data by another number, a stock list by place: suggestions, no question", async () => {
    const other = await testServer();
    const csv = (rows: readonly (readonly (string | number)[])[]) =>
      rows.map((row) => row.join(",")).join("\n");
    const months = Array.from({ length: 24 }, (_, m) => m);
    const day = (m: number) => `${2023 + Math.floor(m / 12)}-${String((m % 12) + 1).padStart(2, "0")}-15`;
    const heads = [["PurchaseOrderID", "VendorID", "OrderDate"], ...months.map((m) => [m + 1, 7, day(m)])];
    const lines = [
      ["PurchaseOrderID", "PurchaseOrderDetailID", "ProductID", "OrderQty", "UnitPrice", "ReceivedQty"],
      ...months.flatMap((m) =>
        [318, 319].map((item, k) => [m + 1, 2 * m + k, item, 40 + ((m * 7) % 9), 2.5, 40]),
      ),
    ];
    const products = [
      ["ProductID", "Name", "ProductNumber"],
      [318, "Bolt", "BO-1"],
      [319, "Nut", "NU-1"],
    ];
    const vendors = [
      ["ProductID", "BusinessEntityID", "AverageLeadTime", "StandardPrice", "MinOrderQty"],
      [318, 7, 21, 2.5, 10],
      [319, 7, 21, 2.5, 10],
    ];
    const stock = [
      ["ProductID", "LocationID", "Shelf", "Quantity"],
      [318, 1, "A", 3],
      [318, 2, "B", 4],
      [319, 1, "A", 9],
    ];
    try {
      for (const [kind, source, rows] of [
        ["orders", "", heads],
        ["orders", "", lines],
        ["items", "&source=a", products],
        ["items", "&source=b", vendors],
        ["items", "&source=c", stock],
      ] as const)
        await other.call("POST", `/v1/uploads?kind=${kind}${source}`, { body: csv(rows) });
      const { id } = await json(await other.call("POST", "/v1/plans", { body: {} }));
      expect((await ended(other, String(id))).state).toBe("done");
      expect(await json(await other.call("GET", "/v1/answers"))).toMatchObject({ questions: [] });
      const { name, suggestion } = await json(await other.call("GET", `/v1/plans/${id}/items/318`));
      expect(name).toBe("Bolt");
      expect(suggestion).toMatchObject({ onHand: 7, supplier: "7" });
      expect((suggestion as unknown as { quantity: number }).quantity).toBeGreaterThan(20);
    } finally {
      await other.end();
    }
  });

  test("what is no table is 415, nothing usable 422, too much 413, an unknown kind 422", async () => {
    const status = async (query: string, body: string | Uint8Array) =>
      (await server.call("POST", `/v1/uploads?${query}`, { body })).status;
    expect(await status("kind=orders", "%PDF-1.7 nothing")).toBe(415);
    expect(await status("kind=orders", Buffer.from("d0cf11e0a1b11ae1", "hex"))).toBe(415);
    for (const name of ["cells.xls", "cells.xlsb", "cells.ods"])
      expect(await status("kind=orders&source=book&dryRun=1", workbookFile(name)), name).toBe(200);
    expect(await status("kind=orders", "item,date,quantity\nA1,never,x\n")).toBe(422);
    expect(await status("kind=orders", "")).toBe(422);
    expect(await status("kind=nothing", "a,b\n1,2\n")).toBe(422);
    const small = await testServer({ bodyBytes: 1000 });
    try {
      const chunks = new ReadableStream({
        pull(controller) {
          controller.enqueue(Buffer.alloc(600, "x"));
        },
      });
      const answer = await fetch(`${small.url}/v1/uploads?kind=orders`, {
        method: "POST",
        body: chunks,
        duplex: "half",
      } as RequestInit).catch((error: unknown) => error as Error);
      // The socket may be closed before a client has read the answer.
      if (answer instanceof Response) expect(answer.status).toBe(413);
      expect((await small.call("POST", "/v1/uploads?kind=orders", { body: "x".repeat(2000) })).status).toBe(
        413,
      );
      expect((await small.call("GET", "/v1/uploads")).status).toBe(200);
    } finally {
      await small.end();
    }
  });

  test("inspect says what a file is and keeps nothing", async () => {
    const before = (await list("/v1/uploads")).length;
    const answer = await json(
      await server.call("POST", "/v1/inspect?kind=orders", { body: ordersCsv({ items: 1, months: 3 }) }),
    );
    expect((answer.inspection as unknown as { kind: string }).kind).toBe("orders");
    expect(answer.samples as unknown[]).toHaveLength(3);
    expect((await list("/v1/uploads")).length).toBe(before);
  });
});

describe("plans and results", () => {
  test("all pages together are all rows, in their order", async () => {
    const whole = await list(`/v1/plans/${plan}/forecasts?limit=1000`);
    const pages: unknown[] = [];
    for (let cursor = ""; ; ) {
      const page = await json(await server.call("GET", `/v1/plans/${plan}/forecasts?limit=3${cursor}`));
      pages.push(...(page.items as unknown[]));
      if (page.next === null) break;
      cursor = `&cursor=${page.next}`;
    }
    expect(pages).toEqual(whole);
    expect(whole.map((one) => one.item)).toEqual(["A1", "A2", "A3", "A4"]);
  });

  test("numbers are those of plan.json, and CSV and XLSX are the files of the result folder", async () => {
    const file = JSON.parse(readFileSync(join(server.folder, "runs", plan, "plan.json"), "utf8")) as {
      items: { item: string; suggestion: object; forecast: object }[];
    };
    const [suggestion] = await list(`/v1/plans/${plan}/suggestions?item=A2`);
    const { version, ...numbers } = suggestion as Record<string, unknown>;
    expect(version).toBe(0);
    expect(numbers).toEqual(file.items[1]?.suggestion);
    const [forecast] = await list(`/v1/plans/${plan}/forecasts?item=A2`);
    expect(forecast).toEqual(file.items[1]?.forecast);
    const csv = await server.call("GET", `/v1/plans/${plan}/suggestions?orders=1`, {
      headers: { accept: "text/csv", "accept-language": "de" },
    });
    const bytes = Buffer.from(await csv.arrayBuffer());
    expect(bytes.equals(readFileSync(join(server.folder, "runs", plan, "de", "suggestions.csv")))).toBe(true);
    for (const kind of ["suggestions", "forecasts", "baskets", "kpis", "issues"]) {
      const accept = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";
      const book = await server.call("GET", `/v1/plans/${plan}/${kind}`, { headers: { accept } });
      expect(
        Buffer.from(await book.arrayBuffer())
          .subarray(0, 2)
          .toString(),
      ).toBe("PK");
    }
  });

  test("an unchanged list answers 304, a decision changes its tag", async () => {
    const path = `/v1/plans/${plan}/suggestions?limit=2`;
    const first = await server.call("GET", path);
    const etag = first.headers.get("etag") ?? "";
    expect((await server.call("GET", path, { headers: { "if-none-match": etag } })).status).toBe(304);
    await server.call("POST", `/v1/plans/${plan}/suggestions/A1/decision`, { body: { action: "reject" } });
    expect((await server.call("GET", path, { headers: { "if-none-match": etag } })).status).toBe(200);
    await server.call("POST", `/v1/plans/${plan}/suggestions/A1/decision`, { body: { action: "reset" } });
  });

  test("what can be known to be wrong is refused before the plan runs", async () => {
    const status = async (body: object | string) => (await server.call("POST", "/v1/plans", { body })).status;
    expect(await status({ asOf: "2025-02-30" })).toBe(422);
    expect(await status({ surprise: 1 })).toBe(422);
    expect(await status({ uploads: ["u-none"] })).toBe(404);
    expect(await status({ pool: "p-none" })).toBe(404);
    expect(await status({ config: { serviceLevel: 300 } })).toBe(422);
    expect(await status("{")).toBe(400);
  });

  test("the history of an item has every run's forecast of each bucket", async () => {
    const history = await json(await server.call("GET", "/v1/items/A1/history"));
    expect((history.targets as { bucket: string }[])[0]?.bucket).toBe("2025-06-01");
    expect((await server.call("GET", "/v1/items/nobody/history")).status).toBe(404);
  });

  test("half an export is held, the last plan stays, and force plans it with a note in the audit log", async () => {
    const other = await testServer();
    try {
      const send = (items: number) =>
        other.call("POST", "/v1/uploads?kind=orders&source=erp&mode=full", { body: ordersCsv({ items }) });
      const run = async (body: object) =>
        ended(other, String((await json(await other.call("POST", "/v1/plans", { body }))).id));
      await send(4);
      const whole = await run({});
      await send(2);
      const half = await run({});
      expect(half).toMatchObject({ state: "held", code: "volume-guard" });
      expect((await json(await other.call("GET", "/v1/plans/latest"))).id).toBe(whole.id);
      expect(await run({ config: { force: true } })).toMatchObject({ state: "done" });
      const audit = (await json(await other.call("GET", "/v1/audit"))).items as { action: string }[];
      expect(audit.map(({ action }) => action)).toContain("plan.forced");
      const states: unknown[] = [];
      for (let cursor: unknown = ""; cursor !== null; ) {
        const page = await json(
          await other.call("GET", `/v1/plans?limit=2${cursor === "" ? "" : `&cursor=${cursor}`}`),
        );
        states.push(...(page.items as { state: string }[]).map(({ state }) => state));
        cursor = page.next;
      }
      expect(states).toEqual(["done", "held", "done"]);
    } finally {
      await other.end();
    }
  });
});

describe("decisions", () => {
  test("each decision is a version; If-Match refuses what came between", async () => {
    const path = `/v1/plans/${plan}/suggestions/A2/decision`;
    const first = await json(
      await server.call("POST", path, { body: { action: "accept" }, headers: { "if-match": '"0"' } }),
    );
    const [suggestion] = await list(`/v1/plans/${plan}/suggestions?item=A2`);
    expect(first).toMatchObject({ version: 1, quantity: suggestion?.quantity });
    const late = await server.call("POST", path, {
      body: { action: "reject" },
      headers: { "if-match": '"0"' },
    });
    expect(late.status).toBe(412);
    expect((await server.call("POST", path, { body: { action: "change" } })).status).toBe(422);
    expect((await list(`/v1/plans/${plan}/suggestions?decision=accept`)).map((one) => one.item)).toEqual([
      "A2",
    ]);
    expect(
      (
        await server.call("POST", `/v1/plans/${plan}/suggestions/none/decision`, {
          body: { action: "accept" },
        })
      ).status,
    ).toBe(404);
  });

  test("the bulk answers each line, the feed gives them from a cursor on", async () => {
    const body =
      '{"item":"A3","action":"change","quantity":40}\n{"item":"none","action":"accept"}\nnot json\n';
    const answer = await server.call("POST", `/v1/plans/${plan}/decisions`, { body });
    const lines = (await answer.text())
      .trim()
      .split("\n")
      .map((line) => JSON.parse(line) as Record<string, unknown>);
    expect(lines[0]).toMatchObject({ item: "A3", quantity: 40 });
    expect(lines[1]).toMatchObject({ item: "none", error: { code: "item-unknown", line: 2 } });
    expect(lines[2]).toMatchObject({ error: { code: "not-json", line: 3 } });
    const feed = await json(await server.call("GET", "/v1/decisions?since=0"));
    const rest = await json(await server.call("GET", `/v1/decisions?since=${feed.cursor}`));
    expect((feed.items as { item: string }[]).at(-1)?.item).toBe("A3");
    expect(rest).toEqual({ items: [], next: null, cursor: feed.cursor });
  });
});

describe("streams", () => {
  const series = (n: number) =>
    `${JSON.stringify({ item: `S${n}`, bucket: "month", start: "2022-01-01", values: Array.from({ length: 36 }, (_, k) => 20 + ((k * 7 + n) % 11)), horizon: 3 })}\n`;

  test("a forecast by the API is the command line's, byte for byte, alone and in company", async () => {
    const { spawnSync } = await import("node:child_process");
    const body = `${series(1) + series(2)}nonsense\n`;
    const ask = async (input: string) =>
      (await server.call("POST", `/v1/forecast?pool=${plan}`, { body: input })).text();
    const [api, alone] = await Promise.all([ask(body), ask(series(2))]);
    const pool = join(server.folder, "runs", plan, "pool.json");
    const cli = spawnSync(process.execPath, ["api/cli.ts", "forecast", "-", "--pool", pool], {
      input: body,
      encoding: "utf8",
    });
    expect(api).toBe(cli.stdout);
    expect(api.split("\n")[1]).toBe(alone.trim());
  });

  test("an input without a series is 422, an unknown pool is 404, and slots are free again", async () => {
    expect((await server.call("POST", "/v1/forecast?pool=none", { body: "" })).status).toBe(422);
    expect((await server.call("POST", "/v1/forecast?pool=p-none", { body: series(1) })).status).toBe(404);
    expect((await server.call("POST", "/v1/signals", { body: series(1) })).status).toBe(200);
  });
});

test("every answer has the strict headers, and the page a policy without inline scripts", async () => {
  for (const path of ["/", "/healthz", "/v1/plans", "/nothing", "/openapi.json"]) {
    const { headers } = await server.call("GET", path);
    expect(headers.get("x-content-type-options")).toBe("nosniff");
    expect(headers.get("referrer-policy")).toBe("no-referrer");
    expect(headers.get("content-security-policy")).toContain("default-src 'none'");
    expect(headers.get("content-security-policy")).not.toContain("unsafe");
    expect(headers.get("access-control-allow-origin")).toBeNull();
    expect(headers.get("x-request-id")).toMatch(/^[\w-]+$/);
  }
});

test("errors are problem details in the caller's language, without a stack or a path", async () => {
  for (const [language, title] of [
    ["de", "Nicht gefunden"],
    ["en", "Not found"],
  ] as const) {
    const answer = await server.call("GET", "/v1/plans/p-none", { headers: { "accept-language": language } });
    expect(answer.headers.get("content-type")).toBe("application/problem+json");
    const problem = await json(answer);
    expect(problem).toMatchObject({ status: 404, title, code: "not-found", instance: "/v1/plans/p-none" });
    expect(JSON.stringify(problem)).not.toMatch(/node_modules|\.ts:|\/tmp\//);
  }
  const wrong = await server.call("PATCH", "/v1/plans");
  expect(wrong.status).toBe(405);
  expect(wrong.headers.get("allow")).toBe("POST, GET");
});
