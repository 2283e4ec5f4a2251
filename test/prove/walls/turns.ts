import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { openStore } from "../../../api/store/index.ts";
import { parsingMs } from "../machine.ts";
import { serveProcess } from "../process.ts";
import type { Row } from "../row.ts";
import { endOf, ordered, pause, send, shop } from "./stand.ts";

/** What a store holds after years. */
const sizes = { plans: 1000, requestBytes: 500_000, deltas: 17_520, decisions: 50_000 };
const longestMs = 100;

/** Fills a store with plans of long requests, hourly deltas and decisions. */
async function fill(folder: string): Promise<void> {
  const store = await openStore(folder);
  const from = "2024-01-01";
  const row = { from, to: from, kind: "plant-closure" as const, item: "x".repeat(100) };
  const calendar = Array.from({ length: sizes.requestBytes / JSON.stringify(row).length }, () => row);
  const report = (await store.uploads.list("default")).at(0)?.report;
  const first = await store.plans.latest("default");
  for (let k = 0; k < sizes.plans; k += 100)
    await store.transaction(async ({ plans }) => {
      for (let n = 0; n < 100; n++) {
        const { seq } = await plans.add("default", { calendar }, true);
        await plans.end(seq, "failed", {});
      }
    });
  await store.transaction(async ({ uploads, decisions }) => {
    for (let k = 0; k < sizes.deltas; k++) {
      const file = { kind: "orders" as const, source: "hourly", mode: k === 0 ? "full" : "delta" } as const;
      const sha256 = k.toString(16).padStart(64, "0");
      await uploads.add("default", { ...file, sha256, size: 1000, name: `h${k}.csv`, report });
    }
    const given = { action: "accept" as const, quantity: 5 };
    const rows = Array.from({ length: sizes.decisions }, (_, k) => ({ item: `I${k}`, version: 1, given }));
    await decisions.addAll("default", first?.seq ?? 1, rows, "anna");
  });
  await store.close();
}

const lists =
  "plans?limit=1000 plans/latest uploads decisions?limit=1000 orders?limit=1000 audit?limit=1000 plans/latest/suggestions?limit=1000 answers settings replays items/A1/history";

/** A store as it is after years: each list, an upload, a plan ordered and begun; the longest turn of the server's thread. */
export async function turns(): Promise<Row> {
  const folder = mkdtempSync(join(tmpdir(), "bedarf-turns-"));
  const data = join(folder, "data");
  try {
    const before = await serveProcess(data);
    await shop(before.url);
    before.child.kill("SIGTERM");
    await before.exit;
    await fill(data);
    const nodeArgs = ["--import", join(import.meta.dirname, "turn-watch.ts")];
    const env = { BEDARF_KEPT_PLANS: "5000" };
    const { url, child, exit, stderr } = await serveProcess(data, { nodeArgs, env });
    await pause(1500);
    const start = stderr().length;
    const statuses: number[] = [];
    for (const path of lists.split(" ")) {
      const answer = await send(url, "GET", `/v1/${path}`);
      await answer.arrayBuffer();
      statuses.push(answer.status);
    }
    statuses.push((await (await fetch(`${url}/metrics`)).text()) === "" ? 500 : 200);
    const state = await endOf(url, await ordered(url, '{"config":{"force":true}}'));
    await pause(300);
    const found = [
      ...stderr()
        .slice(start)
        .matchAll(/turn of (\d+) ms/g),
    ].map(([, ms]) => Number(ms));
    child.kill("SIGTERM");
    await exit;
    const longest = Math.max(0, ...found);
    const parsing = parsingMs();
    return {
      promise: `After years (${sizes.plans} plans of ${sizes.requestBytes / 1000} KB of request, ${sizes.deltas} deltas, ${sizes.decisions} decisions) no turn of the server's thread uses more than ${longestMs} ms of processor time (on a slow machine twice what it takes to parse 10 MB of JSON)`,
      figure: `${statuses.length} lists (${[...new Set(statuses)].join(", ")}) and a plan (${state}, its deltas are not there): longest turn ${longest} ms, ${found.length} above 20 ms; 10 MB of JSON ${parsing} ms`,
      held: longest <= Math.max(longestMs, 2 * parsing) && statuses.every((status) => status === 200),
      isOnlyLate: statuses.every((status) => status === 200),
    };
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}
