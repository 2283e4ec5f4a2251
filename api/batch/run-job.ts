import { existsSync, mkdirSync, readdirSync } from "node:fs";
import { join } from "node:path";
import {
  defined,
  type Fault,
  FaultError,
  type FileKind,
  InputError,
  type RunRecord,
  words,
} from "../../src/index.ts";
import type { Lang } from "../command.ts";
import { answersOf } from "../run/answers.ts";
import { checkedConfig } from "../run/config.ts";
import { exportFiles } from "../run/export-files.ts";
import { fileSource, readJson, writeFolder } from "../run/files.ts";
import { recordBefore, recordOf } from "../run/previous-run.ts";
import { refusalFiles } from "../run/refusal.ts";
import { resultContents } from "../run/results.ts";
import { runPlan } from "../run/run-plan.ts";
import { filesByKind } from "../run/sources.ts";
import { version } from "../run/version.ts";
import { guardReasons } from "../run/volume-guard.ts";
import type { Threads } from "../threads/threads.ts";
import { type Done, doneBytes, doneName, type FinishedRun, finishedRun, jobHash, readDone } from "./done.ts";
import {
  changedSince,
  isOwnFolder,
  isUnfinished,
  type JobFile,
  jobFiles,
  refuseForeignFolder,
} from "./inputs.ts";
import { finishSwitch, ownFolders, switchResults } from "./switch.ts";

/** What a pass made of a job: `waiting` and `changing` folders are left for the next pass. */
type JobState = "done" | "unchanged" | "failed" | "held" | "waiting" | "changing";

export interface JobOutcome {
  readonly job: string;
  readonly state: JobState;
  readonly reason?: string;
}

/** One pass over one job folder: inbox/JOB -> outbox/JOB. Never throws: whatever is wrong with a job is its own. */
export async function runJob(
  inbox: string,
  outbox: string,
  job: string,
  lang: Lang,
  threads: Threads,
): Promise<JobOutcome> {
  const from = join(inbox, job);
  const to = join(outbox, job);
  try {
    if (isUnfinished(readdirSync(from))) return { job, state: "waiting" };
    for (const place of [to, ...ownFolders.map((name) => join(to, name))]) refuseForeignFolder(place);
    mkdirSync(to, { recursive: true });
    finishSwitch(to);
    return await ranJob({ job, from, to, files: jobFiles(from), lang, threads });
  } catch (error) {
    return failJob(to, job, faultOf(error), lang);
  }
}

/** Leaves the reason beside the last results of a job; where its outbox is no folder of ours nothing is written. */
export function failJob(to: string, job: string, fault: Fault, lang: Lang): JobOutcome {
  const why = reasonOf(fault, lang);
  return isOwnFolder(to)
    ? refuse(to, job, { inputs: [], version, hash: "", state: "failed", ...why, ...lastOf(to) })
    : { job, state: "failed", reason: why.reason };
}

const lastOf = (to: string) => defined({ last: finishedRun(readDone(to)) ?? undefined });

/** A job with its files. */
interface Job {
  readonly job: string;
  readonly from: string;
  readonly to: string;
  readonly files: readonly JobFile[];
  readonly lang: Lang;
  readonly threads: Threads;
}

async function ranJob({ job, from, to, files, lang, threads }: Job): Promise<JobOutcome> {
  const inputs = files.map(({ file, sha256 }) => ({ file, sha256 }));
  const hash = jobHash(inputs, version, lang);
  const before = readDone(to);
  const last = finishedRun(before);
  if (before?.state === "done" && before.hash === hash) return { job, state: "unchanged" };
  const base = { inputs, version, hash };
  try {
    const made = await planJob(files, to, last, threads);
    if (changedSince(from, files)) return { job, state: "changing" };
    const { plan, pool, volumes, differences, config } = made;
    const guards = guardReasons(last, volumes, plan.asOf, differences);
    if (guards.length > 0 && !config.force) {
      const why = reasonOf({ code: "job-held", guards }, lang);
      return refuse(to, job, { ...base, state: "held", ...why, ...(last === null ? {} : { last }) });
    }
    const done: Done = {
      state: "done",
      ...base,
      asOf: plan.asOf,
      volumes,
      ...(guards.length === 0 ? {} : { forced: guards }),
      sequence: (last?.sequence ?? 0) + 1,
    };
    const results = resultContents(plan, pool, lang);
    for (const [name, bytes] of exportFiles(plan, config.export)) results.set(name, bytes);
    results.set(doneName, doneBytes(done));
    switchResults(to, results, archiveName(to, last));
    return { job, state: "done" };
  } catch (error) {
    if (changedSince(from, files)) return { job, state: "changing" };
    const why = reasonOf(faultOf(error), lang);
    if (last === null && error instanceof InputError) writeFolder(to, refusalFiles(error, lang));
    return refuse(to, job, { ...base, state: "failed", ...why, ...(last === null ? {} : { last }) });
  }
}

/** Name of the folder that the results before move to; null where there are none. */
const archiveName = (to: string, last: FinishedRun | null): string | null => {
  if (last === null)
    return ["plan.json", "run.json"].some((name) => existsSync(join(to, name))) ? "unknown" : null;
  return `${last.asOf}-${/^[0-9a-f]{1,64}$/.test(last.hash) ? last.hash : "unknown"}`;
};

function refuse(folder: string, job: string, done: Done): JobOutcome {
  writeFolder(folder, new Map([[doneName, doneBytes(done)]]));
  return { job, state: done.state, ...defined({ reason: done.reason }) };
}

const faultOf = (error: unknown): Fault =>
  error instanceof FaultError
    ? error.fault
    : { code: "internal", why: error instanceof Error ? error.message : String(error) };

const reasonOf = (fault: Fault, lang: Lang) => ({
  reason: words.faultSentence(fault, lang).replaceAll("\n", " "),
  fault,
});

async function planJob(files: readonly JobFile[], to: string, last: FinishedRun | null, threads: Threads) {
  const paths = (kind: JobFile["kind"]) => files.filter((file) => file.kind === kind).map(({ path }) => path);
  const [configPath] = paths("config");
  const [answersPath] = paths("answers");
  const config = checkedConfig(configPath === undefined ? {} : readJson(configPath));
  const answers = { ...config.answers, ...(answersPath === undefined ? {} : answersOf(answersPath)) };
  const of = (kind: FileKind) => paths(kind).map(fileSource);
  if (of("orders").length === 0) throw new InputError({ code: "no-orders", wanted: "job-file" });
  const outcome = await runPlan(
    filesByKind(of),
    {
      options: config.options,
      map: config.map,
      answers,
      previous: (asOf) => previousRun(to, last, asOf),
      newest: async () => (last === null ? undefined : recordOf(to, false)),
    },
    threads,
  );
  return { ...outcome, config };
}

/** The newest finished run with an earlier as-of day: the current results or one of `runs/`. */
function previousRun(folder: string, last: FinishedRun | null, asOf: string): Promise<RunRecord | undefined> {
  const candidates: { path: string; done: FinishedRun }[] = [];
  if (last !== null) candidates.push({ path: folder, done: last });
  const runs = join(folder, "runs");
  for (const name of existsSync(runs) ? readdirSync(runs).sort() : []) {
    const done = readDone(join(runs, name));
    if (done?.state === "done") candidates.push({ path: join(runs, name), done });
  }
  const newestFirst = candidates
    .sort((a, b) => (a.done.sequence ?? 0) - (b.done.sequence ?? 0))
    .reverse()
    .map(({ path, done: { asOf: day } }) => ({ asOf: day, path }));
  return recordBefore(asOf, newestFirst, ({ path }) => recordOf(path, false));
}
