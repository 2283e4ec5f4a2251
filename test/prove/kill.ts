import { createHash } from "node:crypto";
import { existsSync, mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { openDatabase } from "../../api/store/database.ts";
import { openStore } from "../../api/store/index.ts";
import { serveProcess } from "./process.ts";
import { type Row, seeded } from "./row.ts";

interface Acknowledged {
  readonly id: string;
  readonly sha256: string;
}

const bodyOf = (round: number, n: number): string =>
  `item,date,quantity\nA1,2025-01-15,${round}\nA1,2025-02-15,${n}\n`;

/** Sends files with keys, two at a time, until the server is gone; returns what was acknowledged. */
async function send(url: string, round: number, plans: boolean): Promise<Acknowledged[]> {
  const acknowledged: Acknowledged[] = [];
  const one = async (n: number): Promise<boolean> => {
    try {
      const answer = await fetch(`${url}/v1/uploads?kind=orders&source=r${round}&mode=delta`, {
        method: "POST",
        body: bodyOf(round, n),
        headers: { "idempotency-key": `k-${round}-${n}` },
      });
      if (answer.status !== 201 && answer.status !== 200)
        throw new Error(`status ${answer.status}: ${await answer.text()}`);
      acknowledged.push((await answer.json()) as Acknowledged);
      if (plans && n === 0) await fetch(`${url}/v1/plans`, { method: "POST", body: "{}" });
      return true;
    } catch (error) {
      // A refused connection is the kill; an answer with an error is a fault.
      if (error instanceof Error && error.message.startsWith("status")) throw error;
      return false;
    }
  };
  const worker = async (first: number): Promise<void> => {
    for (let n = first; await one(n); n += 2);
  };
  await Promise.all([worker(0), worker(1)]);
  return acknowledged;
}

/** What a store that was killed must still hold. */
export async function checkKilled(
  folder: string,
  acknowledged: readonly Acknowledged[],
): Promise<{ lost: number; half: number }> {
  const store = await openStore(folder);
  try {
    const known = new Map((await store.uploads.list("default")).map((upload) => [upload.id, upload]));
    const lost = acknowledged.filter(({ id }) => !known.has(id)).length;
    let half = 0;
    for (const { sha256 } of known.values()) {
      const path = store.blobs.pathOf(sha256);
      if (!existsSync(path) || createHash("sha256").update(readFileSync(path)).digest("hex") !== sha256)
        half++;
    }
    const sql = openDatabase(folder);
    const found = sql.get<{ integrity_check: string }>("PRAGMA integrity_check")?.integrity_check;
    const orphanJobs = sql.get<{ n: number }>(
      "SELECT count(*) AS n FROM plan LEFT JOIN job ON job.id = plan.seq WHERE job.id IS NULL",
    );
    sql.close();
    if (found !== "ok" || orphanJobs?.n !== 0 || (await store.audit.firstBroken()) !== null) half++;
    return { lost, half };
  } finally {
    await store.close();
  }
}

/** SIGKILL at random times of ingest, restart, compare. */
export async function killRounds(rounds: number): Promise<Row> {
  const folder = mkdtempSync(join(tmpdir(), "bedarf-kill-"));
  const random = seeded(7);
  const acknowledged: Acknowledged[] = [];
  let [lost, half, failed] = [0, 0, 0];
  const starts: number[] = [];
  try {
    for (let round = 0; round < rounds; round++) {
      const server = await serveProcess(folder).catch(() => undefined);
      if (server === undefined) {
        failed++;
        continue;
      }
      starts.push(server.readyMs);
      const sending = send(server.url, round, round % 5 === 0);
      await new Promise((resolve) => setTimeout(resolve, 20 + random() * (round % 3 === 0 ? 400 : 2000)));
      server.child.kill("SIGKILL");
      acknowledged.push(...(await sending));
      await server.exit;
      const found = await checkKilled(folder, acknowledged);
      lost += found.lost;
      half += found.half;
    }
  } finally {
    // A reader of a killed server may still be ending.
    rmSync(folder, { recursive: true, force: true, maxRetries: 20, retryDelay: 100 });
  }
  starts.sort((a, b) => a - b);
  const seconds = (share: number) =>
    ((starts[Math.floor(share * (starts.length - 1))] ?? 0) / 1000).toFixed(2);
  return {
    promise: `SIGKILL at random times, ${rounds} rounds: nothing acknowledged is lost, nothing is half, every start succeeds`,
    figure: `${acknowledged.length} acknowledged, ${lost} lost, ${half} half, ${failed} failed starts, ready again after ${seconds(0.5)} s (median), ${seconds(1)} s at most`,
    held: lost === 0 && half === 0 && failed === 0 && acknowledged.length > 0,
  };
}
