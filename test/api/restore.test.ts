import { createHash } from "node:crypto";
import {
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  truncateSync,
  writeFileSync,
} from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, expect, test } from "vitest";
import { backUp, restoreFrom } from "../../api/store/backup.ts";
import { openStore } from "../../api/store/index.ts";
import { UsageError } from "../../src/index.ts";
import { addUpload } from "../prove/store.ts";

let root: string;
let data: string;
let copy: string;
let token: string;
beforeEach(async () => {
  root = mkdtempSync(join(tmpdir(), "bedarf-restore-"));
  [data, copy] = [join(root, "data"), join(root, "copy")];
  const store = await openStore(data);
  await addUpload(store, "first");
  token = await store.tokens.create({ name: "leaver", tenant: "default", scopes: ["read"] });
  await store.close();
  await backUp(data, copy);
});
afterEach(() => rmSync(root, { recursive: true, force: true }));

const codeOf = async (work: () => unknown): Promise<string> => {
  try {
    await work();
    return "done";
  } catch (error) {
    return error instanceof UsageError ? error.code : String(error);
  }
};
const opened = (folder: string) => codeOf(async () => (await openStore(folder)).close());
const uploadsIn = async (folder: string): Promise<number> => {
  const store = await openStore(folder);
  try {
    return (await store.uploads.list("default")).length;
  } finally {
    await store.close();
  }
};

test("what a restore puts aside is never touched by the next one, also in the same second", async () => {
  const store = await openStore(data);
  await addUpload(store, "after the backup");
  await store.close();
  const at = new Date("2026-03-01T10:00:00Z");
  const [one, two] = [await restoreFrom(copy, data, at), await restoreFrom(copy, data, at)];
  expect(one).not.toBe(two);
  renameSync(one ?? "", join(root, "aside"));
  expect([await uploadsIn(join(root, "aside")), await uploadsIn(data)]).toEqual([2, 1]);
});

test("a restore that broke off between its renames leaves a place that nothing is begun in; run again it is whole", async () => {
  const kept = (await restoreFrom(copy, data)) ?? "";
  // Where a kill leaves it: the old folder is aside, the new one not yet in place.
  renameSync(data, `${data}.part`);
  expect(await opened(data)).toBe("restore-unfinished");
  rmSync(kept, { recursive: true });
  expect(await opened(data)).toBe("restore-unfinished");
  await restoreFrom(copy, data);
  expect(await uploadsIn(data)).toBe(1);
});

test.each(["../loot", "/etc/hosts", "runs/../../loot", "blobs\\..\\loot", "", 7])(
  "a backup whose list names %j is refused, and nothing is written",
  async (file) => {
    writeFileSync(join(root, "loot"), "x");
    const path = join(copy, "backup.json");
    const list = JSON.parse(readFileSync(path, "utf8")) as { files: object[] };
    list.files.push({ file, size: 1, sha256: createHash("sha256").update("x").digest("hex") });
    writeFileSync(path, JSON.stringify(list));
    const target = join(root, "deep", "data");
    mkdirSync(join(root, "deep"));
    expect(await codeOf(() => restoreFrom(copy, target))).toBe("backup-damaged");
    expect(readdirSync(join(root, "deep"))).toEqual([]);
  },
);

test.each(["", "{", "null", "[]", "7", '{"files":{}}', '{"files":[null]}', '{"files":[7]}', '{"files":"x"}'])(
  "a backup whose list is %j is damaged, and nothing is written",
  async (list) => {
    writeFileSync(join(copy, "backup.json"), list);
    const target = join(root, "deep", "data");
    mkdirSync(join(root, "deep"));
    expect(await codeOf(() => restoreFrom(copy, target))).toBe("backup-damaged");
    expect(readdirSync(join(root, "deep"))).toEqual([]);
  },
);

test("what was revoked after the backup stays revoked, and sign-ins end", async () => {
  const before = await openStore(data);
  expect(await before.tokens.check(token)).not.toBeNull();
  await before.tokens.revoke("leaver", "default");
  await before.close();
  await restoreFrom(copy, data);
  const store = await openStore(data);
  expect(await store.tokens.check(token)).toBeNull();
  await store.close();
});

test("an emptied store beside its files is damage, not a new store", async () => {
  truncateSync(join(data, "bedarf.sqlite"), 0);
  expect(await opened(data)).toBe("store-damaged");
  rmSync(join(data, "bedarf.sqlite"));
  expect(await opened(data)).toBe("store-damaged");
  expect(existsSync(join(data, "blobs"))).toBe(true);
});

test("two backups to one target at once: one is made, the other is told to wait, and nothing is left beside it", async () => {
  const to = join(root, "twice");
  const both = await Promise.all([codeOf(() => backUp(data, to)), codeOf(() => backUp(data, to))]);
  expect(both.sort()).toEqual(["backup-running", "done"]);
  const restored = await Promise.all([
    codeOf(() => restoreFrom(to, data)),
    codeOf(() => restoreFrom(to, data)),
  ]);
  expect(restored.sort()).toEqual(["backup-running", "done"]);
  expect(await uploadsIn(data)).toBe(1);
  expect(readdirSync(root).filter((name) => /\.(?:lock|part)$/.test(name))).toEqual([]);
});
