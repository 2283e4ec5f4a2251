import { afterAll, beforeAll, expect, test } from "vitest";
import { ended, json, ordersCsv, type TestServer, testServer } from "../server.ts";

let server: TestServer;
let plan: string;
const decide = (body: object, item = "A1") =>
  server.call("POST", `/v1/plans/${plan}/suggestions/${item}/decision`, { body });
const orders = async (query = "") =>
  (await json(await server.call("GET", `/v1/orders${query}`))).items as unknown as Record<string, unknown>[];
const suggestion = async (id: string, item = "A1") =>
  (
    (await json(await server.call("GET", `/v1/plans/${id}/suggestions?item=${item}`)))
      .items as unknown as (Record<string, unknown> & {
      sources: { supplier: string; quantity: number; orderBy: string; receiptBy: string }[];
    })[]
  )[0];
const planned = async () => {
  const made = await json(await server.call("POST", "/v1/plans", { body: { config: { force: true } } }));
  expect((await ended(server, String(made.id))).state).toBe("done");
  return String(made.id);
};

beforeAll(async () => {
  server = await testServer();
  const items = `item,supplier,onHand,leadTimeDays,unitCost,currency,packSize,preferred,share
A1,Far,0,42,2,EUR,,yes,
A1,Near,0,7,3,EUR,25,,
A1,Silent,0,,1,EUR,,,
A2,Far,0,14,2.5,EUR,,,.6
A2,Near,0,14,2.6,EUR,,,.4
`;
  for (const [kind, body] of [
    ["orders", ordersCsv({ items: 2, scale: 10 })],
    ["items", items],
    ["suppliers", "supplier,name,orderDays\nNear,Near & Sons,Wed\nFar,Far Ltd,\nIdle,Idle Inc,\n"],
  ])
    expect((await server.call("POST", `/v1/uploads?kind=${kind}`, { body: body as string })).ok).toBe(true);
  plan = await planned();
});
afterAll(() => server.end());

test("an order that is accepted from another of its suppliers is his, at his price, packs and day", async () => {
  for (const supplier of ["Silent", "Nobody"])
    expect([(await decide({ action: "accept", supplier })).status, await orders()]).toEqual([422, []]);
  const own = await suggestion(plan);
  const offer = own?.sources.find(({ supplier }) => supplier === "Near");
  expect(await json(await decide({ action: "accept", supplier: "Far" }))).toMatchObject({ supplier: null });
  const made = await json(await decide({ action: "accept", supplier: "Near" }));
  expect(made).toMatchObject({ supplier: "Near", quantity: offer?.quantity });
  expect(Number(made.quantity) % 25).toBe(0);
  expect(await suggestion(plan)).toMatchObject({ supplier: "Far", decided: { supplier: "Near" } });
  const near = {
    supplier: "Near",
    unitPrice: 3,
    amount: 3 * Number(made.quantity),
    supplierName: "Near & Sons",
    // his own day of orders, not that of the supplier it was suggested for
    orderBy: offer?.orderBy,
    receiptBy: offer?.receiptBy,
  };
  expect(new Date(String(near.orderBy)).getUTCDay()).toBe(3);
  expect(await orders("?supplier=Near")).toMatchObject([near]);
  expect(await orders("?supplier=Far")).toEqual([]);
});

test("suppliers have their names whether something is ordered from them or not", async () => {
  const { items } = await json(await server.call("GET", `/v1/plans/${plan}/suppliers`));
  expect(items).toEqual([
    { supplier: "Far", name: "Far Ltd" },
    { supplier: "Idle", name: "Idle Inc" },
    { supplier: "Near", name: "Near & Sons" },
  ]);
});

test("what follows on it stays with that supplier, until it is taken back or moved again", async () => {
  expect((await decide({ action: "ordered", supplier: "Far" })).status).toBe(422);
  const quantity = 500;
  const follows = async (body: object) => (await json(await decide(body))).supplier;
  expect(await follows({ action: "change", quantity })).toBe(null);
  expect(await follows({ action: "change", quantity, supplier: "Near" })).toBe("Near");
  expect(await follows({ action: "saved" })).toBe("Near");
  expect(await follows({ action: "ordered", supplier: "Near", order: "17" })).toBe("Near");
  expect(await orders()).toMatchObject([{ supplier: "Near", state: "ordered", quantity, amount: 1500 }]);
  const { items } = await json(await server.call("GET", "/v1/decisions"));
  expect((items as unknown as object[]).at(-1)).toMatchObject({ action: "ordered", supplier: "Near" });
  expect(await follows({ action: "accept", quantity })).toBe("Near");
  expect(await follows({ action: "change", quantity, supplier: "Far" })).toBe(null);
  expect(await follows({ action: "change", quantity, supplier: "Near" })).toBe("Near");
  expect(await follows({ action: "ordered" })).toBe("Near");
  expect(await follows({ action: "reset" })).toBe(null);
  expect(await follows({ action: "accept" })).toBe(null);
});

test("an order that several share can go to one of them whole", async () => {
  expect((await decide({ action: "change", quantity: 100, supplier: "Near" }, "A2")).status).toBe(200);
  expect(await orders("?supplier=Near")).toMatchObject([
    { item: "A2", supplier: "Near", split: null, quantity: 100, amount: 260 },
  ]);
  expect((await decide({ action: "ordered", supplier: "Far" }, "A2")).status).toBe(422);
});

test("above the limit counts what the order costs where it goes, with what else goes there", async () => {
  expect((await decide({ action: "reset" }, "A2")).status).toBe(200);
  expect((await decide({ action: "reset" })).status).toBe(200);
  const limit = { body: { config: {}, calendar: [], approveAbove: 250 } };
  expect((await server.call("PUT", "/v1/settings", limit)).status).toBe(200);
  const change = { action: "change", quantity: 100 };
  expect(await json(await decide(change))).not.toHaveProperty("approval");
  expect(await json(await decide({ ...change, supplier: "Near" }))).toMatchObject({ approval: "awaiting" });
  expect((await decide({ action: "saved" })).status).toBe(409);
  const body = {
    orders: (await orders("?approval=all")).map(({ item, version }) => ({ plan, item, version })),
  };
  expect((await server.call("POST", "/v1/orders/approve", { body })).status).toBe(200);
  expect(await orders()).toMatchObject([{ supplier: "Near", approval: "approved" }]);
  const none = { body: { config: {}, calendar: [], approveAbove: null } };
  expect((await server.call("PUT", "/v1/settings", none)).status).toBe(200);
});

test("many at once may name a supplier each, and the next plan counts on his day", async () => {
  const lines = [
    { item: "A1", action: "change", quantity: 1000, supplier: "Near" },
    { item: "A2", action: "accept", supplier: "Nobody" },
  ];
  const answer = await server.call("POST", `/v1/plans/${plan}/decisions`, {
    body: lines.map((line) => JSON.stringify(line)).join("\n"),
    headers: { "content-type": "application/x-ndjson" },
  });
  const [first, second] = (await answer.text()).trim().split("\n");
  expect(JSON.parse(first ?? "")).toMatchObject({ supplier: "Near", quantity: 1000 });
  expect(JSON.parse(second ?? "")).toMatchObject({ error: { code: "supplier-not-a-source" } });
  const before = await suggestion(plan);
  const next = await suggestion(await planned());
  expect(next).toMatchObject({
    onOrder: 1000,
    quantity: 0,
    decision: "change",
    runsOutOn: expect.any(String),
  });
  // an empty shelf: without the near supplier's seven days it is empty for 42
  expect(next?.attentionCodes ?? []).not.toContain("service-far-below-target");
  expect(before).toMatchObject({ supplier: "Far" });
  expect(await orders("?supplier=Near")).toMatchObject([{ item: "A1", supplier: "Near", plan }]);
});
