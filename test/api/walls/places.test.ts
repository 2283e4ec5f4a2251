import {
  chmodSync,
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  utimesSync,
  writeFileSync,
} from "node:fs";
import { join } from "node:path";
import { pino } from "pino";
import { afterEach, beforeEach, expect, test } from "vitest";
import { serverSettings } from "../../../api/http/settings.ts";
import { startServer } from "../../../api/server.ts";
import { filesBelow } from "../../../api/store/backup.ts";
import { databaseName } from "../../../api/store/database.ts";
import { openStore } from "../../../api/store/index.ts";
import { retain } from "../../../api/store/retention.ts";
import { serveProcess } from "../../prove/process.ts";
import { addUpload } from "../../prove/store.ts";
import { newFolder, ordersCsv, plannedServer, testServer } from "../server.ts";

// Places that were emptied, half put back, or made by somebody else: what is missing is said, never served.

let folder: string;
beforeEach(() => {
  folder = newFolder();
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

/** How a start ends: with "serves", or with the code that it is refused by and its text. */
async function startOf(at: string, acceptsLoss = false): Promise<string[]> {
  const settings = { ...serverSettings(), freeDiskBytes: 0 };
  const log = pino({ level: "silent" });
  try {
    const server = await startServer({ folder: at, host: "127.0.0.1", port: 0, settings, log, acceptsLoss });
    await server.stop();
    return ["serves"];
  } catch (error) {
    const { code, message } = error as { code: string; message: string };
    return [code, message];
  }
}

test.each(["blobs", "runs"] as const)(
  "a place whose %s are gone is not served, unless somebody says so",
  async (part) => {
    const server = await plannedServer();
    try {
      await server.stop();
      rmSync(join(server.folder, part), { recursive: true });
      for (let k = 0; k < 2; k++)
        expect(await startOf(server.folder)).toEqual([
          "store-without-files",
          expect.stringContaining(`${part}/`),
        ]);
      // The folder itself was made meanwhile, and is as empty as before.
      expect(readdirSync(join(server.folder, part))).toEqual([]);
      expect(await startOf(server.folder, true)).toEqual(["serves"]);
    } finally {
      rmSync(server.folder, { recursive: true, force: true });
    }
  },
);

test("one stored file that is gone is said in the log of the start", async () => {
  const first = await plannedServer();
  const [{ sha256 }] = await first.store.uploads.current("default");
  await first.stop();
  rmSync(first.store.blobs.pathOf(sha256));
  const server = await testServer({}, first.folder);
  try {
    await expect
      .poll(() => server.logged.find((line) => line.includes("are gone")))
      .toContain('"part":"blobs","missing":1,"of":2');
  } finally {
    await server.end();
  }
});

test("a killed server's log that is gone is a loss, and told; one that others have brought in is not", async () => {
  const server = await serveProcess(folder);
  const sent = await fetch(`${server.url}/v1/uploads?kind=orders`, { method: "POST", body: ordersCsv() });
  expect(sent.status).toBe(201);
  server.child.kill("SIGKILL");
  await server.exit;
  const wal = join(folder, `${databaseName}-wal`);
  const bytes = readFileSync(wal);
  rmSync(wal);
  expect((await startOf(folder))[0]).toBe("store-log-gone");
  expect((await startOf(folder))[1]).toContain("serve.open");
  writeFileSync(wal, bytes);
  const store = await openStore(folder);
  expect(await store.uploads.list("default")).toHaveLength(1);
  await store.close();
  expect([existsSync(wal), existsSync(join(folder, "serve.open"))]).toEqual([false, false]);
  expect(await startOf(folder)).toEqual(["serves"]);
  expect(existsSync(join(folder, "serve.open"))).toBe(false);
});

test("a database that was taken away from beside its log is damage, not a new store", async () => {
  const server = await serveProcess(folder);
  expect(
    (
      await fetch(`${server.url}/v1/answers`, {
        method: "PUT",
        body: '{"q":"a"}',
        headers: { "content-type": "application/json" },
      })
    ).status,
  ).toBe(200);
  server.child.kill("SIGKILL");
  await server.exit;
  rmSync(join(folder, databaseName));
  expect((await startOf(folder))[0]).toBe("store-damaged");
});

test.skipIf(process.platform === "win32")(
  "what the store holds is nobody else's to read, whoever made its folder",
  async () => {
    const before = process.umask(0o022);
    chmodSync(folder, 0o755);
    const server = await serveProcess(folder);
    try {
      const sent = await fetch(`${server.url}/v1/uploads?kind=orders`, { method: "POST", body: ordersCsv() });
      expect([sent.status, (await fetch(`${server.url}/readyz`)).status]).toEqual([201, 200]);
    } finally {
      process.umask(before);
      server.child.kill("SIGTERM");
    }
    expect(await server.exit).toBe(0);
    const open = filesBelow(folder).filter((file) => (statSync(join(folder, file)).mode & 0o077) !== 0);
    expect(open).toEqual([]);
  },
);

test("a store that cannot be opened for writing says so by name", async () => {
  mkdirSync(join(folder, databaseName));
  expect((await startOf(folder))[0]).toBe("store-not-writable");
});

test("files that an open job names outlive their undoing and every clean-up, others go after a day", async () => {
  let now = Date.UTC(2026, 0, 5);
  const store = await openStore(folder, () => now);
  try {
    const ids = [await addUpload(store, "needed"), await addUpload(store, "idle")];
    const paths = (await store.uploads.named("default", ids)).map(({ sha256 }) => store.blobs.pathOf(sha256));
    await store.plans.add("default", { uploads: ids.slice(0, 1) }, false);
    for (const id of ids) await store.uploads.remove("default", id);
    for (const path of paths) utimesSync(path, now / 1000, now / 1000);
    now += 40 * 24 * 3_600_000;
    await retain(store, 5);
    expect(paths.map((path) => existsSync(path))).toEqual([true, false]);
  } finally {
    await store.close();
  }
});
