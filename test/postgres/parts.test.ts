import { execFileSync, spawnSync } from "node:child_process";
import { createReadStream, existsSync, mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { setTimeout as wait } from "node:timers/promises";
import { afterAll, expect, test } from "vitest";
import { serverSettings } from "../../api/http/settings.ts";
import { jobRunner } from "../../api/jobs/runner.ts";
import { runnerSettings } from "../../api/services.ts";
import type { Store } from "../../api/store/index.ts";
import { openShared } from "../../api/store/postgres/postgres-store.ts";
import { retain } from "../../api/store/retention.ts";
import { postgresServer } from "./server.ts";

const server = await postgresServer();
const folder = mkdtempSync(join(tmpdir(), "bedarf-flow-"));
afterAll(async () => {
  await server?.stop();
  rmSync(folder, { recursive: true, force: true });
});

const root = join(import.meta.dirname, "..", "..");
const place = { address: server?.address("flow") ?? "", files: join(folder, "files") };

async function addFile(store: Store, kind: "orders" | "items", path: string): Promise<void> {
  const received = await store.blobs.receive(createReadStream(path), 1e9);
  await store.blobs.keep(received);
  const { sha256, size } = received;
  const about = { source: "", mode: "full", name: `${kind}.csv`, report: {} } as const;
  await store.transaction(({ uploads }) => uploads.add("default", { kind, sha256, size, ...about }));
}

/** Workers that make what waits until `isDone`, each with a connection of its own. */
async function worked(
  count: number,
  wholeItems: number,
  isDone: () => Promise<boolean>,
  meanwhile: () => Promise<void>,
) {
  const failed: Error[] = [];
  const settings = { ...serverSettings(), wholeItems, partItems: 150 };
  const workers = await Promise.all(
    Array.from({ length: count }, async () => {
      const store = await openShared(place);
      const events = {
        ended: () => {},
        failed: (_: unknown, error: Error) => failed.push(error),
        stumbled: () => {},
      };
      const runner = jobRunner(store, runnerSettings(settings), events);
      runner.start();
      return { store, runner };
    }),
  );
  while (!(await isDone())) {
    await meanwhile();
    await wait(100);
  }
  for (const { runner, store } of workers) {
    await runner.stop();
    await store.close();
  }
  expect(failed).toEqual([]);
}

test.skipIf(server === null)(
  "a plan of many items goes through its stages in parts on two workers, with a part killed, to the bytes of one process",
  async () => {
    const [orders, items] = [join(folder, "orders.csv"), join(folder, "items.csv")];
    execFileSync(process.execPath, [
      join(root, "datasets/make/orders.ts"),
      ...["--lines", "9000", "--items", "300", "--months", "30", "--seed", "1"],
      ...["--out", orders, "--items-out", items],
    ]);
    const store = await openShared(place);
    await addFile(store, "orders", orders);
    await addFile(store, "items", items);
    const ordered = async () => {
      const row = await store.plans.add("default", { config: { model: "theta" } }, true);
      await store.jobs.enqueue(row.seq);
      return row;
    };
    const isDone = (seq: number) => async () =>
      ["done", "failed", "held"].includes((await store.plans.bySeq(seq))?.state ?? "");
    const whole = await ordered();
    await worked(1, 1000, isDone(whole.seq), async () => {});
    const inParts = await ordered();
    let killed = 0;
    await worked(2, 200, isDone(inParts.seq), async () => {
      if (killed > 0 || (await store.parts.share(inParts.seq)) < 0.3) return;
      const ours = spawnSync("pgrep", ["-P", String(process.pid), "-f", "jobs/child"], {
        encoding: "utf8",
      }).stdout;
      for (const pid of ours.split("\n").filter((line) => line !== "")) {
        process.kill(Number(pid), "SIGKILL");
        killed++;
      }
    });
    expect(killed).toBeGreaterThan(0);
    const [one, other] = await Promise.all([whole, inParts].map(({ seq }) => store.plans.bySeq(seq)));
    expect([one?.state, other?.state]).toEqual(["done", "done"]);
    const text = (id: string, name: string) => readFileSync(join(store.runFolder(id), name), "utf8");
    expect(text(inParts.id, "run.json")).toBe(text(whole.id, "run.json"));
    expect(existsSync(join(store.runFolder(inParts.id), "plan.json"))).toBe(false);
    expect(other?.summary).toEqual(one?.summary);
    for (const kind of [
      "items",
      "forecasts",
      "signals",
      "suggestions",
      "baskets",
      "openOrders",
      "leadTimes",
      "cash",
      "issues",
      "parameters",
    ]) {
      const rows = async (seq: number) =>
        (await store.results.list(seq, kind, -1, 10_000)).map(
          ({ item, ordered: is, json }) => `${item} ${is} ${json}`,
        );
      expect([kind, (await rows(inParts.seq)).sort()]).toEqual([kind, (await rows(whole.seq)).sort()]);
    }
    expect(await store.parts.ended(inParts.seq)).toEqual([]);
    expect(existsSync(join(place.files, "parts", inParts.id))).toBe(false);
    await retain(store, 10);
    await store.close();
  },
  600_000,
);
