import { type ChildProcess, execFileSync, spawn, spawnSync } from "node:child_process";
import { chownSync, existsSync, mkdtempSync, readdirSync, rmSync } from "node:fs";
import { createServer } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { setTimeout as wait } from "node:timers/promises";

/** A PostgreSQL of our own, in a folder and on a port of its own. */
export interface PostgresServer {
  /** Address of a schema of its own, made where it is missing. */
  address(schema: string): string;
  /** Runs SQL as the database's owner. */
  run(sql: string): string;
  /** Ends it hard and starts it again. */
  restart(): Promise<void>;
  stop(): Promise<void>;
}

/** Folder of PostgreSQL's programs; undefined where it is not installed. */
function programs(): string | undefined {
  const debian = "/usr/lib/postgresql";
  const versions = existsSync(debian) ? readdirSync(debian).sort((a, b) => Number(b) - Number(a)) : [];
  const folders = [
    ...versions.map((version) => join(debian, version, "bin")),
    ...(process.env.PATH ?? "").split(":"),
  ];
  return folders.find((folder) => existsSync(join(folder, "initdb")) && existsSync(join(folder, "postgres")));
}

/** PostgreSQL does not run as root: somebody else who is known here. */
function somebody(): { uid: number; gid: number } | undefined {
  if (process.getuid?.() !== 0) return {} as { uid: number; gid: number };
  for (const name of ["postgres", "nobody"]) {
    const [uid, gid] = ["-u", "-g"].map((of) =>
      spawnSync("id", [of, name], { encoding: "utf8" }).stdout.trim(),
    );
    if (uid !== "" && gid !== "") return { uid: Number(uid), gid: Number(gid) };
  }
  return undefined;
}

/** A port of this machine that nobody listens on. */
export async function freePort(): Promise<number> {
  const server = createServer();
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  const address = server.address();
  await new Promise((resolve) => server.close(resolve));
  return typeof address === "object" ? (address?.port ?? 0) : 0;
}

/** Starts one; null where PostgreSQL is not installed. `isSafe` false: commits are not synced, for speed. */
export async function postgresServer(isSafe = false): Promise<PostgresServer | null> {
  const bin = programs();
  const user = somebody();
  if (bin === undefined || user === undefined) return null;
  const folder = mkdtempSync(join(tmpdir(), "bedarf-postgres-"));
  if ("uid" in user) chownSync(folder, user.uid, user.gid);
  const data = join(folder, "data");
  execFileSync(
    join(bin, "initdb"),
    ["-D", data, "-U", "bedarf", "-A", "trust", "-E", "UTF8", "--locale=C", "--no-sync"],
    { ...user, stdio: "ignore", cwd: folder },
  );
  const port = await freePort();
  const flags = ["-D", data, "-p", String(port), "-k", folder, "-c", "listen_addresses=127.0.0.1"];
  const unsafe = isSafe ? [] : ["-c", "fsync=off"];
  const start = () =>
    spawn(join(bin, "postgres"), [...flags, ...unsafe], { ...user, stdio: "ignore", cwd: folder });
  const run = (sql: string) =>
    execFileSync(
      join(bin, "psql"),
      ["-h", "127.0.0.1", "-p", String(port), "-U", "bedarf", "-d", "postgres", "-qtAc", sql],
      { encoding: "utf8", stdio: ["ignore", "pipe", "pipe"] },
    );
  const ready = async () => {
    for (let k = 0; k < 300; k++) {
      const { status } = spawnSync(join(bin, "pg_isready"), ["-h", "127.0.0.1", "-p", String(port)]);
      if (status === 0) return;
      await wait(100);
    }
    throw new Error("PostgreSQL does not start");
  };
  const end = async (child: ChildProcess, signal: NodeJS.Signals) => {
    const gone = new Promise((resolve) => child.once("exit", resolve));
    child.kill(signal);
    await gone;
  };
  let child = start();
  await ready();
  return {
    address(schema) {
      run(`CREATE SCHEMA IF NOT EXISTS ${schema}`);
      return `postgres://bedarf@127.0.0.1:${port}/postgres?options=-csearch_path%3D${schema}`;
    },
    run,
    async restart() {
      await end(child, "SIGQUIT");
      child = start();
      await ready();
    },
    async stop() {
      await end(child, "SIGINT");
      rmSync(folder, { recursive: true, force: true });
    },
  };
}
