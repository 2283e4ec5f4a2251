// The package as others import it: the engine, and files to a plan in one call.
//
//   import { planFiles } from "bedarf";
//   const { plan, questions } = await planFiles([{ name: "orders.csv", path: "orders.csv" }]);

import {
  type ByteSource,
  bytesSource as bareSource,
  defined,
  type FileKind,
  fileKinds,
  kindOfFile,
  type Plan,
  type PlanFiles,
  type PlanOptions,
  type Pool,
  type Question,
  QuestionError,
  runRecord,
  UsageError,
} from "../src/index.ts";
import { checkedConfig } from "./run/config.ts";
import { sourceOf } from "./run/files.ts";
import { runPlan } from "./run/run-plan.ts";
import { withSheet } from "./run/sources.ts";
import { threads } from "./threads/threads.ts";
import { withWorkbooks } from "./workbooks/reader.ts";

export type {
  BacktestOptions,
  BacktestRow,
  Bands,
  Basket,
  Bucket,
  ByteSource,
  CalendarEntry,
  CashWeek,
  Decision,
  Fault,
  FileKind,
  Forecast,
  Inspection,
  Issue,
  Item,
  Kpi,
  Kpis,
  LeadTime,
  Model,
  OpenOrder,
  OpenOrderAdvice,
  OrderLines,
  ParameterChange,
  Plan,
  PlanInput,
  PlanItem,
  PlanOptions,
  Pool,
  Question,
  Reason,
  Requirement,
  Series,
  Signal,
  SignalInput,
  SuggestAnswer,
  Suggestion,
  SuggestRequest,
  Supplier,
  Workers,
} from "../src/index.ts";
export {
  backtest,
  dayOf,
  defaultPlanOptions,
  forecast,
  InputError,
  inspect,
  isoDate,
  kpisOfRuns,
  learnPool,
  plan,
  poolFromJson,
  poolToJson,
  QuestionError,
  readCalendar,
  readDecisions,
  readItems,
  readOpenOrders,
  readOrders,
  readRequirements,
  readSuppliers,
  replay,
  replayFiles,
  resultFiles,
  runRecord,
  signalsOf as detect,
  suggest,
  TooShortError,
  UsageError,
  words,
} from "../src/index.ts";

/** A file that is in memory already; workbooks of every form can be read from it. */
export const bytesSource = (name: string, bytes: Uint8Array): ByteSource =>
  withWorkbooks(bareSource(name, bytes));

/** A file to plan from: its bytes, or where they lie. Its kind is found by its content where none is given. */
export interface PlanFile {
  readonly name: string;
  readonly bytes?: Uint8Array;
  readonly path?: string;
  readonly kind?: FileKind;
  /** Of a workbook: the name of the sheet, or "all" that hold the table; absent: found by content. */
  readonly sheet?: string;
}

export interface PlanFilesOptions extends Partial<PlanOptions> {
  /** Field -> heading, where columns are not found by themselves. */
  readonly map?: Readonly<Record<string, string>>;
  /** Question id -> candidate. */
  readonly answers?: Readonly<Record<string, string>>;
  /** The last run: its forecasts and suggestions steady this one and are compared with it. */
  readonly previous?: Plan;
  /** What was learned across items; null: do without. */
  readonly pool?: Pool | null;
  /** Worker threads; absent: the calling thread alone. */
  readonly threads?: number;
}

/** A plan, or null and what must be answered first. */
export interface PlanFilesAnswer {
  readonly plan: Plan | null;
  readonly questions: readonly Question[];
}

/**
 * Files to an order plan: read, cleaned, forecast, suggested. Questions that do not stop the plan come beside it; one
 * that does leaves `plan` null, and `answers: { [question.id]: candidate }` settles it.
 * @throws InputError where nothing in the files can be planned, UsageError for wrong options
 * @example await planFiles([{ name: "orders.csv", bytes }, { name: "items.csv", path: "items.csv" }])
 */
export async function planFiles(
  files: readonly PlanFile[],
  options: PlanFilesOptions = {},
): Promise<PlanFilesAnswer> {
  const { map, answers, previous, pool, threads: count, ...config } = options;
  const checked = checkedConfig(config, {});
  const record = previous === undefined ? undefined : runRecord(previous);
  const workers = count === undefined ? undefined : threads(count);
  try {
    const { plan } = await runPlan(
      byKind(files),
      {
        options: checked.options,
        ...defined({ map, answers, pool }),
        ...(record === undefined ? {} : { previous: () => record }),
      },
      workers,
    );
    return { plan, questions: plan.issues.flatMap(({ question }) => (question ? [question] : [])) };
  } catch (error) {
    if (!(error instanceof QuestionError)) throw error;
    return { plan: null, questions: error.issues.flatMap(({ question }) => (question ? [question] : [])) };
  } finally {
    await workers?.close();
  }
}

function byKind(files: readonly PlanFile[]): PlanFiles {
  const opened = files.map((file): readonly [FileKind, ByteSource] => {
    const source = withSheet(openFile(file), file.sheet);
    return [file.kind ?? kindOf(source), source];
  });
  return Object.fromEntries(
    fileKinds.map((kind) => [kind, opened.flatMap(([own, source]) => (own === kind ? [source] : []))]),
  );
}

function openFile({ name, bytes, path }: PlanFile): ByteSource {
  if (bytes !== undefined) return bytesSource(name, bytes);
  if (path !== undefined) return { ...sourceOf(path), name };
  throw new UsageError({ code: "file-without-content", name });
}

/** The kind that the content shows; lines of orders where it shows none, so that reading says what is missing. */
function kindOf(source: ByteSource): FileKind {
  const { kind } = kindOfFile(source);
  return kind === "unknown" ? "orders" : kind;
}
