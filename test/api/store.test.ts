import { cpSync, mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { databaseName, journalOf, lockFolder } from "../../api/store/database.ts";
import { openStore, type Store } from "../../api/store/index.ts";
import { addUpload } from "../prove/store.ts";

let folder: string;
let store: Store;
let time = 1_700_000_000_000;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), "bedarf-store-"));
  store = openStore(folder, () => time);
});
afterEach(() => {
  store.close();
  rmSync(folder, { recursive: true, force: true });
});

test("engines whose write-ahead log could lose commits keep a rollback journal", () => {
  expect(journalOf("3.51.2")).toBe("DELETE");
  expect(journalOf("3.40.1")).toBe("DELETE");
  expect(journalOf("3.51.3")).toBe("WAL");
  expect(journalOf("4.0.0")).toBe("WAL");
});

test("a commit is synced before it returns, and foreign keys hold", () => {
  const pragma = (name: string) => Object.values(store.sql.get<object>(`PRAGMA ${name}`) ?? {})[0];
  expect([pragma("journal_mode"), pragma("synchronous"), pragma("foreign_keys")]).toEqual(["wal", 2, 1]);
});

test("the same steps lead from an empty file to the released schema, whoever takes them", () => {
  const tables = store.sql.all<{ name: string }>(
    "SELECT name FROM sqlite_schema WHERE type = 'table' ORDER BY name",
  );
  expect(tables.map(({ name }) => name)).toEqual([
    "answer",
    "audit",
    "decision",
    "idempotency",
    "job",
    "plan",
    "question",
    "responsible",
    "result",
    "session",
    "setting",
    "sqlite_sequence",
    "token",
    "upload",
  ]);
});

test("a second server on the same folder is refused, and the lock goes with its holder", () => {
  const unlock = lockFolder(folder);
  expect(() => lockFolder(folder)).toThrow(/another bedarf serve works on/);
  unlock();
  lockFolder(folder)();
});

test("of a transaction that throws nothing is left", () => {
  expect(() =>
    store.transaction(() => {
      store.answers.set("t", { q: "a" });
      throw new Error("broken off");
    }),
  ).toThrow("broken off");
  expect(store.answers.answers("t")).toEqual({});
});

test("a changed audit entry is found by its hash", async () => {
  for (let k = 0; k < 3; k++) await addUpload(store, `file ${k}`);
  expect(store.audit.firstBroken()).toBeNull();
  store.sql.run("UPDATE audit SET who = 'nobody' WHERE seq = 2");
  expect(store.audit.firstBroken()).toBe(2);
});

describe("standing data", () => {
  const add = (source: string, mode: "full" | "delta", sha256: string) =>
    store.uploads.add("t", { kind: "orders", source, mode, sha256, size: 1, name: "", report: {} }).id;

  test("a full file hides what its source had before, a delta adds, an undo gives back", () => {
    const a = add("erp", "full", "a");
    const b = add("erp", "delta", "b");
    const other = add("shop", "full", "c");
    const current = () => store.uploads.current("t").map(({ id }) => id);
    expect(current()).toEqual([a, b, other]);
    const d = add("erp", "full", "d");
    expect(current()).toEqual([other, d]);
    store.uploads.remove("t", d);
    expect(current()).toEqual([a, b, other]);
    expect(store.uploads.current("other tenant")).toEqual([]);
  });

  test("old content sent again is the newest again", () => {
    const a = add("erp", "full", "a");
    add("erp", "full", "b");
    store.uploads.touch(a);
    expect(store.uploads.current("t").map(({ id }) => id)).toEqual([a]);
  });
});

test("an idempotency key lives seven days, and a killed request's key is free at the next start", () => {
  const { idempotency } = store;
  expect(idempotency.claim("t", "k", "f")).toBe("new");
  expect(idempotency.claim("t", "k", "f")).toBe("running");
  expect(idempotency.claim("t", "k", "g")).toBe("other-body");
  idempotency.finish("t", "k", { status: 201, headers: { a: "b" }, body: Buffer.from("x") });
  time += 6.9 * 86_400_000;
  expect(idempotency.claim("t", "k", "f")).toMatchObject({ status: 201, headers: { a: "b" } });
  time += 0.2 * 86_400_000;
  expect(idempotency.claim("t", "k", "f")).toBe("new");
  idempotency.forgetRunning();
  expect(idempotency.claim("t", "k", "other")).toBe("new");
});

test("a clock that is set back neither loses nor doubles a lease", () => {
  const plan = store.plans.add("t", {}, true);
  store.jobs.enqueue(plan.seq);
  const job = store.jobs.claim();
  time -= 3_600_000;
  expect(store.jobs.claim()).toBeUndefined();
  expect(store.jobs.heartbeat(job?.id ?? 0, job?.fence ?? 0)).toBe(true);
  time += 3_600_000 + 31_000;
  expect(store.jobs.claim()).toMatchObject({ id: plan.seq, fence: 2 });
  expect(store.jobs.finish(plan.seq, 1)).toBe(false);
  expect(store.jobs.finish(plan.seq, 2)).toBe(true);
});

test("a copy taken between two commits opens at the first of them", async () => {
  await addUpload(store, "one");
  const copy = `${folder}-copy`;
  cpSync(folder, copy, { recursive: true });
  await addUpload(store, "two");
  const early = openStore(copy);
  expect(early.uploads.list("default").map(({ name }) => name)).toEqual(["one"]);
  early.close();
  rmSync(copy, { recursive: true, force: true });
  expect(databaseName).toBe("bedarf.sqlite");
});
