import { spawnSync } from "node:child_process";
import {
  cpSync,
  existsSync,
  mkdtempSync,
  readFileSync,
  rmSync,
  statSync,
  truncateSync,
  writeFileSync,
} from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { DatabaseSync } from "node:sqlite";
import { backUp, restoreFrom } from "../../api/store/backup.ts";
import { databaseName, openDatabase } from "../../api/store/database.ts";
import { openStore, type Store } from "../../api/store/index.ts";
import { UsageError } from "../../src/index.ts";
import { type Row, seeded } from "./row.ts";
import { unmounted } from "./unmount.ts";

const actor = { tenant: "default", who: "test", request: "r" };

async function* once(bytes: Uint8Array): AsyncGenerator<Uint8Array> {
  yield bytes;
}

/** One upload with its audit row, as the API commits it. */
export async function addUpload(store: Store, text: string): Promise<string> {
  const received = await store.blobs.receive(once(Buffer.from(text)), 1e9);
  await store.blobs.keep(received);
  return store.transaction(async ({ uploads, audit }) => {
    const upload = await uploads.add("default", {
      kind: "orders",
      source: "s",
      mode: "delta",
      sha256: received.sha256,
      size: received.size,
      name: text,
      report: {},
    });
    await audit.add(actor, "upload.add", upload.id);
    return upload.id;
  });
}

/** Garbled or cut write-ahead logs and databases: opened at a committed state, or refused by name. */
export async function tornFiles(offsets: number): Promise<Row> {
  const folder = mkdtempSync(join(tmpdir(), "bedarf-torn-"));
  const random = seeded(9);
  let [opened, refused, wrong] = [0, 0, 0];
  const faults: string[] = [];
  try {
    const origin = join(folder, "origin");
    const store = await openStore(origin);
    const ids: string[] = [];
    for (let k = 0; k < 30; k++) ids.push(await addUpload(store, `file ${k}`));
    // Copied while open: the log still holds the commits.
    const copy = join(folder, "copy");
    for (let k = 0; k < offsets; k++) {
      rmSync(copy, { recursive: true, force: true });
      cpSync(origin, copy, { recursive: true });
      rmSync(join(copy, `${databaseName}-shm`), { force: true });
      const name = k % 4 === 3 ? databaseName : `${databaseName}-wal`;
      const path = join(copy, name);
      const at = Math.floor(random() * statSync(path).size);
      if (k % 2 === 0) truncateSync(path, at);
      else {
        const bytes = readFileSync(path);
        for (let i = at; i < Math.min(at + 64, bytes.length); i++) bytes[i] = bytes[i] ^ 0x5a;
        writeFileSync(path, bytes);
      }
      try {
        const torn = await openStore(copy);
        try {
          const list = (await torn.uploads.list("default")).map(({ id }) => id);
          // What is there is a beginning of what was committed, and its log of changes holds.
          const isPrefix = list.every((id, n) => id === ids[n]);
          const audits = (await torn.audit.list("default", 0, 1000)).length;
          if (!isPrefix || audits !== list.length || (await torn.audit.firstBroken()) !== null) wrong++;
          opened++;
        } finally {
          await torn.close();
        }
      } catch (error) {
        if (error instanceof UsageError && error.message.includes("bedarf restore")) refused++;
        else faults.push((error as Error).message);
      }
    }
    await store.close();
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
  return {
    promise: `Write-ahead log or database cut or garbled at ${offsets} places: opens at a committed state, or is refused by name with the way out`,
    figure: `${opened} opened, ${refused} refused, ${wrong} with wrong rows, ${faults.length === 0 ? "0 other errors" : faults.slice(0, 3).join("; ")}`,
    held: wrong === 0 && faults.length === 0,
  };
}

/** A backup while the store is written to, damaged backups, a restore. */
export async function backupRestores(): Promise<Row> {
  const folder = mkdtempSync(join(tmpdir(), "bedarf-backup-"));
  const [data, copy, damaged, target] = ["data", "copy", "damaged", "target"].map((name) =>
    join(folder, name),
  ) as [string, string, string, string];
  try {
    const store = await openStore(data);
    for (let k = 0; k < 40; k++) await addUpload(store, `before ${k}`);
    let going = true;
    const writing = (async () => {
      for (let k = 0; going; k++) await addUpload(store, `during ${k}`);
    })();
    await new Promise((resolve) => setTimeout(resolve, 100));
    const { files } = await backUp(data, copy);
    going = false;
    await writing;
    await store.close();
    cpSync(copy, damaged, { recursive: true });
    const bytes = readFileSync(join(damaged, databaseName));
    bytes[5000] = bytes[5000] ^ 1;
    writeFileSync(join(damaged, databaseName), bytes);
    let refused = false;
    try {
      await restoreFrom(damaged, target);
    } catch (error) {
      refused = error instanceof UsageError;
    }
    await restoreFrom(copy, target);
    const restored = await openStore(target);
    const list = await restored.uploads.list("default");
    const whole = list.every(({ sha256 }) => existsSync(restored.blobs.pathOf(sha256)));
    const before = list.filter(({ name }) => name.startsWith("before")).length;
    const chain = (await restored.audit.firstBroken()) === null;
    await restored.close();
    return {
      promise:
        "A backup under write load restores to one moment with all blobs and an unbroken audit chain; a damaged backup is refused",
      figure: `${files} files, ${before} of 40 earlier uploads, ${list.length - before} of those written meanwhile, blobs ${whole ? "whole" : "missing"}, damaged one ${refused ? "refused" : "taken"}`,
      held: before === 40 && whole && chain && refused,
    };
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

/** fsync calls against acknowledged commits; null where strace is missing. */
export async function syncsOnDisk(): Promise<Row | null> {
  if (spawnSync("strace", ["-V"]).status !== 0) return null;
  const folder = mkdtempSync(join(tmpdir(), "bedarf-fsync-"));
  try {
    const log = join(folder, "strace");
    const script = new URL("./commits.ts", import.meta.url).pathname;
    const commits = 60;
    const { status } = spawnSync(
      "strace",
      [
        "-f",
        "-e",
        "trace=fsync,fdatasync",
        "-o",
        log,
        process.execPath,
        script,
        join(folder, "data"),
        String(commits),
      ],
      { encoding: "utf8" },
    );
    if (status !== 0) return null;
    const syncs = readFileSync(log, "utf8")
      .split("\n")
      .filter((line) => /f(data)?sync\(/.test(line)).length;
    return {
      promise: "An acknowledged upload is on disk: syncs of blob, its folder and the log for each commit",
      figure: `${syncs} syncs for ${commits} commits`,
      held: syncs >= 3 * commits,
    };
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

/** A store on a disk that is full, then not. Needs the right to mount; null without. */
export async function fullDisk(): Promise<Row | null> {
  const folder = mkdtempSync(join(tmpdir(), "bedarf-full-"));
  if (spawnSync("mount", ["-t", "tmpfs", "-o", "size=3m", "tmpfs", folder]).status !== 0) {
    rmSync(folder, { recursive: true, force: true });
    return null;
  }
  try {
    const { testServer } = await import("../api/server.ts");
    const server = await testServer({ bodyBytes: 1e9 }, join(folder, "data"));
    const statuses = new Map<number, number>();
    const send = async (n: number) => {
      const rows = Array.from({ length: 12_000 }, (_, k) => `A${k % 50},2025-0${1 + (k % 6)}-1${k % 9},${n}`);
      const answer = await server.call("POST", "/v1/uploads?kind=orders&source=s&mode=delta", {
        body: `item,date,quantity\n${rows.join("\n")}\n`,
      });
      statuses.set(answer.status, (statuses.get(answer.status) ?? 0) + 1);
      return answer.status;
    };
    let full = 0;
    for (let n = 0; n < 60 && full < 3; n++) if ((await send(n)) === 507) full++;
    const reads = (await server.call("GET", "/v1/uploads")).status;
    const kept = (await server.store.uploads.list("default")).length;
    spawnSync("mount", ["-o", "remount,size=40m", folder]);
    const after = await send(1000);
    await server.stop();
    const store = await openStore(join(folder, "data"));
    const list = await store.uploads.list("default");
    const sql = openDatabase(join(folder, "data"));
    const ok = Object.values(sql.get<object>("PRAGMA integrity_check") ?? {})[0] === "ok";
    sql.close();
    const whole = list.every(({ sha256 }) => existsSync(store.blobs.pathOf(sha256)));
    await store.close();
    const seen = [...statuses].sort(([a], [b]) => a - b).map(([status, count]) => `${status}: ${count}`);
    return {
      promise:
        "On a full disk uploads answer 507, reads go on, nothing is corrupt, and it works again once space is freed",
      figure: `answers ${seen.join(", ")}; read while full ${reads}; after freeing ${after}; ${list.length} of ${kept + 1} uploads whole`,
      held:
        full === 3 &&
        reads === 200 &&
        after === 201 &&
        ok &&
        whole &&
        list.length === kept + 1 &&
        [...statuses.keys()].every((s) => s === 201 || s === 507),
    };
  } finally {
    await unmounted(folder);
  }
}

/** A store whose schema is newer, another program's file, a migration that is broken off. */
export async function schemaGate(): Promise<Row> {
  const folder = mkdtempSync(join(tmpdir(), "bedarf-schema-"));
  const refusal = async (name: string, sql: string): Promise<string> => {
    const data = join(folder, name);
    await (await openStore(data)).close();
    const database = new DatabaseSync(join(data, databaseName));
    database.exec(sql);
    database.close();
    try {
      await (await openStore(data)).close();
      return "opened";
    } catch (error) {
      return error instanceof UsageError ? "refused" : "other";
    }
  };
  try {
    const newer = await refusal("newer", "PRAGMA user_version=999");
    const foreign = await refusal("foreign", "PRAGMA application_id=7");
    return {
      promise: "A store of a newer bedarf and another program's file are refused by name",
      figure: `newer: ${newer}, foreign: ${foreign}`,
      held: newer === "refused" && foreign === "refused",
    };
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}
