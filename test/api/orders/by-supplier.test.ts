import { afterAll, beforeAll, expect, test } from "vitest";
import { ended, json, ordersCsv, type TestServer, testServer } from "../server.ts";

let server: TestServer;
let plan: string;
const decide = (body: object) => server.call("POST", `/v1/plans/${plan}/suggestions/A1/decision`, { body });
const orders = async (query = "") =>
  (await json(await server.call("GET", `/v1/orders${query}`))).items as unknown as {
    item: string;
    state: string;
    parts: { supplier: string; quantity: number; state: string; order: string | null }[];
  }[];
const planned = async () => {
  const made = await json(await server.call("POST", "/v1/plans", { body: { config: { force: true } } }));
  expect((await ended(server, String(made.id))).state).toBe("done");
  return String(made.id);
};

beforeAll(async () => {
  server = await testServer();
  const items = `item,supplier,onHand,leadTimeDays,unitCost,currency,share
A1,N,0,14,2.5,EUR,.6
A1,S,0,14,2.6,EUR,.4
A2,N,5,14,3,EUR,
`;
  for (const [kind, body] of [
    ["orders", ordersCsv({ items: 2, scale: 10 })],
    ["items", items],
  ])
    expect((await server.call("POST", `/v1/uploads?kind=${kind}`, { body: body as string })).ok).toBe(true);
  plan = await planned();
});
afterAll(() => server.end());

test("lists as CSV have a line for each supplier of an order", async () => {
  const list = await server.call("GET", `/v1/plans/${plan}/suggestions?item=A1`, {
    headers: { accept: "text/csv", "accept-language": "en" },
  });
  const [head = "", ...lines] = (await list.text()).trim().split("\r\n");
  const place = head.replace("\uFEFF", "").split(",").indexOf("supplier");
  expect(lines.map((line) => line.split(",")[place])).toEqual(["N", "S"]);
});

test("an order of several suppliers goes on with each of them, and as a whole once all are as far", async () => {
  expect((await decide({ action: "ordered", supplier: "N", order: "1" })).status).toBe(422);
  expect((await decide({ action: "change", quantity: 100 })).status).toBe(200);
  expect((await decide({ action: "ordered", supplier: "X", order: "1" })).status).toBe(422);
  const first = await json(
    await decide({ action: "ordered", supplier: "N", order: "4711", date: "2025-07-01" }),
  );
  expect(first).toMatchObject({ action: "change", quantity: 100, version: 2 });
  const [whole] = await orders();
  expect(whole).toMatchObject({ item: "A1", state: "accepted" });
  expect(
    whole?.parts.map(({ supplier, quantity, state, order }) => [supplier, quantity, state, order]),
  ).toEqual([
    ["N", 60, "ordered", "4711"],
    ["S", 40, "accepted", null],
  ]);
  expect((await orders("?state=ordered")).map(({ item }) => item)).toEqual(["A1"]);
  for (const supplier of ["N", "S"])
    expect((await orders(`?supplier=${supplier}`)).map(({ item }) => item)).toEqual(["A1"]);
  expect(await orders("?supplier=X")).toEqual([]);
  expect((await orders("?state=accepted")).map(({ item }) => item)).toEqual(["A1"]);
  expect(await json(await decide({ action: "ordered", supplier: "S", order: "4712" }))).toMatchObject({
    action: "ordered",
    order: null,
    parts: [
      { supplier: "N", state: "ordered", order: "4711" },
      { supplier: "S", state: "ordered", order: "4712" },
    ],
  });
  expect(await orders("?state=accepted")).toEqual([]);
});

test("what one supplier has in the ERP by now and the other not is counted once each", async () => {
  const open = "item,date,quantity,order,supplier\nA1,2025-07-20,60,4711,N\n";
  expect((await server.call("POST", "/v1/uploads?kind=open-orders", { body: open })).ok).toBe(true);
  const id = await planned();
  const { items } = await json(await server.call("GET", `/v1/plans/${id}/suggestions?item=A1`));
  expect((items as unknown as object[])[0]).toMatchObject({ onOrder: 100, decision: "ordered" });
});
