import { cpSync, existsSync, mkdirSync, mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { DatabaseSync } from "node:sqlite";
import { afterEach, beforeEach, expect, test, vi } from "vitest";
import { planView } from "../../api/http/routes/plans.ts";
import { databaseName, journalOf, lockFolder, openDatabase, type Sqlite } from "../../api/store/database.ts";
import { openStore, type Store } from "../../api/store/index.ts";
import { endBy, type PlanRow } from "../../api/store/plans.ts";
import { applicationId, migrations } from "../../api/store/schema.ts";
import { keepsStoreContract } from "../contracts/store.ts";
import { addUpload } from "../prove/store.ts";

const newFolder = () => mkdtempSync(join(tmpdir(), "bedarf-store-"));

keepsStoreContract("a store in SQLite", () => {
  const own = newFolder();
  return {
    open: (clock) => openStore(own, clock),
    remove: () => rmSync(own, { recursive: true, force: true }),
  };
});

let folder: string;
let store: Store;
beforeEach(async () => {
  folder = newFolder();
  store = await openStore(folder);
});
afterEach(async () => {
  await store.close();
  rmSync(folder, { recursive: true, force: true });
});

/** Opens the store anew, as one that was made by an older bedarf and holds some rows. */
async function older(steps: number, rows: string): Promise<void> {
  await store.close();
  rmSync(folder, { recursive: true });
  mkdirSync(folder);
  const database = new DatabaseSync(join(folder, databaseName));
  for (const step of migrations.slice(0, steps)) database.exec(step);
  database.exec(`PRAGMA application_id=${applicationId}; PRAGMA user_version=${steps}; ${rows}`);
  database.close();
  store = await openStore(folder);
}

/** Looks into the store's file beside it. */
function beneath<T>(look: (sql: Sqlite) => T): T {
  const sql = openDatabase(folder);
  try {
    return look(sql);
  } finally {
    sql.close();
  }
}

test("engines whose write-ahead log could lose commits keep a rollback journal", () => {
  expect(journalOf("3.51.2")).toBe("DELETE");
  expect(journalOf("3.40.1")).toBe("DELETE");
  expect(journalOf("3.51.3")).toBe("WAL");
  expect(journalOf("4.0.0")).toBe("WAL");
});

test("a commit is synced before it returns, and foreign keys hold", () => {
  const pragmas = beneath((sql) =>
    ["journal_mode", "synchronous", "foreign_keys"].map(
      (name) => Object.values(sql.get<object>(`PRAGMA ${name}`) ?? {})[0],
    ),
  );
  expect(pragmas).toEqual(["wal", 2, 1]);
});

test("a store of an older schema keeps what its plans were asked for, and which files they name", async () => {
  await older(
    8,
    `INSERT INTO plan (id, tenant, state, request, standing, created) VALUES
     ('p-1', 't', 'done', '{"uploads":["u-1"]}', 0, 1), ('p-2', 't', 'done', '{"config":{"bucket":"week"}}', 1, 1);
     INSERT INTO upload (id, tenant, kind, source, mode, sha256, size, name, report, position, created, removed)
     VALUES ('u-1', 't', 'orders', '', 'full', 'a', 1, '', '{}', 1, 1, 2), ('u-2', 't', 'orders', '', 'full', 'b', 1, '', '{}', 2, 1, 2)`,
  );
  expect((await store.plans.list("t", 99, 9)).map(({ request }) => request)).toEqual([
    { config: { bucket: "week" } },
    { uploads: ["u-1"] },
  ]);
  expect(await store.uploads.needed(5)).toEqual(new Set(["a"]));
});

test("a clock that was ahead for a moment forgets no Idempotency-Key", async () => {
  const ahead = vi.spyOn(Date, "now");
  const own = await openStore(join(folder, "own"));
  try {
    await own.idempotency.claim("t", "k", "f");
    await own.idempotency.finish("t", "k", { status: 201, headers: {}, body: new Uint8Array() });
    ahead.mockReturnValue(Date.UTC(2200, 0));
    expect(await own.idempotency.claim("t", "other", "f")).toBe("new");
    ahead.mockRestore();
    expect(await own.idempotency.claim("t", "k", "f")).toMatchObject({ status: 201 });
  } finally {
    ahead.mockRestore();
    await own.close();
  }
});

test("the same steps lead from an empty file to the released schema, whoever takes them", () => {
  const tables = beneath((sql) =>
    sql.all<{ name: string }>("SELECT name FROM sqlite_schema WHERE type = 'table' ORDER BY name"),
  );
  expect(tables.map(({ name }) => name)).toEqual([
    "answer",
    "audit",
    "decision",
    "idempotency",
    "instance",
    "job",
    "part",
    "plan",
    "plan_request",
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

test("a store of the first schema is brought to this one and keeps its plans", async () => {
  await older(
    1,
    `INSERT INTO plan (id, tenant, state, request, standing, created, reason)
     VALUES ('p-1', 't', 'queued', '{}', 1, 1, 'the file holds no row')`,
  );
  const shown = async () => planView((await store.plans.bySeq(1)) as PlanRow, "de");
  expect((await store.plans.list("t", 99, 9)).map(({ task, state }) => `${task} ${state}`)).toEqual([
    "plan queued",
  ]);
  expect((await store.settings.get("t")).version).toBe(0);
  expect(await shown()).toMatchObject({ reason: "the file holds no row" });
  await store.plans.end(1, "failed", endBy({ code: "disk-full" }));
  expect(await shown()).toMatchObject({
    code: "disk-full",
    reason: "Der Plan wurde aufgegeben: die Festplatte ist voll",
  });
});

test("a second server on the same folder is refused, and the lock goes with its holder", async () => {
  const unlock = lockFolder(folder);
  expect(() => lockFolder(folder)).toThrow(/another bedarf serve works on/);
  unlock();
  lockFolder(folder)();
  // Deleted by somebody who cleans up: locked again, unless another server was faster, and then that one has it.
  let isLost = false;
  const again = lockFolder(folder, () => {
    isLost = true;
  });
  rmSync(join(folder, "serve.lock"));
  await expect.poll(() => existsSync(join(folder, "serve.lock"))).toBe(true);
  expect(() => lockFolder(folder)).toThrow(/another bedarf serve works on/);
  expect(isLost).toBe(false);
  rmSync(join(folder, "serve.lock"));
  const faster = lockFolder(folder);
  await expect.poll(() => isLost).toBe(true);
  again();
  faster();
});

test("a changed audit entry is found by its hash", async () => {
  for (let k = 0; k < 3; k++) await addUpload(store, `file ${k}`);
  expect(await store.audit.firstBroken()).toBeNull();
  beneath((sql) => sql.run("UPDATE audit SET who = 'nobody' WHERE seq = 2"));
  expect(await store.audit.firstBroken()).toBe(2);
});

test("a copy taken between two commits opens at the first of them", async () => {
  await addUpload(store, "one");
  const copy = `${folder}-copy`;
  cpSync(folder, copy, { recursive: true });
  await addUpload(store, "two");
  const early = await openStore(copy);
  expect((await early.uploads.list("default")).map(({ name }) => name)).toEqual(["one"]);
  await early.close();
  rmSync(copy, { recursive: true, force: true });
  expect(databaseName).toBe("bedarf.sqlite");
});
