import { existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { afterEach, beforeEach, expect, test } from "vitest";
import { retain } from "../../api/store/retention.ts";
import { ended, json, ordersCsv, plannedServer } from "./server.ts";

let server: Awaited<ReturnType<typeof plannedServer>>;
beforeEach(async () => {
  server = await plannedServer();
});
afterEach(() => server.end());

const orders = async () =>
  (await server.store.uploads.current("default")).find(({ kind }) => kind === "orders");
const blobOf = async () => server.store.blobs.pathOf((await orders())?.sha256 ?? "");
const plan = async (body: object = { config: { force: true } }) =>
  String((await json(await server.call("POST", "/v1/plans", { body }))).id);

test("a stored file that changed on the disk is not planned, and the right file sent again heals it", async () => {
  const bytes = readFileSync(await blobOf());
  writeFileSync(await blobOf(), bytes.toString().replace(",sale,", ",sbla,"));
  const failed = await ended(server, await plan());
  expect([failed.state, failed.code]).toEqual(["failed", "stored-file-damaged"]);
  expect(String(failed.reason)).not.toContain(server.folder);
  expect((await server.call("POST", "/v1/uploads?kind=orders", { body: ordersCsv() })).status).toBe(200);
  expect(readFileSync(await blobOf())).toEqual(bytes);
  expect((await ended(server, await plan())).state).toBe("done");
  rmSync(await blobOf());
  const missing = await ended(server, await plan());
  expect([missing.code, String(missing.reason).includes(server.folder)]).toEqual([
    "stored-file-damaged",
    false,
  ]);
});

test("a plan whose results are no longer kept says so: 410, not an empty list", async () => {
  const old = server.plan;
  const next = await plan();
  await ended(server, next);
  await retain(server.store, 1);
  for (const path of ["suggestions", "forecasts", "kpis", "report", "files/plan.json", "items/A1"]) {
    const answer = await server.call("GET", `/v1/plans/${old}/${path}`);
    expect([path, answer.status, (await json(answer)).code]).toEqual([path, 410, "plan-expired"]);
  }
  expect((await json(await server.call("GET", `/v1/plans/${old}`))).links).toBeUndefined();
  expect((await server.call("GET", `/v1/plans/${next}/suggestions`)).status).toBe(200);
  // What an earlier pass did not come to, and what somebody put there.
  mkdirSync(server.store.runFolder(old));
  writeFileSync(join(server.folder, "blobs", "README"), "x");
  await retain(server.store, 1);
  expect([existsSync(server.store.runFolder(old)), existsSync(server.store.runFolder(next))]).toEqual([
    false,
    true,
  ]);
});

test("a plan whose import was undone while it ran is made again of what is current then", async () => {
  const body = ordersCsv({ scale: 3 });
  const { id: undone } = await json(await server.call("POST", "/v1/uploads?kind=orders&mode=full", { body }));
  const id = await plan();
  for (let k = 0; k < 200 && (await server.store.plans.get("default", id))?.state === "queued"; k++)
    await new Promise((resolve) => setTimeout(resolve, 10));
  expect((await server.call("DELETE", `/v1/uploads/${undone}`)).status).toBe(200);
  expect((await ended(server, id)).state).toBe("done");
  const { history } = await json(await server.call("GET", `/v1/plans/${id}/items/A1`));
  expect((history as unknown as { values: number[] }).values[0]).toBe(10);
});
