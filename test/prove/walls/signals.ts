import { spawn } from "node:child_process";
import { existsSync, mkdtempSync, readdirSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { openDatabase } from "../../../api/store/database.ts";
import { itemsCsv, ordersCsv } from "../../api/server.ts";
import { checkKilled } from "../kill.ts";
import { type ServerProcess, serveProcess } from "../process.ts";
import { type Row, seeded } from "../row.ts";
import { below, stillLive } from "./processes.ts";
import { endOf, ordered, pause, send } from "./stand.ts";

type Signal = "SIGTERM" | "SIGKILL";

/** A place whose server is ended again and again, and what it has acknowledged. */
interface Place {
  readonly folder: string;
  readonly random: () => number;
  server: ServerProcess;
  round: number;
  readonly uploads: { id: string; sha256: string }[];
  /** Plans that were ordered: each must come to its end. */
  readonly plans: string[];
  /** Bulks of decisions that were sent, by their reason, and whether all of their lines were answered. */
  readonly bulks: Map<string, boolean>;
}

const items = 40;
const force = '{"config":{"force":true}}';
const csv = { "content-type": "text/csv" };

async function upload({ server, uploads }: Place, kind: string, body: string): Promise<void> {
  const answer = await send(server.url, "POST", `/v1/uploads?kind=${kind}`, body, csv);
  if (answer.ok) uploads.push((await answer.json()) as { id: string; sha256: string });
}

async function planned(place: Place): Promise<string> {
  const id = await ordered(place.server.url, force);
  place.plans.push(id);
  return id;
}

/** Waits until a plan says what is wanted of it. */
async function until(
  { server }: Place,
  id: string,
  isSo: (plan: { state: string; step?: string }) => boolean,
) {
  for (let k = 0; k < 2000; k++) {
    const plan = (await (await send(server.url, "GET", `/v1/plans/${id}`)).json()) as { state: string };
    if (isSo(plan) || ["done", "failed", "held"].includes(plan.state)) return;
    await pause(5);
  }
}

/** Lines of a bulk for each item. */
const times = 120;

/** A bulk of decisions. */
async function decide({ server, bulks, round }: Place): Promise<void> {
  const names = Array.from({ length: items }, (_, k) => `A${k + 1}`);
  const reason = `round ${round}`;
  const lines = Array.from({ length: times }, () => names)
    .flat()
    .map((item) => JSON.stringify({ item, action: "reject", reason }));
  bulks.set(reason, false);
  const answer = await send(server.url, "POST", "/v1/plans/latest/decisions", lines.join("\n"), {
    "content-type": "application/x-ndjson",
  });
  const text = await answer.text();
  bulks.set(reason, answer.ok && text.split("\n").length > lines.length);
}

/** Bulks that were answered and are not there, or of which a part is. */
function decisionFaults({ folder, bulks }: Place): string[] {
  const sql = openDatabase(join(folder, "data"));
  try {
    return [...bulks].flatMap(([reason, isAnswered]) => {
      const { n = 0 } =
        sql.get<{ n: number }>("SELECT count(*) AS n FROM decision WHERE reason = ?", reason) ?? {};
      const isWhole = n === items * times;
      return isWhole || (n === 0 && !isAnswered) ? [] : [`${n} of ${items * times} decisions`];
    });
  } finally {
    sql.close();
  }
}

/** Requests that go on when the server is ended. */
interface Begun {
  readonly going?: Promise<unknown>;
}

/** What is begun in each phase; it returns at the moment in which the server is ended. */
const phases: Readonly<Record<string, (place: Place) => Promise<Begun>>> = {
  "an upload is read": async (place) => {
    const going = upload(place, "orders", ordersCsv({ items, months: 120, scale: place.round + 2 }));
    await pause(100 + place.random() * 700);
    return { going };
  },
  "plans wait": async (place) => {
    for (let k = 0; k < 3; k++) await planned(place);
    return {};
  },
  "a plan runs": async (place) => {
    await until(place, await planned(place), ({ state }) => state === "running");
    await pause(place.random() * 900);
    return {};
  },
  "results are written": async (place) => {
    await until(place, await planned(place), ({ step }) => step === "results");
    await pause(place.random() * 150);
    return {};
  },
  "a bulk of decisions": async (place) => {
    const going = decide(place);
    await pause(50 + place.random() * 500);
    return { going };
  },
};

async function ended(server: ServerProcess, signal: Signal): Promise<number | null> {
  server.child.kill(signal);
  return server.exit;
}

/** Everything below the place that is no store, no content and no kept result: what may not grow. */
function leftovers({ folder }: Place): string[] {
  const [data, above] = [join(folder, "data"), folder];
  const temporary = existsSync(join(data, "tmp")) ? readdirSync(join(data, "tmp")) : [];
  const usual = /^(?:blobs|runs|tmp|cache|bedarf\.sqlite(?:-wal|-shm)?|serve\.(?:lock(?:-journal)?|open))$/;
  return [
    ...temporary.map((name) => `tmp/${name}`),
    ...readdirSync(data).filter((name) => !usual.test(name)),
    ...readdirSync(above).filter((name) => /\.(?:part|lock)$/.test(name)),
  ];
}

/** What a place that was started again no longer knows, or still has lying about. */
async function faultsOf(place: Place): Promise<string[]> {
  const faults: string[] = [];
  const { url } = place.server;
  for (const id of place.plans.splice(0)) {
    const state = await endOf(url, id);
    if (state !== "done") faults.push(`a plan is ${state}`);
  }
  if ((await send(url, "GET", "/readyz")).status !== 200) faults.push("not ready");
  for (let k = 0; k < 100 && leftovers(place).length > 0; k++) await pause(50);
  faults.push(...leftovers(place).map((name) => `${name} is left`));
  return faults;
}

/** One end of the server in one phase, and a start behind it. */
async function struck(place: Place, phase: string, signal: Signal): Promise<string[]> {
  const begin = phases[phase];
  if (begin === undefined) throw new Error(`no phase ${phase}`);
  place.round++;
  const { going = Promise.resolve() } = await begin(place);
  // What is broken off in the middle was not acknowledged.
  const over = going.catch(() => undefined);
  const children = below(place.server.child.pid ?? 0);
  const code = await ended(place.server, signal);
  await over;
  const faults: string[] = [];
  if (signal === "SIGTERM" && code !== 0) faults.push(`exit ${code}`);
  const orphans = await stillLive(children, 5000);
  if (orphans > 0) faults.push(`${orphans} orphans`);
  const { lost, half } = await checkKilled(join(place.folder, "data"), place.uploads);
  if (lost + half > 0) faults.push(`${lost} lost, ${half} half`);
  faults.push(...decisionFaults(place));
  place.server = await serveProcess(join(place.folder, "data"));
  return [...faults, ...(await faultsOf(place))].map((fault) => `${phase}, ${signal}: ${fault}`);
}

/** A command of the command line that is ended after some milliseconds; its code where it was faster. */
async function cut(args: readonly string[], signal: Signal, ms: number): Promise<number | null> {
  const child = spawn(process.execPath, ["api/cli.ts", ...args], { stdio: "ignore" });
  const exit = new Promise<number | null>((resolve) => child.on("exit", resolve));
  const timer = setTimeout(() => child.kill(signal), ms);
  const code = await exit;
  clearTimeout(timer);
  return code;
}

/** A backup that is ended while the server works, one that is made behind it, and a restore of that, ended too. */
async function copied(place: Place, signal: Signal): Promise<string[]> {
  const [data, copy] = ["data", `copy-${place.round}-${signal}`].map((name) => join(place.folder, name)) as [
    string,
    string,
  ];
  const faults: string[] = [];
  const backup = ["backup", "--data", data, "--to", copy];
  await cut(backup, signal, 400 + place.random() * 900);
  rmSync(copy, { recursive: true, force: true });
  if ((await cut(backup, signal, 120_000)) !== 0) faults.push("backup: not made behind it");
  if ((await ended(place.server, "SIGTERM")) !== 0) faults.push("backup: the server does not end");
  const restore = ["restore", "--data", data, "--from", copy];
  await cut(restore, signal, 400 + place.random() * 900);
  if ((await cut(restore, signal, 120_000)) !== 0) faults.push("restore: not made behind it");
  for (const name of readdirSync(place.folder))
    if (name.startsWith("data.before-")) rmSync(join(place.folder, name), { recursive: true });
  rmSync(copy, { recursive: true });
  const { lost, half } = await checkKilled(data, place.uploads);
  if (lost + half > 0) faults.push(`restore: ${lost} lost, ${half} half`);
  place.server = await serveProcess(data);
  return [...faults, ...(await faultsOf(place))].map((fault) => `${signal}: ${fault}`);
}

/** A clean-up that throws plans away, ended at its beginning. */
async function cleaned(place: Place, signal: Signal): Promise<string[]> {
  for (let k = 0; k < 3; k++) await endOf(place.server.url, await planned(place));
  await ended(place.server, "SIGTERM");
  const data = join(place.folder, "data");
  const few = await serveProcess(data, { env: { BEDARF_KEPT_PLANS: "1" } });
  await pause(place.random() * 60);
  await ended(few, signal);
  place.server = await serveProcess(data, { env: { BEDARF_KEPT_PLANS: "1" } });
  const kept = () => readdirSync(join(data, "runs")).length;
  for (let k = 0; k < 200 && kept() > 1; k++) await pause(50);
  const faults = kept() === 1 ? [] : [`clean-up, ${signal}: ${kept()} results kept`];
  return [...faults, ...(await faultsOf(place)).map((fault) => `clean-up, ${signal}: ${fault}`)];
}

/** The server ended in every phase of its work, by both signals: nothing lost, ready again by itself, nothing left. */
export async function signalRounds(rounds: number, names = Object.keys(phases)): Promise<Row | null> {
  if (process.platform !== "linux") return null;
  const folder = mkdtempSync(join(tmpdir(), "bedarf-signals-"));
  const faults: string[] = [];
  let strikes = 0;
  const place: Place = {
    folder,
    random: seeded(41),
    server: await serveProcess(join(folder, "data")),
    round: 0,
    uploads: [],
    plans: [],
    bulks: new Map(),
  };
  try {
    await upload(place, "orders", ordersCsv({ items }));
    await upload(place, "items", itemsCsv(items));
    await endOf(place.server.url, await planned(place));
    for (let k = 0; k < rounds; k++)
      for (const signal of ["SIGKILL", "SIGTERM"] as const) {
        for (const name of names) {
          faults.push(...(await struck(place, name, signal)));
          strikes++;
        }
        faults.push(...(await copied(place, signal)), ...(await cleaned(place, signal)));
        strikes += 3;
      }
  } finally {
    await ended(place.server, "SIGTERM");
    rmSync(folder, { recursive: true, force: true, maxRetries: 20, retryDelay: 100 });
  }
  return {
    promise:
      "SIGTERM and SIGKILL while an upload is read, plans wait or run, results are written, decisions, backup, restore and clean-up are made: nothing acknowledged lost, ready again by itself, no process and no temporary file left",
    figure: `${strikes} times ended, ${faults.length === 0 ? "0 faults" : `${faults.length} faults: ${[...new Set(faults)].slice(0, 6).join("; ")}`}`,
    held: faults.length === 0,
  };
}
