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
  isoDate,
  type ListRow,
  type Plan,
  type PlanFiles,
  type Pool,
  plan,
  planRows,
  type RunRecord,
  type Volumes,
  words,
} from "../../src/index.ts";
import { type Config, checkedConfig } from "../run/config.ts";
import { type Exports, exportFiles } from "../run/export-files.ts";
import { fileSource, sha256, writeFolder } from "../run/files.ts";
import { poolOf } from "../run/pool.ts";
import { recordBefore, recordOf } from "../run/previous-run.ts";
import { foundBefore, publicCode, refusalFiles } from "../run/refusal.ts";
import { commonNames, resultContents } from "../run/results.ts";
import { planInput, type RunSettings } from "../run/run-plan.ts";
import { filesByKind, withAnswers } from "../run/sources.ts";
import type { Standing } from "../run/standing.ts";
import { guardReasons } from "../run/volume-guard.ts";
import { defaultThreads, threads } from "../threads/threads.ts";
import { workersOf } from "../threads/workers.ts";
import { rowLines, rowsName, supplierRows } from "./made/list-rows.ts";
import { figuresOf, questionsOf, summaryOf } from "./made/summary.ts";
import { type Cut, cutInto } from "./parts/cut.ts";
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
  /** Finished plans, whose results are brought when they are asked for. */
  readonly previous: readonly { readonly asOf: string; readonly id: string }[];
  /** The last finished plan of what was current, for the volume guard; absent: no guard. */
  readonly last?: { readonly asOf: string; readonly volumes: Volumes };
  /** A plan of more items than `whole` is cut into parts of `part` instead of made. */
  readonly cut?: { readonly whole: number; readonly part: number };
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

/** What a job asks and tells while it works. */
interface JobTalk {
  readonly progress: (share: number, step: string) => void;
  /** Brings the results of a finished plan; their folder. */
  readonly bring: (planId: string) => Promise<string>;
}

/** What a spec asks for, as a run takes it. */
function settingsOf(
  spec: PlanSpec,
  { options, map, answers }: Config,
  { progress, bring }: JobTalk,
): RunSettings {
  const steps = ["orders", "signals", "forecasts"];
  const [newest] = spec.previous;
  const records = new Map<string, Promise<RunRecord | undefined>>();
  const recordBy = (id: string): Promise<RunRecord | undefined> => {
    const known = records.get(id) ?? bring(id).then((folder) => recordOf(folder, false));
    records.set(id, known);
    return known;
  };
  return {
    options,
    map,
    answers: { ...spec.answers, ...answers },
    standing: { calendar: spec.calendar, decisions: decisionsIn(spec.decisions) },
    previous: (asOf) => recordBefore(asOf, spec.previous, ({ id }) => recordBy(id)),
    newest: async () => (newest === undefined ? undefined : recordBy(newest.id)),
    ...defined({ pool: poolOf(spec.pool === undefined ? [] : [spec.pool ?? "none"]) }),
    progress: (label, done, of) => {
      const at = Math.max(0, steps.indexOf(label));
      progress(((at + done / Math.max(1, of)) / steps.length) * 0.9, label);
    },
  };
}

/** Plans, and writes the result folder: shared files, de/ and en/; or cuts what it is made from into parts. */
export async function runPlanJob(spec: PlanSpec, talk: JobTalk): Promise<PlanEnd | Cut> {
  const workers = threads(bytesOf(spec) < worthThreads ? 1 : defaultThreads());
  try {
    const config = checkedConfig(spec.config, spec.flags);
    const files = filesOf(spec);
    if (files.orders?.length === 0) throw noOrders();
    const settings = settingsOf(spec, config, talk);
    const { input, volumes, differences } = await planInput(files, settings);
    const heldBy = (asOf: string): readonly Guard[] =>
      spec.last === undefined ? [] : guardReasons(spec.last, volumes, asOf, differences);
    const { made: read } = input;
    const named = supplierRows(input.suppliers);
    if (read !== undefined && spec.cut !== undefined && read.demand.items.length > spec.cut.whole) {
      const guards = heldBy(isoDate(read.demand.asOf));
      if (guards.length > 0 && !config.force) return held(guards);
      talk.progress(0, "orders");
      return cutInto(spec.folder, input, config.options, {
        volumes,
        forced: guards,
        named,
        items: spec.cut.part,
      });
    }
    const { plan: made, pool } = await plan(input, config.options, workersOf(workers, settings.progress));
    const guards = heldBy(made.asOf);
    if (guards.length > 0 && !config.force) return held(guards);
    talk.progress(0.9, "results");
    writeResults(spec.folder, made, { pool, exports: config.export, named });
    return {
      state: "done",
      asOf: made.asOf,
      volumes,
      summary: summaryOf(made, figuresOf(made, made.issues)),
      questions: questionsOf(made.issues),
      forced: guards,
    };
  } catch (error) {
    return refused(error, spec.folder);
  } finally {
    await workers.close();
  }
}

const held = (guards: readonly Guard[]): PlanEnd => ({
  state: "held",
  code: "volume-guard",
  fault: { code: "volume-guard", guards },
});

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

interface BesidePlan {
  readonly pool: Pool | null;
  readonly exports: Exports;
  /** Rows of the list of suppliers, which no plan holds. */
  readonly named: readonly ListRow[];
}

function writeResults(folder: string, made: Plan, { pool, exports, named }: BesidePlan): void {
  for (const lang of words.langs) {
    const contents = resultContents(made, pool, lang);
    const own = [...contents].filter(([name]) => !commonNames.has(name));
    writeFolder(join(folder, lang), new Map(own));
    if (lang === "en") {
      const common = [...contents].filter(([name]) => commonNames.has(name));
      writeFolder(folder, new Map(common));
      writeFolder(folder, new Map(exportFiles(made, exports)));
    }
  }
  writeFolder(folder, new Map([[rowsName, rowLines(rowsOf(made, named))]]));
}

function* rowsOf(made: Plan, named: readonly ListRow[]): Generator<ListRow> {
  yield* planRows(made);
  yield* named;
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
