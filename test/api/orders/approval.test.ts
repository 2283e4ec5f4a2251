import { afterAll, beforeAll, expect, test } from "vitest";
import { json, plannedServer, type TestServer } from "../server.ts";

let server: TestServer;
let plan: string;
let tokens: Record<"buyer" | "head" | "boss", string>;

const decide = (item: string, body: object, token?: string) =>
  server.call("POST", `/v1/plans/${plan}/suggestions/${item}/decision`, {
    body,
    ...(token === undefined ? {} : { token }),
  });
const own = (token?: string) => (token === undefined ? {} : { token });
const orders = async (query: string, token?: string) =>
  (await json(await server.call("GET", `/v1/orders${query}`, own(token)))).items as unknown as {
    item: string;
    version: number;
    approval?: string;
  }[];
const fetched = async (token?: string) =>
  (
    (await json(await server.call("GET", "/v1/decisions", own(token)))).items as unknown as {
      item: string;
      action: string;
      approval?: string;
    }[]
  ).map(({ item, action, approval = "-" }) => `${item} ${action} ${approval}`);
const limit = (approveAbove: number | null | undefined, token?: string, config = {}) =>
  server.call("PUT", "/v1/settings", {
    body: { config, calendar: [], ...(approveAbove === undefined ? {} : { approveAbove }) },
    ...own(token),
  });
const approve = (item: string, version: number, token?: string) =>
  server.call("POST", "/v1/orders/approve", { body: { orders: [{ plan, item, version }] }, ...own(token) });

beforeAll(async () => {
  ({ plan, ...server } = await plannedServer());
});
afterAll(() => server.end());

test("without a limit an order of any value goes its way, and says nothing of approval", async () => {
  const made = await json(await decide("A1", { action: "change", quantity: 100_000 }));
  expect(made).not.toHaveProperty("approval");
  expect(await json(await server.call("GET", "/v1/settings"))).not.toHaveProperty("approveAbove");
  expect(await orders("")).toHaveLength(1);
  expect((await decide("A1", { action: "ordered" })).status).toBe(200);
  expect((await decide("A1", { action: "reset" })).status).toBe(200);
});

test("above the limit an order waits: it is in no list, fetched by no program, saved and ordered by nobody", async () => {
  expect((await limit(300)).status).toBe(200);
  // 2.50 each: 250 stay below, and what goes beyond with the same supplier waits
  expect(await json(await decide("A1", { action: "change", quantity: 100 }))).not.toHaveProperty("approval");
  expect(await json(await decide("A2", { action: "change", quantity: 20 }))).toMatchObject({
    approval: "awaiting",
  });
  expect((await orders("")).map(({ item }) => item)).toEqual(["A1"]);
  expect((await orders("?approval=all")).map(({ item, approval }) => [item, approval])).toEqual([
    ["A1", undefined],
    ["A2", "awaiting"],
  ]);
  const listed = async (decision: string) =>
    await (
      await server.call("GET", `/v1/plans/${plan}/suggestions?decision=${decision}`, {
        headers: { accept: "text/csv", "accept-language": "en" },
      })
    ).text();
  expect([(await listed("change")).includes("A2"), (await listed("awaiting")).includes("A2")]).toEqual([
    false,
    true,
  ]);
  expect((await fetched()).filter((one) => one.startsWith("A2"))).toEqual([]);
  for (const action of ["saved", "ordered", "delivered"]) {
    const answer = await decide("A2", { action });
    expect([answer.status, (await json(answer)).code]).toEqual([409, "approval-needed"]);
  }
  // nor is it ordered past the acceptance, one by one or many at once, nor with another quantity
  expect((await decide("A3", { action: "ordered", quantity: 1000 })).status).toBe(409);
  expect((await decide("A1", { action: "ordered", quantity: 1000 })).status).toBe(409);
  const bulk = await server.call("POST", `/v1/plans/${plan}/decisions`, {
    body: '{"item":"A3","action":"accept","quantity":1}\n{"item":"A4","action":"accept","quantity":500}\n{"item":"A4","action":"ordered"}\n',
  });
  const [small, large, ordered] = (await bulk.text())
    .trim()
    .split("\n")
    .map((line) => JSON.parse(line) as object);
  expect(small).not.toHaveProperty("approval");
  expect(large).toMatchObject({ approval: "awaiting" });
  expect(ordered).toMatchObject({ error: { code: "approval-needed" } });
});

test("once approved it is fetched, goes its way, and waits again when its quantity grows", async () => {
  const [waiting] = (await orders("?approval=all")).filter(({ item }) => item === "A2");
  expect((await approve("A2", 9)).status).toBe(422);
  expect((await approve("A1", 1)).status).toBe(422);
  const made = await json(await approve("A2", waiting?.version ?? 0));
  expect(made.items).toMatchObject([{ item: "A2", action: "change", quantity: 20, approval: "approved" }]);
  expect(await fetched()).toContain("A2 change approved");
  expect((await orders("")).map(({ item }) => item)).toContain("A2");
  const { items } = await json(await server.call("GET", "/v1/audit"));
  expect((items as unknown as { action: string }[]).map(({ action }) => action)).toContain(
    "decision.approve",
  );
  expect(await json(await decide("A2", { action: "saved" }))).toMatchObject({ approval: "approved" });
  expect(await json(await decide("A2", { action: "change", quantity: 400 }))).toMatchObject({
    approval: "awaiting",
  });
  expect((await decide("A2", { action: "reset" })).status).toBe(200);
});

test("a value that is not known in the firm's currency is above every limit, one with a rate is compared", async () => {
  expect((await limit(1e6, undefined, { currency: "CHF" })).status).toBe(200);
  expect(await json(await decide("A2", { action: "change", quantity: 1 }))).toMatchObject({
    approval: "awaiting",
  });
  expect((await limit(undefined, undefined, { currency: "CHF", rates: { EUR: 0.9 } })).status).toBe(200);
  expect(await json(await decide("A2", { action: "change", quantity: 2 }))).not.toHaveProperty("approval");
});

test("with tokens whoever accepted does not approve, the right is a scope of its own, and the limit is for admins", async () => {
  const token = (name: string, scopes: readonly ("read" | "upload" | "decide" | "approve" | "admin")[]) =>
    server.store.tokens.create({ name, tenant: "default", scopes });
  tokens = {
    buyer: await token("buyer", ["read", "upload", "decide"]),
    head: await token("head", ["read", "decide", "approve"]),
    boss: await token("boss", ["admin"]),
  };
  expect((await limit(null, tokens.buyer)).status).toBe(403);
  expect((await limit(1, tokens.boss)).status).toBe(200);
  // a program that does not know of the limit keeps it
  expect((await limit(undefined, tokens.buyer)).status).toBe(200);
  expect(await json(await server.call("GET", "/v1/settings", own(tokens.buyer)))).toMatchObject({
    approveAbove: 1,
  });
  const made = await json(await decide("A2", { action: "change", quantity: 7 }, tokens.head));
  expect(made).toMatchObject({ approval: "awaiting", by: "head" });
  const version = Number(made.version);
  expect((await approve("A2", version, tokens.buyer)).status).toBe(403);
  const self = await approve("A2", version, tokens.head);
  expect([self.status, (await json(self)).code]).toEqual([403, "own-decision"]);
  expect((await approve("A2", version, tokens.boss)).status).toBe(200);
  expect((await decide("A2", { action: "ordered" }, tokens.buyer)).status).toBe(200);
  expect((await limit(null, tokens.boss)).status).toBe(200);
  expect(await json(await server.call("GET", "/v1/settings", own(tokens.boss)))).not.toHaveProperty(
    "approveAbove",
  );
});
