import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, expect, test } from "vitest";

import { openStore, type Store } from "../../api/store/index.ts";
import { json, type TestServer, testServer } from "./server.ts";

let folder: string;
let store: Store;
beforeEach(async () => {
  folder = mkdtempSync(join(tmpdir(), "bedarf-fair-"));
  store = await openStore(folder);
});
afterEach(async () => {
  await store.close();
  rmSync(folder, { recursive: true, force: true });
});

test("tenants take turns: one with many plans lets another's only one in between", async () => {
  const queued = async (tenant: string) => {
    const { seq } = await store.plans.add(tenant, {}, true);
    await store.jobs.enqueue(seq);
  };
  for (let k = 0; k < 4; k++) await queued("many");
  await queued("few");
  const order: string[] = [];
  for (let k = 0; k < 5; k++) {
    const job = await store.jobs.claim();
    if (job === undefined) break;
    await store.plans.start(job.id);
    order.push((await store.plans.bySeq(job.id))?.tenant ?? "");
    await store.jobs.finish(job.id, job.fence);
  }
  expect(order).toEqual(["many", "few", "many", "many", "many"]);
});

test("pages of plans and of the audit log are bounded in bytes, and all pages together are all rows", async () => {
  await store.close();
  const server: TestServer = await testServer({}, folder);
  try {
    const note = "x".repeat(200_000);
    for (let k = 0; k < 8; k++) {
      await server.store.plans.add("default", { config: { note } }, true);
      await server.store.audit.add({ tenant: "default", who: "w", request: "r" }, "a", "o", { note });
    }
    for (const path of ["/v1/plans", "/v1/audit"]) {
      let [seen, pages, cursor] = [0, 0, ""];
      do {
        const { items, next } = await json(await server.call("GET", `${path}?limit=1000${cursor}`));
        seen += (items as unknown as unknown[]).length;
        pages++;
        cursor = next === null ? "" : `&cursor=${String(next)}`;
      } while (cursor !== "");
      expect([path, seen, pages]).toEqual([path, 8, 2]);
    }
  } finally {
    await server.stop();
    store = await openStore(folder);
  }
});

test("a change of settings fills the log with what changed, not with copies", async () => {
  await store.close();
  const server = await testServer({}, folder);
  try {
    const calendar = Array.from({ length: 3000 }, () => ({
      from: "2026-01-01",
      to: "2026-01-01",
      kind: "holiday",
    }));
    for (const cashWeeks of [5, 6])
      expect(
        (await server.call("PUT", "/v1/settings", { body: { config: { cashWeeks }, calendar } })).status,
      ).toBe(200);
    const last = (await server.store.audit.list("default", 0, 10)).at(-1)?.detail ?? "";
    expect(JSON.parse(last)).toMatchObject({
      before: { config: { cashWeeks: 5 } },
      after: { config: { cashWeeks: 6 } },
    });
    expect(last.length).toBeLessThan(1000);
  } finally {
    await server.stop();
    store = await openStore(folder);
  }
});
