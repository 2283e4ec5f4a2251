import { type ChildProcess, spawn } from "node:child_process";
import { createHash } from "node:crypto";
import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { itemsCsv, ordersCsv } from "../api/server.ts";
import { type Row, seeded } from "./row.ts";

const root = join(import.meta.dirname, "..", "..");

/** `bedarf batch --once` as a process of its own. */
export function batchProcess(
  inbox: string,
  outbox: string,
  env: Record<string, string> = {},
): { child: ChildProcess; exit: Promise<number | null>; said: () => string } {
  const args = [
    join(root, "api", "cli.ts"),
    "batch",
    "--inbox",
    inbox,
    "--outbox",
    outbox,
    "--once",
    "--lang",
    "de",
  ];
  const child = spawn(process.execPath, [...args, "--threads", "1"], {
    env: { ...process.env, ...env },
    stdio: ["ignore", "ignore", "pipe"],
  });
  let text = "";
  child.stderr?.on("data", (chunk: Buffer) => {
    text += chunk.toString();
  });
  return {
    child,
    exit: new Promise((resolve) => child.on("exit", (code) => resolve(code))),
    said: () => text,
  };
}

/** Name and hash of every file below a folder. */
export function digests(folder: string): Record<string, string> {
  const files = readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name))
    .sort();
  return Object.fromEntries(
    files.map((path) => [
      path.slice(folder.length),
      createHash("sha256").update(readFileSync(path)).digest("hex"),
    ]),
  );
}

export function job(inbox: string, name: string, orders: string, config?: object): void {
  const folder = join(inbox, name);
  mkdirSync(folder, { recursive: true });
  writeFileSync(join(folder, "orders.csv"), orders);
  writeFileSync(join(folder, "items.csv"), itemsCsv());
  if (config !== undefined) writeFileSync(join(folder, "config.json"), JSON.stringify(config));
}

/** Two nights of two jobs: killed again and again against left alone. */
export async function killedBatch(kills: number): Promise<Row> {
  const folder = mkdtempSync(join(tmpdir(), "bedarf-batch-"));
  const random = seeded(5);
  const [inbox, calm, killed] = ["inbox", "calm", "killed"].map((name) => join(folder, name)) as [
    string,
    string,
    string,
  ];
  let interrupted = 0;
  let bytes = "";
  try {
    for (const months of [30, 31]) {
      for (const name of ["east", "west"])
        job(inbox, name, ordersCsv({ months, items: name === "east" ? 4 : 3 }));
      const begun = performance.now();
      const code = await batchProcess(inbox, calm).exit;
      const took = performance.now() - begun;
      if (code !== 0) throw new Error(`the calm batch ended with ${code}`);
      for (let k = 0; k < kills; k++) {
        const { child, exit } = batchProcess(inbox, killed, {
          TZ: k % 2 === 0 ? "Pacific/Kiritimati" : "UTC",
          LANG: "C",
        });
        // Later and later, so that a run that is cut off early does not keep the next from getting further.
        const timer = setTimeout(() => child.kill("SIGKILL"), took * (0.3 + (0.7 * (k + random())) / kills));
        if ((await exit) === null) interrupted++;
        clearTimeout(timer);
      }
      const end = await batchProcess(inbox, killed).exit;
      if (end !== 0) throw new Error(`the batch after the kills ended with ${end}`);
    }
    const [a, b] = [digests(calm), digests(killed)];
    const different = [...new Set([...Object.keys(a), ...Object.keys(b)])].filter(
      (name) => a[name] !== b[name],
    );
    bytes =
      different.length === 0
        ? `${Object.keys(a).length} files with the same bytes`
        : `different: ${different.join(", ")}`;
    return {
      promise: `bedarf batch killed ${2 * kills} times in two nights and run again (other time zone and language): the same bytes as left alone`,
      figure: `${interrupted} kills hit, ${bytes}`,
      held: different.length === 0,
    };
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}
