import { execFileSync } from "node:child_process";
import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { afterAll, beforeAll, expect, test } from "vitest";
import { itemsCsv, json, newFolder, ordersCsv, type TestServer, testServer } from "./server.ts";

let server: TestServer;
beforeAll(async () => {
  server = await testServer();
});
afterAll(() => server.end());

/** Master data with today's reorder points, so that there is something to compare with. */
const master = itemsCsv()
  .trimEnd()
  .split("\n")
  .map((row, k) => `${row},${k === 0 ? "reorderPoint,maximumStock" : "12,40"}`)
  .join("\n");

async function endedReplay(id: string): Promise<Record<string, unknown>> {
  for (let k = 0; k < 600; k++) {
    const row = await json(await server.call("GET", `/v1/replays/${id}`));
    if (row.state !== "queued" && row.state !== "running") return row;
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
  throw new Error(`replay ${id} did not end`);
}

const span = { from: "2024-07-01", to: "2025-05-31" };

test("a replay is refused where its days or files cannot be", async () => {
  const status = async (body: object) => (await server.call("POST", "/v1/replays", { body })).status;
  expect(await status(span)).toBe(422);
  await server.call("POST", "/v1/uploads?kind=orders", { body: ordersCsv() });
  await server.call("POST", "/v1/uploads?kind=items", { body: master });
  expect(await status({ from: "2025-01-01", to: "2024-01-01" })).toBe(422);
  expect(await status({ ...span, from: "2024-02-30" })).toBe(422);
  expect(await status({ ...span, uploads: ["u-none"] })).toBe(404);
  expect(await status({ ...span, config: { nothing: 1 } })).toBe(422);
  expect((await server.call("GET", "/v1/replays/latest")).status).toBe(404);
});

test("the server lives the past again as the command line does, byte for byte", async () => {
  const ordered = await server.call("POST", "/v1/replays", {
    body: span,
    headers: { "idempotency-key": "replay-1" },
  });
  expect(ordered.status).toBe(202);
  const { id } = await json(ordered);
  expect(ordered.headers.get("location")).toBe(`/v1/replays/${id}`);
  const done = await endedReplay(String(id));
  expect(done).toMatchObject({ state: "done", summary: { ...span, items: 4 } });
  const file = async (name: string, lang = "en") =>
    Buffer.from(
      await (await server.call("GET", `/v1/replays/${id}/files/${name}?lang=${lang}`)).arrayBuffer(),
    ).toString("utf8");

  const folder = newFolder();
  writeFileSync(join(folder, "orders.csv"), ordersCsv());
  writeFileSync(join(folder, "items.csv"), master);
  const cli = join(import.meta.dirname, "..", "..", "api", "cli.ts");
  const argumentsOf = ["replay", "orders.csv", "--items", "items.csv", "--from", span.from, "--to", span.to];
  execFileSync(process.execPath, [cli, ...argumentsOf, "--lang", "de", "--out", "out"], {
    cwd: folder,
    stdio: ["ignore", "ignore", "pipe"],
  });
  const own = (name: string) => readFileSync(join(folder, "out", name), "utf8");
  expect(await file("replay.json")).toBe(own("replay.json"));
  expect(await file("replay.csv", "de")).toBe(own("replay.csv"));
  const { policies, frontier } = JSON.parse(own("replay.json")) as {
    policies: { policy: string }[];
    frontier: unknown[];
  };
  expect(policies.map(({ policy }) => policy)).toEqual(
    expect.arrayContaining(["bedarf", "as-is", "naive", "oracle"]),
  );
  expect(frontier.length).toBeGreaterThan(2);
});

test("a replay is no plan: it is not the latest one, not in the list, and the plan's routes do not know it", async () => {
  const { items } = await json(await server.call("GET", "/v1/replays"));
  const [{ id }] = items as unknown as [{ id: string }];
  expect((await server.call("GET", "/v1/plans/latest")).status).toBe(404);
  expect((await json(await server.call("GET", "/v1/plans"))).items).toEqual([]);
  expect((await server.call("GET", `/v1/plans/${id}`)).status).toBe(404);
  const { items: log } = await json(await server.call("GET", "/v1/audit"));
  const actions = (log as unknown as { action: string; object: string }[])
    .filter(({ object }) => object === id)
    .map(({ action }) => action);
  expect(actions.sort()).toEqual(["replay.done", "replay.order"]);
});

test("a replay that cannot be made says why in one line", async () => {
  const body = { from: "1999-01-01", to: "1999-12-31" };
  const { id } = await json(await server.call("POST", "/v1/replays", { body }));
  expect(await endedReplay(String(id))).toMatchObject({ state: "failed", code: "not-acceptable" });
});
