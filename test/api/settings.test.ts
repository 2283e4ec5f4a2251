import { execFileSync } from "node:child_process";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { ended, itemsCsv, json, newFolder, ordersCsv, type TestServer, testServer } from "./server.ts";

let server: TestServer;
beforeAll(async () => {
  server = await testServer();
  await server.call("POST", "/v1/uploads?kind=orders", { body: ordersCsv() });
  await server.call("POST", "/v1/uploads?kind=items", { body: itemsCsv() });
});
afterAll(() => server.end());

const put = (body: object, headers: Record<string, string> = {}) =>
  server.call("PUT", "/v1/settings", { body, headers });

/** plan.json of a new plan. */
async function plannedWith(body: object) {
  const { id } = await json(await server.call("POST", "/v1/plans", { body }));
  const end = await ended(server, String(id));
  expect(end.state).toBe("done");
  const plan = await json(await server.call("GET", `/v1/plans/${id}/files/plan.json`));
  return { end, options: plan.options as unknown as Record<string, unknown>, plan };
}

describe("standing settings", () => {
  test("are empty at first, are set with their version, and a change in between is told", async () => {
    expect(await json(await server.call("GET", "/v1/settings"))).toEqual({
      version: 0,
      config: {},
      calendar: [],
      by: null,
      at: null,
    });
    const config = { serviceByClass: { A: 0.99, CZ: 0.9 }, policy: "RS", state: "DE-BY" };
    const calendar = [{ from: "2025-07-07", to: "2025-07-18", kind: "plant-closure" }];
    const set = await put({ config, calendar }, { "if-match": '"0"' });
    expect(set.status).toBe(200);
    expect(await json(set)).toMatchObject({ version: 1, config, calendar, by: "local" });
    const late = await put({ config: {}, calendar: [] }, { "if-match": '"0"' });
    expect([late.status, late.headers.get("etag")]).toEqual([412, '"1"']);
  });

  test("shape every later plan; what a plan is asked for itself goes first", async () => {
    const { options, plan, end } = await plannedWith({});
    expect(options).toMatchObject({
      serviceByClass: { A: 0.99, CZ: 0.9 },
      policy: "RS",
      state: "DE-BY",
      reviewDays: 7,
    });
    const inputs = plan.inputs as unknown as { file: string }[];
    expect(inputs.map(({ file }) => file)).toContain("settings-calendar.csv");
    const { items } = plan as unknown as {
      items: { suggestion: { orderBy: string; receiptBy: string } | null }[];
    };
    const days = items.flatMap(({ suggestion }) =>
      suggestion === null ? [] : [suggestion.orderBy, suggestion.receiptBy],
    );
    expect(days.length).toBeGreaterThan(2);
    expect(days.filter((day) => day >= "2025-07-07" && day <= "2025-07-18")).toEqual([]);
    expect(end.request).toMatchObject({ config: { policy: "RS" } });
    const own = await plannedWith({ config: { policy: "sS" } });
    expect(own.options).toMatchObject({ policy: "sS", state: "DE-BY" });
  });

  test("impossible ones are refused with the reason, in the reader's language", async () => {
    const refused = async (body: object) => {
      const answer = await server.call("PUT", "/v1/settings?lang=de", { body });
      return [answer.status, (await json(answer)).detail];
    };
    expect(await refused({ config: { nothing: 1 }, calendar: [] })).toEqual([
      422,
      "Die Option nothing gibt es in der Konfiguration nicht: bedarf config zeigt alle",
    ]);
    expect(await refused({ config: { asOf: "2025-01-01" }, calendar: [] })).toEqual([
      422,
      "asOf gehört zu einem einzelnen Plan: beim Bestellen des Plans angeben",
    ]);
    const row = { from: "2025-07-07", to: "2025-07-01", kind: "holiday" };
    expect((await refused({ config: {}, calendar: [row] }))[0]).toBe(422);
    expect((await json(await server.call("GET", "/v1/settings"))).version).toBe(1);
  });

  test("a change stands in the audit log with what was before", async () => {
    const { items } = await json(await server.call("GET", "/v1/audit"));
    const entry = (items as unknown as { action: string; detail: object }[]).find(
      ({ action }) => action === "settings.set",
    );
    expect(entry?.detail).toMatchObject({ before: { config: {} }, after: { config: { policy: "RS" } } });
  });
});

test("each caller names the owners he answers for; other tenants see neither those nor the settings", async () => {
  const folder = newFolder();
  const cli = join(import.meta.dirname, "..", "..", "api", "cli.ts");
  const tokenOf = (name: string, tenant: string, scope: string) =>
    execFileSync(
      process.execPath,
      [cli, "token", "create", "--data", folder, "--name", name, "--tenant", tenant, "--scope", scope],
      { encoding: "utf8", stdio: ["ignore", "pipe", "ignore"] },
    ).trim();
  const [anna, ben, other] = [
    tokenOf("anna", "one", "read,upload"),
    tokenOf("ben", "one", "read"),
    tokenOf("other", "two", "read,upload"),
  ];
  const many = await testServer({}, folder);
  try {
    const call = (method: string, path: string, token: string, body?: object) =>
      many.call(method, path, { token, ...(body === undefined ? {} : { body }) });
    expect((await call("PUT", "/v1/me/owners", anna, { owners: ["D01", "D02"] })).status).toBe(200);
    expect((await json(await call("GET", "/v1/me", anna))).owners).toEqual(["D01", "D02"]);
    expect((await json(await call("GET", "/v1/me", ben))).owners).toEqual([]);
    const settings = { config: { policy: "RS" }, calendar: [] };
    expect((await call("PUT", "/v1/settings", ben, settings)).status).toBe(403);
    expect((await call("PUT", "/v1/settings", anna, settings)).status).toBe(200);
    expect((await json(await call("GET", "/v1/settings", ben))).config).toEqual({ policy: "RS" });
    expect((await json(await call("GET", "/v1/settings", other))).config).toEqual({});
  } finally {
    await many.end();
  }
});
