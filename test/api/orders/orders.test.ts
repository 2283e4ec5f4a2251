import { afterAll, beforeAll, expect, test } from "vitest";
import { ended, json, plannedServer, type TestServer } from "../server.ts";

let server: TestServer;
let first: string;
let second: string;
const decide = (plan: string, item: string, body: object) =>
  server.call("POST", `/v1/plans/${plan}/suggestions/${item}/decision`, { body });
const orders = async (query = "") =>
  (await json(await server.call("GET", `/v1/orders${query}`))).items as unknown as Record<string, unknown>[];

beforeAll(async () => {
  ({ plan: first, ...server } = await plannedServer());
  expect((await decide(first, "A2", { action: "change", quantity: 15 })).status).toBe(200);
  expect((await decide(first, "A1", { action: "change", quantity: 25 })).status).toBe(200);
  const made = await json(await server.call("POST", "/v1/plans", { body: { config: { force: true } } }));
  second = String(made.id);
  expect((await ended(server, second)).state).toBe("done");
});
afterAll(() => server.end());

test("an accepted order lives on through later plans, until it is ordered or withdrawn", async () => {
  const lines = (await orders()).map(({ item, state, quantity, supplier, plan }) => [
    item,
    state,
    quantity,
    supplier,
    plan,
  ]);
  expect(lines).toEqual([
    ["A1", "accepted", 25, "S1", first],
    ["A2", "accepted", 15, "S1", first],
  ]);
  const told = { action: "ordered", order: "PO-7", date: "2026-02-03" };
  expect((await decide(first, "A1", told)).status).toBe(200);
  expect((await orders("?state=ordered")).map(({ item, order, date }) => [item, order, date])).toEqual([
    ["A1", "PO-7", "2026-02-03"],
  ]);
  expect((await decide(first, "A2", { action: "reset" })).status).toBe(200);
  expect(await orders("?state=accepted")).toEqual([]);
  expect(await orders("?supplier=nobody")).toEqual([]);
});

test("an order is saved, ordered and delivered step by step, its quantity stays, and nothing else can be", async () => {
  expect((await decide(second, "A4", { action: "saved" })).status).toBe(422);
  expect((await decide(second, "A4", { action: "change", quantity: 12 })).status).toBe(200);
  for (const [action, state] of [
    ["saved", "saved"],
    ["ordered", "ordered"],
    ["delivered", "delivered"],
  ]) {
    const answer = await decide(second, "A4", { action, date: "2026-02-04" });
    expect(await json(answer)).toMatchObject({ action, quantity: 12 });
    expect((await orders(`?state=${state}`)).map(({ item }) => item)).toContain("A4");
  }
  expect((await decide(second, "A4", { action: "reset" })).status).toBe(200);
  expect((await orders()).map(({ item }) => item)).not.toContain("A4");
});

test("a new decision on a plan that a newer one replaced is 409 and names that", async () => {
  const answer = await decide(first, "A3", { action: "accept" });
  const { code, newer } = await json(answer);
  expect([answer.status, code, newer]).toEqual([409, "plan-superseded", second]);
  const body = '{"item":"A3","action":"accept"}\n';
  const bulk = await server.call("POST", `/v1/plans/${first}/decisions`, { body });
  expect(JSON.parse(await bulk.text())).toMatchObject({ error: { code: "plan-superseded" } });
});

test("a page belongs to its plan, and to accept on latest needs the quantity that was seen", async () => {
  const page = await json(await server.call("GET", `/v1/plans/${first}/items?limit=2`));
  const other = await server.call("GET", `/v1/plans/latest/items?limit=2&cursor=${String(page.next)}`);
  const { code, newer } = await json(other);
  expect([other.status, code, newer]).toEqual([409, "plan-superseded", second]);
  expect((await server.call("GET", `/v1/plans/${first}/items?cursor=${String(page.next)}`)).status).toBe(200);
  expect((await decide("latest", "A3", { action: "accept" })).status).toBe(422);
  expect((await decide("latest", "A3", { action: "change", quantity: 9 })).status).toBe(200);
});

test("what is ordered counts as supply, what was delivered by now is part of the stock", async () => {
  const again = async (): Promise<object> => {
    const made = await json(await server.call("POST", "/v1/plans", { body: { config: { force: true } } }));
    await ended(server, String(made.id));
    const { items } = await json(await server.call("GET", `/v1/plans/${made.id}/suggestions?item=A1`));
    return (items as unknown as object[])[0] ?? {};
  };
  expect(await again()).toMatchObject({ onOrder: 25, decision: "ordered" });
  const came = { action: "delivered", date: "2025-06-01" };
  expect((await decide(first, "A1", came)).status).toBe(200);
  const after = await again();
  expect(after).toMatchObject({ onOrder: 0 });
  expect(after).not.toHaveProperty("decision");
});
