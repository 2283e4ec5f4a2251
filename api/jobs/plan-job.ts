import { existsSync, readFileSync, statSync } from "node:fs";
import { join } from "node:path";
import {
  type ByteSource,
  type Decision,
  defined,
  type Fault,
  FaultError,
  type FileKind,
  type Guard,
  InputError,
  type Issue,
  type ListRow,
  type Plan,
  type PlanFiles,
  type Pool,
  planRows,
  type Volumes,
  words,
} from "../../src/index.ts";
import { checkedConfig } from "../run/config.ts";
import { type Exports, exportFiles } from "../run/export-files.ts";
import { fileSource, sha256, writeFolder } from "../run/files.ts";
import { poolOf } from "../run/pool.ts";
import { recordBefore } from "../run/previous-run.ts";
import { foundBefore, publicCode, refusalFiles } from "../run/refusal.ts";
import { commonNames, resultContents } from "../run/results.ts";
import { runPlan } from "../run/run-plan.ts";
import { filesByKind, withAnswers } from "../run/sources.ts";
import type { Standing } from "../run/standing.ts";
import { guardReasons } from "../run/volume-guard.ts";
import { defaultThreads, threads } from "../threads/threads.ts";
import { mergeDeltas } from "./tables.ts";

/** Everything that the process of a plan needs; it opens no store. */
export interface PlanSpec {
  /** Where the results go. */
  readonly folder: string;
  /** Files of each source, oldest first. */
  readonly sources: readonly {
    readonly kind: FileKind;
    readonly source: string;
    readonly files: readonly { readonly path: string; readonly name: string; readonly sha256: string }[];
  }[];
  /** A file of the decisions made in earlier plans, one as JSON a line. */
  readonly decisions: string;
  /** The calendar that stands for all plans. */
  readonly calendar: Standing["calendar"];
  readonly config: Readonly<Record<string, unknown>>;
  readonly flags: Readonly<Record<string, unknown>>;
  readonly answers: Readonly<Record<string, string>>;
  /** A pool.json; null does without; absent: learned. */
  readonly pool?: string | null;
  /** plan.json of finished plans. */
  readonly previous: readonly { readonly asOf: string; readonly path: string }[];
  /** The last finished plan of what was current, for the volume guard; absent: no guard. */
  readonly last?: { readonly asOf: string; readonly volumes: Volumes };
}

export type PlanEnd =
  | {
      readonly state: "done";
      readonly asOf: string;
      readonly volumes: Volumes;
      readonly summary: object;
      readonly questions: readonly Issue[];
      readonly forced: readonly Guard[];
    }
  | { readonly state: "held"; readonly code: "volume-guard"; readonly fault: Fault }
  | {
      readonly state: "failed";
      readonly code: string;
      readonly fault: Fault;
      readonly questions: readonly Issue[];
    };

/** Rows of all result lists, for the store: one JSON line each. */
export const rowsName = "rows.ndjson";

const named = (path: string, name: string): ByteSource => ({ ...fileSource(path), name });

/** Refuses a stored file that is not what was sent: a disk that turns a digit must not be planned in silence. */
function refuseDamaged({ path, name, sha256: wanted }: PlanSpec["sources"][number]["files"][number]): void {
  if (!existsSync(path)) throw new InputError({ code: "stored-file-damaged", what: "missing", file: name });
  if (sha256(fileSource(path)) !== wanted)
    throw new InputError({ code: "stored-file-damaged", what: "changed", file: name });
}

/** The files of a spec by kind, deltas merged into what they belong to. */
export const filesOf = ({ sources, answers }: Pick<PlanSpec, "sources" | "answers">): PlanFiles =>
  filesByKind((wanted) =>
    sources
      .filter(({ kind }) => kind === wanted)
      .flatMap(({ kind, source, files }) => {
        files.forEach(refuseDamaged);
        const opened = files.map(({ path, name }) => withAnswers(named(path, name), answers));
        return mergeDeltas(kind, opened, source === "");
      }),
  );

export const noOrders = () => new InputError({ code: "no-orders", wanted: "upload" });

/** Below this many bytes of input, threads take longer to start than to plan. */
const worthThreads = 4 * 2 ** 20;

const bytesOf = ({ sources }: Pick<PlanSpec, "sources">): number =>
  sources
    .flatMap(({ files }) => files)
    .reduce((sum, { path }) => sum + (statSync(path, { throwIfNoEntry: false })?.size ?? 0), 0);

const decisionsIn = (path: string): Decision[] =>
  readFileSync(path, "utf8")
    .split("\n")
    .filter((line) => line !== "")
    .map((line) => JSON.parse(line) as Decision);

/** Plans, and writes the result folder: shared files, de/ and en/. */
export async function runPlanJob(
  spec: PlanSpec,
  progress: (share: number, step: string) => void,
): Promise<PlanEnd> {
  const workers = threads(bytesOf(spec) < worthThreads ? 1 : defaultThreads());
  try {
    const config = checkedConfig(spec.config, spec.flags);
    const files = filesOf(spec);
    if (files.orders?.length === 0) throw noOrders();
    const steps = ["orders", "signals", "forecasts"];
    const { plan, pool, volumes } = await runPlan(
      files,
      {
        options: config.options,
        map: config.map,
        answers: { ...spec.answers, ...config.answers },
        standing: { calendar: spec.calendar, decisions: decisionsIn(spec.decisions) },
        previous: (asOf) => recordBefore(asOf, spec.previous),
        ...defined({ pool: poolOf(spec.pool === undefined ? [] : [spec.pool ?? "none"]) }),
        progress: (label, done, of) => {
          const at = Math.max(0, steps.indexOf(label));
          progress(((at + done / Math.max(1, of)) / steps.length) * 0.9, label);
        },
      },
      workers,
    );
    const guards = spec.last === undefined ? [] : guardReasons(spec.last, volumes, plan.asOf);
    if (guards.length > 0 && !config.force)
      return { state: "held", code: "volume-guard", fault: { code: "volume-guard", guards } };
    progress(0.9, "results");
    writeResults(spec.folder, plan, pool, config.export);
    return {
      state: "done",
      asOf: plan.asOf,
      volumes,
      summary: summaryOf(plan),
      questions: questionsOf(plan.issues),
      forced: guards,
    };
  } catch (error) {
    return refused(error, spec.folder);
  } finally {
    await workers.close();
  }
}

/** How a job ends whose input cannot be used; any other error is the program's and goes on. */
export function refused(error: unknown, folder: string): PlanEnd {
  if (!(error instanceof FaultError)) throw error;
  writeRefusal(folder, error);
  return {
    state: "failed",
    code: publicCode(error),
    fault: error.fault,
    questions: questionsOf(foundBefore(error)),
  };
}

const questionsOf = (issues: readonly Issue[]) => issues.filter(({ question }) => question !== undefined);

function writeResults(folder: string, plan: Plan, pool: Pool | null, exports: Exports): void {
  for (const lang of words.langs) {
    const contents = resultContents(plan, pool, lang);
    const own = [...contents].filter(([name]) => !commonNames.has(name));
    writeFolder(join(folder, lang), new Map(own));
    if (lang === "en") {
      const common = [...contents].filter(([name]) => commonNames.has(name));
      writeFolder(folder, new Map(common));
      writeFolder(folder, new Map(exportFiles(plan, exports)));
    }
  }
  writeFolder(folder, new Map([[rowsName, rowLines(planRows(plan))]]));
}

/** What is left of a job that could not run: its issues. */
function writeRefusal(folder: string, error: FaultError): void {
  for (const lang of words.langs) writeFolder(join(folder, lang), refusalFiles(error, lang));
  const rows = foundBefore(error).map((issue): ListRow => {
    const { item = null } = issue;
    return { kind: "issues", item, ordered: false, json: JSON.stringify(issue) };
  });
  writeFolder(folder, new Map([[rowsName, rowLines(rows)]]));
}

const pieceLength = 1 << 16;

/** Rows for the store as lines of JSON, each with its place in its list. */
function* rowLines(rows: Iterable<ListRow>): Generator<Uint8Array> {
  const next = new Map<string, number>();
  let text = "";
  for (const { kind, item, ordered, json } of rows) {
    const position = next.get(kind) ?? 0;
    next.set(kind, position + 1);
    text += `${JSON.stringify([kind, position, item, ordered, json])}\n`;
    if (text.length < pieceLength) continue;
    yield Buffer.from(text);
    text = "";
  }
  yield Buffer.from(text);
}

/** How many items no suggestion can be made for because their stock or their lead time is missing. */
const lackingOf = (issues: readonly Issue[]): number =>
  new Set(
    issues.flatMap(({ code, item }) =>
      item !== undefined && (code === "missing-stock" || code === "missing-lead-time") ? [item] : [],
    ),
  ).size;

/** So many files stand in the summary of a plan by name. */
const filesNamed = 50;

/** What the list of plans shows of one. */
function summaryOf(plan: Plan): object {
  const ordered = plan.items.filter(({ suggestion }) => suggestion !== null && suggestion.quantity > 0);
  return {
    bucket: plan.bucket,
    stockDate: plan.stockDate,
    configHash: plan.configHash,
    version: plan.version,
    items: plan.items.length,
    orderLines: ordered.length,
    signals: plan.items.reduce(
      (sum, { signals }) => sum + signals.filter(({ state }) => state === "open").length,
      0,
    ),
    issues: plan.issues.length,
    lacking: lackingOf(plan.issues),
    rows: plan.inputs.reduce((sum, { lines }) => sum + lines, 0),
    rowsUsed: plan.inputs.reduce((sum, { used }) => sum + used, 0),
    files: plan.inputs.slice(0, filesNamed).map(({ file, lines, used }) => ({ file, rows: lines, used })),
  };
}
