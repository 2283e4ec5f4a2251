import { cpSync, existsSync, mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, expect, test } from "vitest";
import { planView } from "../../api/http/routes/plans.ts";
import { databaseName, journalOf, lockFolder, openDatabase, type Sqlite } from "../../api/store/database.ts";
import { openStore, type Store } from "../../api/store/index.ts";
import { endBy, type PlanRow } from "../../api/store/plans.ts";
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

test("a store of the first schema is brought to this one and keeps its plans", async () => {
  const { seq } = await store.plans.add("t", {}, true);
  const shown = async () => planView((await store.plans.bySeq(seq)) as PlanRow, "de");
  beneath(({ database }) =>
    database.exec(
      `DROP TABLE setting; DROP TABLE responsible; ALTER TABLE plan DROP COLUMN task;
       ALTER TABLE plan DROP COLUMN fault; ALTER TABLE plan DROP COLUMN expired; ALTER TABLE decision DROP COLUMN date;
       DROP TABLE instance; ALTER TABLE idempotency DROP COLUMN holder; PRAGMA user_version = 1;
       UPDATE plan SET reason = 'the file holds no row' WHERE seq = ${seq}`,
    ),
  );
  await store.close();
  store = await openStore(folder);
  expect((await store.plans.list("t", 99, 9)).map(({ task, state }) => `${task} ${state}`)).toEqual([
    "plan queued",
  ]);
  expect((await store.settings.get("t")).version).toBe(0);
  expect(await shown()).toMatchObject({ reason: "the file holds no row" });
  await store.plans.end(seq, "failed", endBy({ code: "disk-full" }));
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
