import { spawn, spawnSync } from "node:child_process";
import { cpSync, existsSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { databaseName } from "../../../api/store/database.ts";
import { openStore } from "../../../api/store/index.ts";
import { serveProcess } from "../process.ts";
import type { Row } from "../row.ts";
import { unmounted } from "../unmount.ts";
import { endOf, healthDuring, ordered, pause, send, shop, withServer } from "./stand.ts";

const decide = async (url: string, item: string) =>
  (await send(url, "POST", `/v1/plans/latest/suggestions/${item}/decision`, '{"action":"reject"}')).status;

/** Another process holds the store's write lock: plans wait, decisions are 503, nothing ends. */
export const lockedStore = (seconds: number): Promise<Row> =>
  withServer(async ({ url, child }, folder) => {
    const id = await ordered(url, '{"config":{"force":true}}');
    const holder = spawn(process.execPath, [
      "-e",
      `const { DatabaseSync } = require("node:sqlite");
       const db = new DatabaseSync(${JSON.stringify(join(folder, databaseName))}, { timeout: 5000 });
       db.exec("BEGIN IMMEDIATE"); setTimeout(() => db.exec("COMMIT"), ${seconds * 1000});`,
    ]);
    await pause(1500);
    const statuses = new Set<number>();
    const times = await healthDuring(url, async () => {
      for (let k = 0; k < seconds - 3; k++) {
        statuses.add(await decide(url, "A1"));
        statuses.add((await send(url, "GET", "/v1/plans")).status);
        await pause(300);
      }
    });
    await new Promise((resolve) => (holder.exitCode === null ? holder.on("close", resolve) : resolve(0)));
    const state = await endOf(url, id);
    const after = await decide(url, "A2");
    return {
      promise: `The store's lock held by somebody else for ${seconds} s: plans wait, decisions are 503, reads go on, nothing ends`,
      figure: `answers ${[...statuses].sort().join(", ")}, /healthz at most ${Math.max(...times).toFixed(0)} ms, then plan ${state}, decision ${after}`,
      held:
        child.exitCode === null &&
        state === "done" &&
        after === 200 &&
        [...statuses].every((s) => s === 200 || s === 503),
    };
  });

/** A disk that is full during a plan, a decision and a backup; null where nothing can be mounted. */
export async function fullAtWork(): Promise<Row | null> {
  const disk = mkdtempSync(join(tmpdir(), "bedarf-full-"));
  if (spawnSync("mount", ["-t", "tmpfs", "-o", "size=60m", "tmpfs", disk]).status !== 0) {
    rmSync(disk, { recursive: true, force: true });
    return null;
  }
  const data = join(disk, "data");
  let server = await serveProcess(data);
  try {
    await shop(server.url);
    const before = await decide(server.url, "A1");
    const id = await ordered(server.url, '{"config":{"force":true}}');
    spawnSync("dd", ["if=/dev/zero", `of=${join(disk, "filler")}`, "bs=1M"]);
    const decision = await decide(server.url, "A2");
    const backup = spawnSync(
      process.execPath,
      ["api/cli.ts", "backup", "--data", data, "--to", join(disk, "copy")],
      { encoding: "utf8" },
    );
    await pause(4000);
    const read = (await send(server.url, "GET", "/v1/plans/latest/suggestions")).status;
    const alive = server.child.exitCode === null;
    server.child.kill("SIGKILL");
    await server.exit;
    server = await serveProcess(data);
    const started = (await send(server.url, "GET", "/v1/plans/latest/suggestions")).status;
    rmSync(join(disk, "filler"));
    const state = await endOf(server.url, id);
    const after = await decide(server.url, "A2");
    const { decisions } = (await (
      await send(server.url, "GET", "/v1/decisions")
    )
      .json()
      .then((json) => ({ decisions: (json as { items: unknown[] }).items }))) as { decisions: unknown[] };
    return {
      promise:
        "A disk that is full during a plan, a decision and a backup: nothing ends or is lost, it starts on the full disk, and all goes on once there is space",
      figure: `decisions ${before}, full ${decision}, after ${after}; backup exit ${backup.status}; reads ${read}, after a start on the full disk ${started}; plan ${state}; ${decisions.length} decisions kept`,
      held:
        alive &&
        before === 200 &&
        decision === 507 &&
        backup.status !== 0 &&
        !/internal/.test(backup.stderr) &&
        read === 200 &&
        started === 200 &&
        state === "done" &&
        after === 200 &&
        decisions.length === 2,
    };
  } finally {
    server.child.kill("SIGTERM");
    await server.exit;
    await unmounted(disk);
  }
}

const calls = "rename,renameat,renameat2";

/** Runs a command that is killed at its n-th rename; null when it had fewer. */
function killedAt(n: number, args: readonly string[]): number | null {
  const { status, signal } = spawnSync(
    "strace",
    [
      "-f",
      "-qq",
      "-o",
      "/dev/null",
      "-e",
      `inject=${calls}:signal=SIGKILL:when=${n}`,
      "-e",
      `trace=${calls}`,
      process.execPath,
      "api/cli.ts",
      ...args,
    ],
    { encoding: "utf8" },
  );
  return signal === null && status === 0 ? null : n;
}

/** Backup and restore killed at each of their renames, then run again: nothing lost, and no server starts on half of it. */
export async function killedRestores(): Promise<Row | null> {
  if (spawnSync("strace", ["-V"]).status !== 0) return null;
  const folder = mkdtempSync(join(tmpdir(), "bedarf-renames-"));
  const [data, copy, origin] = ["data", "copy", "origin"].map((name) => join(folder, name)) as [
    string,
    string,
    string,
  ];
  const faults: string[] = [];
  let steps = 0;
  const names = async (at: string): Promise<string> => {
    const store = await openStore(at);
    try {
      return (await store.answers.answers("default")).q ?? "";
    } finally {
      await store.close();
    }
  };
  try {
    mkdirSync(origin);
    const store = await openStore(origin);
    await store.answers.set("default", { q: "kept" });
    await store.close();
    for (let n = 1; n < 12; n++) {
      rmSync(copy, { recursive: true, force: true });
      const backup = ["backup", "--data", origin, "--to", copy];
      if (killedAt(n, backup) === null) break;
      steps++;
      const again = spawnSync(process.execPath, ["api/cli.ts", ...backup], { encoding: "utf8" });
      if (again.status !== 0 && !existsSync(copy)) faults.push(`backup ${n}: ${again.stderr.slice(0, 100)}`);
    }
    for (let n = 1; n < 12; n++) {
      for (const path of [data, `${data}.restoring`]) rmSync(path, { recursive: true, force: true });
      cpSync(origin, data, { recursive: true });
      writeFileSync(join(data, "mark"), "");
      const restore = ["restore", "--data", data, "--from", copy];
      const killed = killedAt(n, restore);
      if (killed === null) break;
      steps++;
      if (!existsSync(data)) {
        const served = spawnSync(process.execPath, ["api/cli.ts", "serve", "--data", data, "--port", "0"], {
          encoding: "utf8",
          timeout: 20_000,
        });
        if (served.status !== 2)
          faults.push(`restore ${n}: a server starts on a half-restored place (${served.status})`);
      }
      const again = spawnSync(process.execPath, ["api/cli.ts", ...restore], { encoding: "utf8" });
      if (again.status !== 0) faults.push(`restore ${n}: ${again.stderr.slice(0, 100)}`);
      else if ((await names(data)) !== "kept") faults.push(`restore ${n}: lost`);
    }
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
  return {
    promise:
      "Backup and restore killed at each of their renames and run again: nothing lost, no server starts on half of it",
    figure: `${steps} kills, ${faults.length === 0 ? "0 lost" : faults.slice(0, 4).join("; ")}`,
    held: steps >= 2 && faults.length === 0,
  };
}
