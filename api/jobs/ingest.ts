import { createReadStream, existsSync } from "node:fs";
import { rm } from "node:fs/promises";
import { join } from "node:path";
import { createInterface } from "node:readline";
import type { Store } from "../store/index.ts";
import type { ClaimedJob } from "../store/queue/jobs.ts";
import type { ResultRow } from "../store/results.ts";
import { rowsName } from "./made/list-rows.ts";

const rowsAtOnce = 300;

/**
 * Brings the rows of a result folder into the store, some at a time so that requests are served in between. Nobody
 * sees them before the plan is done; what an interrupted run left is thrown away first. Who has lost the
 * job to another holder changes nothing.
 */
export async function ingestResults(store: Store, { id, fence }: ClaimedJob, folder: string): Promise<void> {
  await store.results.fill(id, fence, "empty");
  const path = join(folder, rowsName);
  if (!existsSync(path)) return;
  let rows: ResultRow[] = [];
  const flush = async () => {
    await store.results.fill(id, fence, rows);
    rows = [];
    await new Promise((resolve) => setImmediate(resolve));
  };
  for await (const line of createInterface({ input: createReadStream(path), crlfDelay: Infinity })) {
    if (line === "") continue;
    const [kind, position, item, ordered, json] = JSON.parse(line) as [
      string,
      number,
      string | null,
      boolean,
      string,
    ];
    rows.push({ kind, position, item, ordered, json });
    if (rows.length === rowsAtOnce) await flush();
  }
  await flush();
  await rm(path, { force: true });
}
