import { statSync } from "node:fs";
import { join } from "node:path";
import {
  type ByteSource,
  bytesSource,
  defined,
  type Fault,
  FaultError,
  type FileKind,
  type Guard,
  InputError,
  type Issue,
  type Plan,
  type PlanFiles,
  type Pool,
  planJsonChunks,
  type Volumes,
} from "../../src/index.ts";
import { checkedConfig } from "../run/config.ts";
import { type Exports, exportFiles } from "../run/export-files.ts";
import { fileSource, writeFolder } from "../run/files.ts";
import { poolOf } from "../run/pool.ts";
import { recordBefore } from "../run/previous-run.ts";
import { foundBefore, publicCode, refusalFiles } from "../run/refusal.ts";
import { commonNames, resultContents } from "../run/results.ts";
import { runPlan } from "../run/run-plan.ts";
import { filesByKind } from "../run/sources.ts";
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
    readonly files: readonly { readonly path: string; readonly name: string }[];
  }[];
  /** CSV of the decisions made in earlier plans; "" for none. */
  readonly decisions: string;
  /** CSV of the calendar that stands for all plans; absent or "" for none. */
  readonly calendar?: string;
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

const named = (path: string, name: string): ByteSource => ({ name, chunks: () => fileSource(path).chunks() });

/** The files of a spec by kind, deltas merged into what they belong to. */
export function sourcesOf({
  sources,
  decisions,
  calendar = "",
}: Pick<PlanSpec, "sources" | "decisions" | "calendar">): PlanFiles {
  const of = (kind: FileKind): ByteSource[] =>
    sources
      .filter((source) => source.kind === kind)
      .flatMap(({ source, files }) =>
        mergeDeltas(
          kind,
          files.map(({ path, name }) => named(path, name)),
          source === "",
        ),
      );
  const standing = calendar === "" ? [] : [bytesSource("settings-calendar.csv", Buffer.from(calendar))];
  const decided = decisions === "" ? [] : [bytesSource("decisions.csv", Buffer.from(decisions))];
  const beside: PlanFiles = { calendar: standing, decisions: decided };
  return filesByKind((kind) => [...of(kind), ...(beside[kind] ?? [])]);
}

export const noOrders = () => new InputError({ code: "no-orders", wanted: "upload" });

/** Below this many bytes of input, threads take longer to start than to plan. */
export const worthThreads = 4 * 2 ** 20;

export const bytesOf = ({ sources }: Pick<PlanSpec, "sources">): number =>
  sources
    .flatMap(({ files }) => files)
    .reduce((sum, { path }) => sum + (statSync(path, { throwIfNoEntry: false })?.size ?? 0), 0);

/** Plans, and writes the result folder: shared files, de/ and en/. */
export async function runPlanJob(
  spec: PlanSpec,
  progress: (share: number, step: string) => void,
): Promise<PlanEnd> {
  const workers = threads(bytesOf(spec) < worthThreads ? 1 : defaultThreads());
  try {
    const config = checkedConfig(spec.config, spec.flags);
    const sources = sourcesOf(spec);
    if (sources.orders?.length === 0) throw noOrders();
    const steps = ["orders", "signals", "forecasts"];
    const { plan, pool, volumes } = await runPlan(
      sources,
      {
        options: config.options,
        map: config.map,
        answers: { ...spec.answers, ...config.answers },
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

export const questionsOf = (issues: readonly Issue[]) =>
  issues.filter(({ question }) => question !== undefined);

function writeResults(folder: string, plan: Plan, pool: Pool | null, exports: Exports): void {
  for (const lang of ["en", "de"] as const) {
    const contents = resultContents(plan, pool, lang);
    const own = [...contents].filter(([name]) => !commonNames.has(name));
    writeFolder(join(folder, lang), new Map(own));
    if (lang === "en") {
      const common = [...contents].filter(([name]) => commonNames.has(name));
      writeFolder(folder, new Map(common));
      writeFolder(folder, new Map(exportFiles(plan, exports)));
    }
  }
  writeFolder(folder, new Map([[rowsName, rowLines(plan)]]));
}

/** What is left of a job that could not run: its issues. */
function writeRefusal(folder: string, error: FaultError): void {
  for (const lang of ["en", "de"] as const) writeFolder(join(folder, lang), refusalFiles(error, lang));
  const rows = foundBefore(error).map((issue, position) =>
    row("issues", position, issue.item ?? null, issue),
  );
  writeFolder(folder, new Map([[rowsName, Buffer.from(rows.join(""))]]));
}

const row = (kind: string, position: number, item: string | null, value: object, ordered = false): string =>
  `${JSON.stringify([kind, position, item, ordered, JSON.stringify(value)])}\n`;

/** A part of the plan exactly as plan.json prints it. */
function printed(plan: Plan): { readonly items: readonly PrintedItem[] } & Record<string, unknown> {
  return JSON.parse(Buffer.concat([...planJsonChunks(plan)]).toString("utf8"));
}

interface PrintedItem {
  readonly item: string;
  readonly forecast: object;
  readonly signals: readonly object[];
  readonly suggestion: ({ readonly quantity: number } & object) | null;
}

const lists = ["baskets", "openOrders", "leadTimes", "cash", "issues", "parameters", "changes"] as const;

function* rowLines(plan: Plan): Generator<Uint8Array> {
  const empty: Plan = { ...plan, ...Object.fromEntries(lists.map((name) => [name, []])), items: [] } as Plan;
  const nothing = { ...empty, inputs: [], issues: [] };
  const next: Record<string, number> = {};
  const place = (kind: string) => {
    const at = next[kind] ?? 0;
    next[kind] = at + 1;
    return at;
  };
  for (const one of plan.items) {
    const [item] = printed({ ...nothing, items: [one] }).items as [PrintedItem];
    const { forecast, signals, suggestion, ...rest } = item;
    let text = row("items", place("items"), item.item, rest);
    // The store keeps codes, where plan.json has an English clause.
    const { fallback } = one.forecast;
    text += row("forecasts", place("forecasts"), item.item, { ...forecast, ...defined({ fallback }) });
    for (const signal of signals)
      text += row("signals", place("signals"), item.item, { item: item.item, ...signal });
    if (suggestion !== null)
      text += row("suggestions", place("suggestions"), item.item, suggestion, suggestion.quantity > 0);
    yield Buffer.from(text);
  }
  const rest = printed({ ...plan, items: [] });
  for (const name of lists) {
    for (const [k, value] of ((rest[name] ?? []) as { item?: string }[]).entries()) {
      const issue = name === "issues" ? plan.issues[k] : undefined;
      const why = issue?.code === "forecast-fell-back" ? issue.why : undefined;
      yield Buffer.from(row(name, place(name), value.item ?? null, { ...value, ...defined({ why }) }));
    }
  }
}

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
    rows: plan.inputs.reduce((sum, { lines }) => sum + lines, 0),
    rowsUsed: plan.inputs.reduce((sum, { used }) => sum + used, 0),
  };
}
