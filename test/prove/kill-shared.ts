import { type ChildProcess, spawn, spawnSync } from "node:child_process";
import { createHash } from "node:crypto";
import { existsSync, mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { setTimeout as wait } from "node:timers/promises";
import { openShared, type SharedPlace } from "../../api/store/postgres/postgres-store.ts";
import { type PostgresServer, postgresServer } from "../postgres/server.ts";
import { type Row, seeded } from "./row.ts";

const root = join(import.meta.dirname, "..", "..");

/** A server or worker of a shared store, in a group of its own. */
interface Member {
  readonly kind: "serve" | "work";
  child: ChildProcess;
  url: string;
  ready: Promise<void>;
  /** What it said last, where it ended by itself. */
  fell?: string;
}

/** What clients were told is kept. */
interface Told {
  readonly uploads: Map<string, string>;
  readonly plans: Set<string>;
}

function started({ address, files }: SharedPlace, kind: Member["kind"]): Member {
  const port = kind === "serve" ? ["--port", "0"] : [];
  const child = spawn(
    process.execPath,
    [join(root, "api", "cli.ts"), kind, "--store", address, "--files", files, ...port],
    {
      env: { ...process.env, BEDARF_LOG: "silent", BEDARF_FREE_DISK_BYTES: "0", BEDARF_KEPT_PLANS: "100000" },
      stdio: ["ignore", "ignore", "pipe"],
      detached: true,
    },
  );
  const member: Member = { kind, child, url: "", ready: Promise.resolve() };
  member.ready = new Promise((resolve) => {
    let said = "";
    child.stderr?.on("data", (text: Buffer) => {
      said += text.toString();
      member.url = /listening on (\S+)/.exec(said)?.[1] ?? "";
      if (member.url !== "" || said.includes("working")) resolve();
    });
    child.once("exit", (code) => {
      // who is struck or told to end has no code of its own
      if (code !== null && code !== 0) member.fell = `${kind} ended with ${code}: ${said.slice(-2000)}`;
      resolve();
    });
  });
  return member;
}

/** Orders of a dozen items over three years: what every plan is made from. */
const planned = [
  "item,date,quantity,price",
  ...Array.from({ length: 12 * 36 }, (_, k) => {
    const [item, month] = [k % 12, Math.floor(k / 12)];
    const date = `${2022 + Math.floor(month / 12)}-${String((month % 12) + 1).padStart(2, "0")}-15`;
    return `A${item},${date},${5 + item + ((month * 7 + item * 3) % 11)},2`;
  }),
].join("\n");

/** Asks whichever server answers, with the same key, until one says that it is done. */
async function told(
  servers: readonly Member[],
  random: () => number,
  path: string,
  body: string,
  key: string,
) {
  for (;;) {
    const { url } = servers[Math.floor(random() * servers.length)];
    const answer = await fetch(`${url}${path}`, {
      method: "POST",
      body,
      headers: {
        "idempotency-key": key,
        "content-type": path.includes("plans") ? "application/json" : "text/csv",
      },
    }).catch(() => undefined);
    const value = (await answer?.json().catch(() => undefined)) as { id: string; sha256: string } | undefined;
    if (answer?.ok === true && value !== undefined) return value;
    // 409, 429 and 503 say that the same request may come again; another refusal is a fault of the program.
    if (answer !== undefined && ![409, 429, 502, 503].includes(answer.status) && value !== undefined)
      throw new Error(`${path}: ${answer.status} ${JSON.stringify(value)}`);
    await wait(50);
  }
}

/** Sends files and orders plans until told to stop. */
async function sending(
  servers: readonly Member[],
  random: () => number,
  isOver: () => boolean,
  kept: Told,
): Promise<void> {
  const first = await told(servers, random, "/v1/uploads?kind=orders&source=plans", planned, "plans");
  for (let n = 0; !isOver(); n++) {
    const body = `item,date,quantity\nB1,2025-01-15,${n + 1}\nB1,2025-02-15,7\n`;
    const { id, sha256 } = await told(
      servers,
      random,
      "/v1/uploads?kind=orders&source=s&mode=delta",
      body,
      `u${n}`,
    );
    kept.uploads.set(id, sha256);
    if (n % 40 > 0) continue;
    const request = JSON.stringify({ uploads: [first.id] });
    kept.plans.add((await told(servers, random, "/v1/plans", request, `p${n}`)).id);
  }
}

const gone = (child: ChildProcess) =>
  child.exitCode !== null || child.signalCode !== null
    ? Promise.resolve()
    : new Promise<void>((resolve) => child.once("exit", () => resolve()));

/** Groups of killed members of which a process still lives, after at most ten seconds in which it may notice. */
async function leftOf(groups: readonly number[]): Promise<number> {
  for (let tenths = 0; ; tenths++) {
    const left = groups.filter((group) => spawnSync("pgrep", ["-g", String(group)]).status === 0);
    if (left.length === 0 || tenths === 100) {
      for (const group of left) process.stderr.write(spawnSync("pgrep", ["-a", "-g", String(group)]).stdout);
      return left.length;
    }
    await new Promise((done) => setTimeout(done, 100));
  }
}

/** One blow: a member killed and begun again, a worker stopped for longer than its lease, the database ended hard. */
async function blow(
  members: Member[],
  place: SharedPlace,
  server: PostgresServer,
  random: () => number,
  killed: number[],
  paused: Set<Member>,
): Promise<void> {
  const dice = random();
  if (dice < 0.06) return server.restart();
  const awake = members.filter((one) => !paused.has(one));
  const workers = awake.filter(({ kind }) => kind === "work");
  const isPause = dice < 0.12 && paused.size === 0;
  const from = isPause ? workers : awake;
  const hit = from[Math.floor(random() * from.length)];
  if (hit.fell !== undefined) throw new Error(hit.fell);
  if (isPause) {
    paused.add(hit);
    process.kill(hit.child.pid as number, "SIGSTOP");
    setTimeout(() => {
      process.kill(hit.child.pid as number, "SIGCONT");
      paused.delete(hit);
    }, 60_000).unref();
    return;
  }
  killed.push(hit.child.pid as number);
  hit.child.kill("SIGKILL");
  await gone(hit.child);
  const next = started(place, hit.kind);
  await next.ready;
  Object.assign(hit, next);
}

/** What a store that was struck must still hold, once all its plans have ended. */
async function wrongs(place: SharedPlace, kept: Told, longestMs: number): Promise<Record<string, number>> {
  const store = await openShared(place);
  try {
    const known = new Set((await store.uploads.list("default")).map(({ id }) => id));
    const isWhole = async (sha256: string) => {
      const path = await store.blobs.open(sha256);
      return existsSync(path) && createHash("sha256").update(readFileSync(path)).digest("hex") === sha256;
    };
    let half = 0;
    for (const sha256 of kept.uploads.values()) if (!(await isWhole(sha256))) half++;
    const open = async () => {
      const states = await Promise.all([...kept.plans].map((id) => store.plans.get("default", id)));
      return states.filter((plan) => plan?.state !== "done").length;
    };
    const since = performance.now();
    while ((await open()) > 0 && performance.now() - since < longestMs) await wait(500);
    const results = new Set<string>();
    for (const id of kept.plans) {
      const path = await store.runFile(id, "run.json");
      results.add(existsSync(path) ? readFileSync(path, "utf8") : "");
    }
    const ends = (await store.audit.list("default", 0, 1_000_000)).filter(
      ({ action }) => action === "plan.done",
    );
    return {
      lost: [...kept.uploads.keys()].filter((id) => !known.has(id)).length,
      half,
      "plans not made": await open(),
      "plans ended twice": ends.length - new Set(ends.map(({ object }) => object)).size,
      "other results": results.size - 1,
      "audit chain broken": (await store.audit.firstBroken()) === null ? 0 : 1,
    };
  } finally {
    await store.instances.leave(store.instance);
    await store.close();
  }
}

/** Two servers and three workers on one PostgreSQL, struck so many times while clients send files and order plans. */
export async function sharedKills(rounds: number): Promise<Row | string> {
  const server = await postgresServer(true);
  if (server === null) return "needs PostgreSQL";
  const place = { address: server.address("kills"), files: mkdtempSync(join(tmpdir(), "bedarf-kills-")) };
  const random = seeded(11);
  const kept: Told = { uploads: new Map(), plans: new Set() };
  const members: Member[] = [];
  const [killed, paused] = [[] as number[], new Set<Member>()];
  let over = false;
  try {
    for (const kind of ["serve", "serve", "work", "work", "work"] as const) {
      const one = started(place, kind);
      await one.ready;
      members.push(one);
    }
    const clients = sending(members.slice(0, 2), seeded(12), () => over, kept);
    for (let round = 0; round < rounds; round++) {
      await wait(20 + random() * 600);
      await blow(members, place, server, random, killed, paused);
    }
    over = true;
    await clients;
    const found = await wrongs(place, kept, 180_000);
    const all = { ...found, orphans: await leftOf(killed) };
    const bad = Object.entries(all).filter(([, count]) => count !== 0);
    return {
      promise: `two servers and three workers on PostgreSQL, ${rounds} kills, pauses of a minute and hard ends of the database: nothing acknowledged is lost, every plan is made once and has the same bytes, no process is left`,
      figure: `${kept.uploads.size} files and ${kept.plans.size} plans acknowledged; ${Object.entries(all)
        .map(([what, count]) => `${what} ${count}`)
        .join(", ")}`,
      held: bad.length === 0 && kept.plans.size > 0,
    };
  } finally {
    over = true;
    for (const { child } of members) {
      child.kill("SIGCONT");
      child.kill("SIGTERM");
    }
    await Promise.all(members.map(({ child }) => gone(child)));
    await server.stop();
    rmSync(place.files, { recursive: true, force: true, maxRetries: 20, retryDelay: 100 });
  }
}
