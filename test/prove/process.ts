import { type ChildProcess, spawn } from "node:child_process";
import { createHash } from "node:crypto";
import { join } from "node:path";
import type { PostgresServer } from "../postgres/server.ts";

const root = join(import.meta.dirname, "..", "..");

export interface ServerProcess {
  readonly child: ChildProcess;
  readonly url: string;
  readonly readyMs: number;
  readonly stderr: () => string;
  readonly exit: Promise<number | null>;
}

let database: PostgresServer | undefined;

/** From here on servers keep their records in this database, each folder a schema of its own, and a worker makes their plans. */
export function keepIn(server: PostgresServer): void {
  database = server;
}

/** Where a server keeps what it is told. */
const placeOf = (folder: string): string[] => {
  if (database === undefined) return ["--data", folder];
  const schema = `s${createHash("sha256").update(folder).digest("hex").slice(0, 16)}`;
  return ["--store", database.address(schema), "--files", folder];
};

/** A worker beside a server, for as long as that runs. */
function workBeside(place: readonly string[], server: ChildProcess, env: NodeJS.ProcessEnv): void {
  const worker = spawn(process.execPath, [join(root, "api", "cli.ts"), "work", ...place], {
    env,
    stdio: "ignore",
  });
  server.once("exit", () => worker.kill("SIGTERM"));
}

/** `bedarf serve` as a process of its own; resolves when it says where it listens. */
export function serveProcess(
  folder: string,
  {
    args = [],
    nodeArgs = [],
    env = {},
    wrap = [],
  }: {
    args?: string[];
    nodeArgs?: string[];
    env?: Record<string, string>;
    wrap?: string[];
  } = {},
): Promise<ServerProcess> {
  const begun = performance.now();
  const place = placeOf(folder);
  const command = [...wrap, process.execPath, ...nodeArgs, join(root, "api", "cli.ts"), "serve", ...place];
  const [file, ...rest] = [...command, "--port", "0", ...args] as [string, ...string[]];
  const environment = { ...process.env, BEDARF_LOG: "error", BEDARF_FREE_DISK_BYTES: "0", ...env };
  const child = spawn(file, rest, { env: environment, stdio: ["ignore", "ignore", "pipe"] });
  if (database !== undefined) workBeside(place, child, environment);
  let said = "";
  const exit = new Promise<number | null>((resolve) => child.on("exit", (code) => resolve(code)));
  return new Promise((resolve, reject) => {
    child.stderr?.on("data", (text: Buffer) => {
      said += text.toString();
      const url = /listening on (\S+)/.exec(said)?.[1];
      if (url !== undefined)
        resolve({ child, url, readyMs: performance.now() - begun, stderr: () => said, exit });
    });
    void exit.then((code) => reject(new Error(`serve ended with ${code}: ${said}`)));
  });
}
