import { afterEach, beforeEach, expect, test } from "vitest";
import { openDatabase } from "../../api/store/database.ts";
import { ended, json, plannedServer, type TestServer, testServer } from "./server.ts";

let server: TestServer;
beforeEach(async () => {
  server = await plannedServer();
});
afterEach(() => server.end());

/** Another process's hold on the store. */
function held(): () => void {
  const other = openDatabase(server.folder);
  other.database.exec("BEGIN IMMEDIATE");
  return () => {
    other.database.exec("ROLLBACK");
    other.close();
  };
}

test("a store that another program holds for seconds ends neither the server nor a plan: changes are 503, reads go on, the plan is made afterwards", async () => {
  const { id } = await json(await server.call("POST", "/v1/plans", { body: { config: { force: true } } }));
  const release = held();
  const isTold = () => server.logged.some((line) => line.includes("trying again"));
  await expect.poll(isTold, { timeout: 60_000 }).toBe(true);
  const answers = await Promise.all([
    server.call("GET", "/v1/plans"),
    server.call("PUT", "/v1/answers", { body: { a: "b" } }),
  ]);
  expect(answers.map(({ status }) => status)).toEqual([200, 503]);
  release();
  expect((await ended(server, String(id))).state).toBe("done");
});

test("a token is let in although the time of its use cannot be written", async () => {
  const token = await server.store.tokens.create({ name: "erp", tenant: "default", scopes: ["read"] });
  const release = held();
  try {
    expect((await server.call("GET", "/v1/plans", { token })).status).toBe(200);
  } finally {
    release();
  }
});

test("an upload stops at the space that must stay free, while it comes in", async () => {
  const strict = await testServer({ freeDiskBytes: 2 ** 50 });
  try {
    const answer = await strict.call("POST", "/v1/uploads?kind=orders", {
      body: "item,date,quantity\nA,2024-01-01,1\n",
    });
    expect(answer.status).toBe(507);
    expect((await json(answer)).code).toBe("disk-full");
  } finally {
    await strict.end();
  }
});
