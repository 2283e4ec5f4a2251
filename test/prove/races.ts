import { type ChildProcess, fork } from "node:child_process";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { openStore, type Store } from "../../api/store/index.ts";
import { openShared } from "../../api/store/postgres/postgres-store.ts";
import { postgresServer } from "../postgres/server.ts";
import type { Row } from "./row.ts";

interface Said {
  readonly claims: readonly number[];
  readonly finished: readonly number[];
  readonly keys: readonly number[];
  readonly errors: readonly string[];
}

const repeated = (list: readonly (number | string)[]): number => list.length - new Set(list).size;

const heard = <T>(child: ChildProcess): Promise<T> =>
  new Promise((resolve, reject) => {
    child.once("message", (said) => resolve(said as T));
    child.once("exit", (code) => reject(new Error(`a process of the race ended with ${code}`)));
  });

/** What went wrong in a store after its race, by what; a store in which all is well has zeros. */
async function wrongs(store: Store, said: readonly Said[], jobs: number): Promise<Record<string, number>> {
  const uploads = await store.uploads.list("t");
  const decided = await store.decisions.since("t", 0, 100_000);
  const all = said.flatMap(({ claims }) => claims);
  const finished = said.flatMap(({ finished: ended }) => ended);
  return {
    "claimed twice": repeated(all),
    "finished twice": repeated(finished),
    "jobs left": jobs - new Set(finished).size,
    "audit chain broken": (await store.audit.firstBroken()) === null ? 0 : 1,
    "positions shared": repeated(uploads.map(({ position }) => position)),
    "decisions with a version of another": repeated(decided.map(({ item, version }) => `${item} ${version}`)),
    "keys new twice": repeated(said.flatMap(({ keys }) => keys)),
    errors: said.flatMap(({ errors }) => errors).length,
  };
}

/** Several processes change one store at the same time, and share its jobs. `address` "": SQLite. */
export async function race(address: string, jobs = 200, processes = 4): Promise<Record<string, number>> {
  const folder = mkdtempSync(join(tmpdir(), "bedarf-race-"));
  const store = await (address === "" ? openStore(folder) : openShared({ address, files: folder }));
  try {
    for (let k = 0; k < jobs; k++) await store.jobs.enqueue((await store.plans.add("t", {}, true)).seq);
    const children = Array.from({ length: processes }, (_, k) =>
      fork(join(import.meta.dirname, "race-worker.ts"), [`w${k}`, folder, address], { execArgv: [] }),
    );
    await Promise.all(children.map((child) => heard(child)));
    const answers = children.map((child) => heard<Said>(child));
    for (const child of children) child.send("go");
    return await wrongs(store, await Promise.all(answers), jobs);
  } finally {
    await store.close();
    rmSync(folder, { recursive: true, force: true });
  }
}

/** The race as a row of the proofs; why there is none where PostgreSQL is not installed. */
export async function races(database: "SQLite" | "PostgreSQL"): Promise<Row | string> {
  const server = database === "SQLite" ? undefined : await postgresServer(true);
  if (server === null) return "needs PostgreSQL";
  try {
    const found = Object.entries(await race(server?.address("race") ?? ""));
    return {
      promise: `Four processes on one store in ${database}, 200 jobs and 640 changes: no job taken or ended twice, audit chain whole, positions and versions unique`,
      figure: found.map(([what, count]) => `${what} ${count}`).join(", "),
      held: found.every(([, count]) => count === 0),
    };
  } finally {
    await server?.stop();
  }
}
