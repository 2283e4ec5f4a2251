import { spawn } from "node:child_process";
import { existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, describe, expect, test } from "vitest";
import { recover } from "../../api/jobs/recover.ts";
import { openStore } from "../../api/store/index.ts";
import { moveStore } from "../../api/store/postgres/move.ts";
import { openShared } from "../../api/store/postgres/postgres-store.ts";
import { keepsStoreContract } from "../contracts/store.ts";
import { race } from "../prove/races.ts";
import { addUpload } from "../prove/store.ts";
import { postgresServer } from "./server.ts";

const server = await postgresServer();
if (server === null) process.stderr.write("PostgreSQL is not installed: its tests are skipped\n");
afterAll(() => server?.stop());

let places = 0;
const newPlace = () => {
  const files = mkdtempSync(join(tmpdir(), "bedarf-files-"));
  const schema = `place${++places}`;
  return {
    schema,
    place: { address: server?.address(schema) ?? "", files },
    remove: () => rmSync(files, { recursive: true, force: true }),
  };
};

describe.skipIf(server === null)("PostgreSQL", () => {
  keepsStoreContract("a store in PostgreSQL", () => {
    const { place, remove } = newPlace();
    return { open: (clock) => openShared(place, clock), remove };
  });

  test("four processes on one database take turns: nothing is taken, ended or numbered twice", async () => {
    const { place, remove } = newPlace();
    const found = await race(place.address, 60);
    expect(Object.entries(found).filter(([, count]) => count !== 0)).toEqual([]);
    remove();
  });

  test("a worker outlives its database and takes up work again", async () => {
    const { place, remove } = newPlace();
    const cli = join(import.meta.dirname, "..", "..", "api", "cli.ts");
    const worker = spawn(process.execPath, [cli, "work", "--store", place.address, "--files", place.files], {
      env: { ...process.env, BEDARF_LOG: "silent" },
      stdio: ["ignore", "ignore", "pipe"],
    });
    await new Promise((resolve) => worker.stderr.on("data", resolve));
    await server?.restart();
    const store = await openShared(place);
    const { seq } = await store.plans.add("default", {}, false);
    await store.jobs.enqueue(seq);
    const state = async () => (await store.jobs.state(seq))?.state;
    await expect.poll(state, { timeout: 30_000, interval: 100 }).not.toBe("queued");
    expect(worker.exitCode).toBeNull();
    const ended = new Promise((resolve) => worker.once("exit", resolve));
    worker.kill("SIGTERM");
    expect(await ended).toBe(0);
    await store.close();
    remove();
  });

  test("a store is brought over whole, once; what was worked with since is not overwritten", async () => {
    const folder = mkdtempSync(join(tmpdir(), "bedarf-old-"));
    const old = await openStore(folder);
    const token = await old.tokens.create({ name: "erp", tenant: "t", scopes: ["read"] });
    for (const text of ["one", "two"]) await addUpload(old, text);
    const plan = await old.plans.add("default", {}, true);
    await old.jobs.enqueue(plan.seq);
    await old.decisions.add("default", plan.seq, "Ä1", { action: "accept", quantity: 1.5 }, "anna");
    await old.results.add(plan.seq, [{ kind: "cash", position: 0, item: null, ordered: false, json: "{}" }]);
    await old.idempotency.claim("default", "k", "f");
    mkdirSync(old.runFolder(plan.id));
    writeFileSync(join(old.runFolder(plan.id), "plan.json"), "{}");
    await old.close();
    const { place, remove, schema } = newPlace();
    const moved = await moveStore(folder, place);
    expect([moved.isNew, moved.files]).toEqual([true, 3]);
    expect(await moveStore(folder, place)).toEqual({ ...moved, isNew: false });
    const store = await openShared(place);
    expect(await store.tokens.check(token)).toMatchObject({ name: "erp" });
    const [first] = await store.uploads.list("default");
    expect(readFileSync(store.blobs.pathOf(first?.sha256 ?? ""), "utf8")).toBe("one");
    expect(await store.decisions.current(plan.seq, "Ä1")).toMatchObject({ quantity: 1.5, who: "anna" });
    expect(await store.audit.firstBroken()).toBeNull();
    expect(await store.jobs.claim()).toMatchObject({ id: plan.seq });
    expect(await store.idempotency.claim("default", "k", "f")).toBe("new");
    expect((await store.plans.add("default", {}, true)).seq).toBe(plan.seq + 1);
    expect(existsSync(join(store.runFolder(plan.id), "plan.json"))).toBe(true);
    await store.close();
    const other = newPlace();
    await (await openShared(other.place)).tokens.create({ name: "x", tenant: "t", scopes: ["read"] });
    await expect(moveStore(folder, other.place)).rejects.toMatchObject({ code: "store-not-empty" });
    server?.run(`DELETE FROM ${schema}.bedarf_copy`);
    await expect(moveStore(folder, place)).rejects.toMatchObject({ code: "store-not-empty" });
    for (const gone of [remove, other.remove]) gone();
    rmSync(folder, { recursive: true, force: true });
  });

  test("what a dead process held is free, and what a live one holds is not", async () => {
    const { place, remove } = newPlace();
    let time = 1_700_000_000_000;
    const [one, two] = [await openShared(place, () => time), await openShared(place, () => time)];
    await one.jobs.enqueue((await one.plans.add("t", {}, true)).seq);
    const job = await one.jobs.claim();
    expect(await one.idempotency.claim("t", "k", "f")).toBe("new");
    await recover(two);
    expect([await two.jobs.claim(), await two.idempotency.claim("t", "k", "f")]).toEqual([
      undefined,
      "running",
    ]);
    time += 61_000;
    await two.instances.beat(two.instance);
    expect(await two.jobs.claim()).toMatchObject({ id: job?.id, fence: 2 });
    expect(await two.idempotency.claim("t", "k", "f")).toBe("new");
    const rows = [{ kind: "cash", position: 0, item: null, ordered: false, json: "{}" }];
    await two.results.fill(job?.id ?? 0, 2, rows);
    await expect(one.results.fill(job?.id ?? 0, 1, "empty")).rejects.toMatchObject({
      name: "LostLeaseError",
    });
    expect(await two.results.list(job?.id ?? 0, "cash", -1, 9)).toHaveLength(1);
    await one.close();
    await two.close();
    remove();
  });

  test("a database of another program, a newer schema and one that is not there are refused by name", async () => {
    const theirs = newPlace();
    server?.run(`CREATE TABLE ${theirs.schema}.plan (id int)`);
    await expect(openShared(theirs.place)).rejects.toMatchObject({ code: "store-of-another-program" });
    const newer = newPlace();
    await (await openShared(newer.place)).close();
    server?.run(`UPDATE ${newer.schema}.bedarf_schema SET version = 999`);
    await expect(openShared(newer.place)).rejects.toMatchObject({ code: "store-newer" });
    const nowhere = { ...newer.place, address: "postgres://bedarf:secret@127.0.0.1:1/none" };
    await expect(openShared(nowhere)).rejects.toMatchObject({ code: "postgres-unreachable" });
    await expect(openShared(nowhere)).rejects.not.toThrow(/secret/);
    for (const { remove } of [theirs, newer]) remove();
  });
});
