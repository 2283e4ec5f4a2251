import {
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, expect, test } from "vitest";
import { readDone } from "../../api/batch/done.ts";
import { oneByOne } from "../../api/batch/one-by-one.ts";
import { runJob } from "../../api/batch/run-job.ts";
import { guardReasons } from "../../api/run/volume-guard.ts";
import { threads } from "../../api/threads/threads.ts";
import { digests, job } from "../prove/batch.ts";
import { ordersCsv } from "./server.ts";

let folder: string;
let [inbox, outbox] = ["", ""];
const one = threads(1);
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), "bedarf-inbox-"));
  [inbox, outbox] = [join(folder, "in"), join(folder, "out")];
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const run = (name: string) => runJob(inbox, outbox, name, "de", one);
const done = (name: string) =>
  JSON.parse(readFileSync(join(outbox, name, "done.json"), "utf8")) as Record<string, unknown>;

test("a job becomes a result folder with done.json; unchanged it is left as it is", async () => {
  job(inbox, "east", ordersCsv());
  expect(await run("east")).toEqual({ job: "east", state: "done" });
  expect(done("east")).toMatchObject({ state: "done", asOf: "2025-06-15" });
  expect(readdirSync(join(outbox, "east"))).toContain("suggestions.csv");
  const before = digests(join(outbox, "east"));
  expect((await run("east")).state).toBe("unchanged");
  expect(digests(join(outbox, "east"))).toEqual(before);
});

test("half an export is held: the last results stay byte for byte, force plans it and says so", async () => {
  const before = digests(join(outbox, "east"));
  job(inbox, "east", ordersCsv({ items: 2 }));
  const held = await run("east");
  expect(held.state).toBe("held");
  expect(held.reason).toContain("Zeilen 50 % unter dem letzten Lauf");
  expect(done("east").fault).toMatchObject({ code: "job-held" });
  const after = digests(join(outbox, "east"));
  expect({ ...after, "/done.json": "" }).toEqual({ ...before, "/done.json": "" });
  job(inbox, "east", ordersCsv({ items: 2 }), { force: true });
  expect((await run("east")).state).toBe("done");
  expect(done("east").forced).toContainEqual(expect.objectContaining({ code: "volume-shrank" }));
  expect(readdirSync(join(outbox, "east", "runs"))).toHaveLength(1);
});

test("an as-of day before the last one is held", () => {
  const last = { asOf: "2025-06-15", volumes: { orders: { rows: 10 } } };
  expect(guardReasons(last, { orders: { rows: 10 } }, "2025-06-14")).toEqual([
    { code: "as-of-goes-back", from: "2025-06-15", to: "2025-06-14" },
  ]);
  expect(guardReasons(last, { orders: { rows: 7 } }, "2025-06-16")).toEqual([]);
  expect(guardReasons(last, { orders: { rows: 6 } }, "2025-06-16")).toHaveLength(1);
});

test("a delivery that is not finished waits, a file that changes while it is read is left for the next pass", async () => {
  job(inbox, "wait", ordersCsv());
  writeFileSync(join(inbox, "wait", "WAIT"), "");
  expect((await run("wait")).state).toBe("waiting");
  rmSync(join(inbox, "wait", "WAIT"));
  writeFileSync(join(inbox, "wait", "items.csv.part"), "half");
  expect((await run("wait")).state).toBe("waiting");
  rmSync(join(inbox, "wait", "items.csv.part"));
  const changing = run("wait");
  writeFileSync(join(inbox, "wait", "orders.csv"), `${ordersCsv()}D99,1,A1,2025-06-16,3,sale,2.50\n`);
  expect((await changing).state).toBe("changing");
  expect(existsSync(join(outbox, "wait", "plan.json"))).toBe(false);
  expect((await run("wait")).state).toBe("done");
});

test("a failed job says why, is tried again and stops no other", async () => {
  job(inbox, "broken", "this is no table\n");
  expect((await run("broken")).state).toBe("failed");
  expect(done("broken").reason).toMatch(/\w/);
  expect((await run("broken")).state).toBe("failed");
  job(inbox, "broken", ordersCsv());
  expect((await run("broken")).state).toBe("done");
  job(inbox, "wrong", ordersCsv(), { nonsense: 1 });
  expect(await run("wrong")).toMatchObject({
    state: "failed",
    reason: "Die Option nonsense gibt es in der Konfiguration nicht: bedarf config zeigt alle",
  });
});

test("what is wrong with a job's folders is that job's failure: links, dangling ones too, and a file where results should go", async () => {
  const secret = join(folder, "secret.csv");
  writeFileSync(secret, "item,date,quantity\nSECRET,2024-01-01,1\n");
  for (const [name, target] of [
    ["linked", secret],
    ["dangling", join(folder, "nowhere")],
  ] as const) {
    job(inbox, name, ordersCsv());
    symlinkSync(target, join(inbox, name, "orders-2.csv"));
    expect(await run(name)).toMatchObject({ state: "failed" });
    expect(done(name).fault).toEqual({ code: "link-refused", path: "orders-2.csv" });
    expect(JSON.stringify(done(name))).not.toContain("SECRET");
  }
  job(inbox, "blocked", ordersCsv());
  writeFileSync(join(outbox, "blocked"), "mine");
  expect(await run("blocked")).toMatchObject({ state: "failed" });
  expect(readFileSync(join(outbox, "blocked"), "utf8")).toBe("mine");
  job(inbox, "away", ordersCsv());
  mkdirSync(join(folder, "elsewhere"));
  symlinkSync(join(folder, "elsewhere"), join(outbox, "away"));
  expect(await run("away")).toMatchObject({ state: "failed" });
  expect(readdirSync(join(folder, "elsewhere"))).toEqual([]);
});

test("old results move to a folder below the job, whatever day done.json names", async () => {
  job(inbox, "moved", ordersCsv());
  expect((await run("moved")).state).toBe("done");
  const path = join(outbox, "moved", "done.json");
  writeFileSync(path, JSON.stringify({ ...done("moved"), asOf: "../../../gone", hash: "x" }));
  job(inbox, "moved", ordersCsv({ months: 31 }), { force: true });
  expect((await run("moved")).state).toBe("done");
  expect(readdirSync(join(outbox, "moved", "runs"))).toEqual(["unknown"]);
  expect(existsSync(join(folder, "gone"))).toBe(false);
});

test("a job that takes too long fails by itself and leaves the reason; the next one runs", async () => {
  job(inbox, "slow", ordersCsv());
  mkdirSync(join(outbox, "slow"), { recursive: true });
  const task = { inbox, outbox, job: "slow", lang: "de" as const, threads: 1 };
  const short = oneByOne(outbox, { memoryMb: 256, longestMs: 1 });
  expect(await short.run(task)).toMatchObject({ job: "slow", state: "failed" });
  expect(done("slow").fault).toMatchObject({ code: "job-died", why: "time" });
  expect(done("slow").reason).toContain("zu lange");
  const jobs = oneByOne(outbox, { memoryMb: 256, longestMs: 60_000 });
  expect(await jobs.run(task)).toEqual({ job: "slow", state: "done" });
  jobs.close();
});

test("whatever stands in done.json, the job is planned", async () => {
  job(inbox, "odd", ordersCsv({ months: 3 }));
  expect((await run("odd")).state).toBe("done");
  for (const text of [
    "5",
    "[]",
    "null",
    '"x"',
    "{}",
    '{"state":"done","asOf":5,"hash":{},"volumes":7,"sequence":"x"}',
    '{"state":"failed","last":[1]}',
    '{"state":"done","volumes":{"orders":null,"items":{"rows":"many"}}}',
    '{"__proto__":{"state":"done"}}',
  ]) {
    writeFileSync(join(outbox, "odd", "done.json"), text);
    expect(readDone(join(outbox, "odd")), text).toBeNull();
  }
  expect(await run("odd")).toEqual({ job: "odd", state: "done" });
  expect(readdirSync(join(outbox, "odd", "runs", "unknown"))).toContain("plan.json");
});

test("a folder named like a file of a job is left alone, and what then lacks is said", async () => {
  job(inbox, "folders", ordersCsv({ months: 3 }));
  mkdirSync(join(inbox, "folders", "orders-archive"));
  expect((await run("folders")).state).toBe("done");
  rmSync(join(inbox, "folders", "orders.csv"));
  expect((await run("folders")).state).toBe("failed");
  expect(done("folders").fault).toMatchObject({ code: "no-orders" });
});

test("a link among the results of a job is not written through", async () => {
  for (const name of ["runs", ".next"]) {
    job(inbox, `to-${name}`, ordersCsv({ months: 3 }));
    expect((await run(`to-${name}`)).state).toBe("done");
    const elsewhere = join(folder, `else-${name}`);
    mkdirSync(elsewhere);
    symlinkSync(elsewhere, join(outbox, `to-${name}`, name));
    job(inbox, `to-${name}`, ordersCsv({ months: 4 }));
    expect(await run(`to-${name}`), name).toMatchObject({ state: "failed" });
    expect(readdirSync(elsewhere)).toEqual([]);
  }
});
