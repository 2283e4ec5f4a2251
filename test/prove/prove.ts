// `npm run prove [-- NAME…]`: every promise as a measurement, its table in docs/proof.md. `--long`: the figures asked for
// by hand (500 kills, 20,000 requests); `--short`: all of it in a few minutes; without either a form in between.
// `--within=SECONDS`: no row begins after that, those left say so.
// `--postgres`: the rows that ask a server, with its records in PostgreSQL and its plans made by a worker.
import { readFileSync, writeFileSync } from "node:fs";
import { cpus } from "node:os";
import { join } from "node:path";
import { doubts } from "../plans/doubts.ts";
import { postgresServer } from "../postgres/server.ts";
import { killedBatch } from "./batch.ts";
import { description } from "./description.ts";
import { fuzz } from "./fuzz.ts";
import { jobModel } from "./jobs.ts";
import { killRounds } from "./kill.ts";
import { sharedKills } from "./kill-shared.ts";
import { largeUpload, readers, slowClients, streamCost } from "./load.ts";
import { keepIn } from "./process.ts";
import { properties } from "./properties.ts";
import { races } from "./races.ts";
import { parallelPosts } from "./retries.ts";
import type { Row } from "./row.ts";
import { sameBytes } from "./same-bytes.ts";
import { sparkKills } from "./scale/kills.ts";
import { previousRun } from "./scale/previous.ts";
import { gracefulStop } from "./shutdown.ts";
import { backupRestores, fullDisk, schemaGate, syncsOnDisk, tornFiles } from "./store.ts";
import { supplyChain } from "./supply-chain.ts";
import { routeMatrix, tokenNowhere } from "./tenants.ts";
import { bulk } from "./walls/bulk.ts";
import { plansInARow } from "./walls/growth.ts";
import { inside } from "./walls/inside.ts";
import { deaf, heads } from "./walls/kept.ts";
import { hostileLines } from "./walls/lines.ts";
import { mutants } from "./walls/mutants.ts";
import { neighbours } from "./walls/neighbours.ts";
import { signalRounds } from "./walls/signals.ts";
import { fullAtWork, killedRestores, lockedStore } from "./walls/trouble.ts";
import { turns } from "./walls/turns.ts";

const long = process.argv.includes("--long");
const short = process.argv.includes("--short");
const withinSeconds = Number(
  process.argv.find((one) => one.startsWith("--within="))?.slice("--within=".length) ??
    Number.POSITIVE_INFINITY,
);
const wanted = process.argv.slice(2).filter((name) => !name.startsWith("--"));
/** A size for `--short`, for usual runs and for `--long`. */
const sized = (few: number, usual: number, many: number): number => (long ? many : short ? few : usual);
const rounds = Number(process.env.PROVE_ROUNDS ?? sized(5, 50, 500));

/** A row, or why there is none on this machine. */
type Outcome = Row | string | null;

const proofs: Readonly<Record<string, () => Outcome | Promise<Outcome>>> = {
  kill: () => killRounds(rounds),
  fsync: syncsOnDisk,
  torn: () => tornFiles(sized(20, 200, 200)),
  retries: () => parallelPosts(100),
  jobs: () => jobModel(sized(200, 2000, 2000)),
  races: () => races("SQLite"),
  postgres: () => races("PostgreSQL"),
  shared: () => sharedKills(Number(process.env.PROVE_ROUNDS ?? sized(4, 30, 200))),
  spark: () => sparkKills(sized(400, 1500, 4000)),
  previous: () => previousRun(sized(5000, 50_000, 500_000)),
  batch: () => killedBatch(sized(1, 5, 5)),
  stop: gracefulStop,
  full: fullDisk,
  tenants: routeMatrix,
  tokens: tokenNowhere,
  fuzz: () => fuzz(sized(400, 4000, 20_000)),
  description: () => (short ? "takes 40 s: without --short" : description(long ? 50 : 20)),
  inside: () => inside(sized(600, 8000, 40_000)),
  lines: () => hostileLines(sized(3000, 20_000, 20_000)),
  mutants: () => mutants(sized(60, 1000, 1000)),
  heads: () => heads(sized(1000, 10_000, 10_000)),
  deaf: () => (short ? "takes 40 s: without --short" : deaf(500)),
  bulk: () => bulk(sized(5000, 50_000, 50_000)),
  locked: () => lockedStore(sized(5, 10, 10)),
  fullwork: fullAtWork,
  renames: killedRestores,
  signals: () => (short ? signalRounds(1, ["a plan runs"]) : signalRounds(sized(1, 1, 6))),
  plans: () => plansInARow(sized(8, 60, 200)),
  neighbours: () => neighbours(sized(6, 20, 20)),
  turns,
  slow: () => (short ? "takes 35 s: without --short" : slowClients(500)),
  upload: () => largeUpload(sized(40, 200, 200)),
  readers: () => readers(200, sized(3, 10, 10)),
  // fewer series would measure what a start costs
  streams: () => streamCost(400, 3),
  backup: backupRestores,
  schema: schemaGate,
  supply: supplyChain,
  bytes: sameBytes,
  doubts: () => doubts(sized(300, 20_000, 20_000)),
  properties: () =>
    short ? "npm test has them with 200 cases: without --short" : properties(sized(100, 500, 10_000)),
};

/** Rows that ask a server and nothing of the database below it. */
const askServer: readonly string[] = [
  "inside",
  "heads",
  "deaf",
  "bulk",
  "plans",
  "neighbours",
  "slow",
  "upload",
  "stop",
];
const shared = process.argv.includes("--postgres") ? await postgresServer(true) : undefined;
if (shared === null) {
  process.stderr.write("skipped: PostgreSQL is not installed\n");
  process.exit(0);
}
if (shared !== undefined) keepIn(shared);
const chosen = wanted.length === 0 && shared !== undefined ? askServer : wanted;

const unknown = wanted.find((name) => !Object.hasOwn(proofs, name));
if (unknown !== undefined) {
  process.stderr.write(`no proof ${unknown}: there are ${Object.keys(proofs).join(", ")}\n`);
  process.exit(2);
}

/** A row that only misses a time is measured again, at most three times in all; its figure says which measurement it is. */
async function measured(prove: () => Outcome | Promise<Outcome>): Promise<Outcome> {
  const tries = 3;
  for (let k = 1; ; k++) {
    const row = await prove();
    if (row === null || typeof row === "string") return row;
    if (row.held || row.isOnlyLate !== true || k === tries)
      return k === 1 ? row : { ...row, figure: `${row.figure} (measurement ${k})` };
    process.stderr.write(`  late, measured again: ${row.figure}\n`);
  }
}

const lines: string[] = [];
const broken: string[] = [];
for (const [name, prove] of Object.entries(proofs)) {
  if (chosen.length > 0 && !chosen.includes(name)) continue;
  process.stderr.write(`${name} …\n`);
  const begun = performance.now();
  let row: Outcome;
  try {
    row =
      performance.now() < 1000 * withinSeconds ? await measured(prove) : `no time left of ${withinSeconds} s`;
  } catch (error) {
    row = { promise: name, figure: `could not be measured: ${(error as Error).message}`, held: false };
  }
  const missing = typeof row === "string" ? row : "needs strace, a mount or /proc";
  const { promise, figure, held } =
    row === null || typeof row === "string"
      ? { promise: "not possible on this machine", figure: missing, held: undefined }
      : row;
  const state = held === undefined ? "skipped" : held ? "held" : "NOT HELD";
  if (held === false) broken.push(`not held: ${name}: ${figure}\n`);
  process.stderr.write(`  ${state} (${((performance.now() - begun) / 1000).toFixed(0)} s): ${figure}\n`);
  lines.push(`| ${name} | ${promise} | ${figure.replaceAll("|", "/")} | ${state} |`);
}
// A short run says whether all holds; the figures of the table come from longer ones.
if (chosen.length === 0 && !short) {
  const page = join(import.meta.dirname, "..", "..", "docs", "proof.md");
  // What is written by hand stays: which input each kind of harm came by.
  const before = readFileSync(page, "utf8");
  const text = `# Proof
Written by \`npm run prove${long ? " -- --long" : ""}\`: every row is measured by the command \`npm run prove -- NAME\`. This run: Node
${process.versions.node}, ${process.platform} ${process.arch}, ${cpus().length} cores shared with everything else on the machine.

| name | promise | figure | |
|---|---|---|---|
${lines.join("\n")}

What is not shown: a power cut itself (the count of syncs stands for it), and other file systems than this machine's.

${before.slice(before.indexOf("## What arrives"))}`;
  writeFileSync(page, text);
}
await shared?.stop();
process.stderr.write(broken.join(""));
process.exit(broken.length === 0 ? 0 : 1);
