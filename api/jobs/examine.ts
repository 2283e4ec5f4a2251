import {
  type ByteSource,
  countOf,
  type FileKind,
  InputError,
  type Inspection,
  type Issue,
  inspect,
  inspectRows,
  lastDemandDay,
  QuestionError,
  type ReadOptions,
  readCalendar,
  readDecisions,
  readItems,
  readOpenOrders,
  readOrders,
  readRequirements,
  readSuppliers,
} from "../../src/index.ts";
import { linesAhead } from "../run/lines-ahead.ts";
import { type Changes, changesOf } from "./tables.ts";

/** What became of an uploaded file, before anything is kept. */
export interface Examined {
  readonly report: UploadReport;
  readonly questions: readonly Issue[];
}

export interface UploadReport {
  readonly rows: number;
  /** Rows that count; absent for a file too large to read before its plan. */
  readonly used?: number;
  readonly columns: readonly {
    readonly header: string;
    readonly field: string | null;
    readonly confidence: number;
  }[];
  readonly issues: readonly Issue[];
  /** All issues by code; `issues` holds the first of them. */
  readonly issueCounts: Readonly<Record<string, number>>;
  readonly questions: readonly Issue[];
  readonly changes?: Changes;
}

type Reader = (
  source: ByteSource,
  options: ReadOptions,
) => { readonly inputs: readonly { readonly used: number }[]; readonly issues: readonly Issue[] };

const readers: Readonly<Record<FileKind, Reader>> = {
  orders: (source, options) => {
    const read = readOrders([source], options);
    return { ...read, issues: [...read.issues, ...linesAhead(lastDemandDay(read.lines))] };
  },
  items: readItems,
  suppliers: readSuppliers,
  "open-orders": readOpenOrders,
  requirements: readRequirements,
  calendar: readCalendar,
  decisions: readDecisions,
};

/** A file beyond this is understood by its columns only; its lines are read by its plan. */
const largestRead = 64 * 2 ** 20;
const mostIssues = 200;

const isEmptyAllowed = (kind: FileKind): boolean => kind !== "orders" && kind !== "items";

/** Reads an uploaded file as its kind. What is no table, or holds nothing usable, is an InputError. */
export function examine(
  kind: FileKind,
  file: ByteSource,
  given: {
    size: number;
    answers: Readonly<Record<string, string>>;
    current: readonly ByteSource[];
    /** Compares with what is current: for a dry run. */
    compare: boolean;
    mode: "full" | "delta";
  },
): Examined {
  const inspection = inspect(file, {}, kind);
  const readable = given.size <= largestRead;
  const read = readable ? readAs(kind, file, given.answers, inspection) : { issues: inspection.issues };
  const issues = [...read.issues];
  const questions = issues.filter(({ question }) => question !== undefined);
  const counts: Record<string, number> = {};
  for (const issue of issues) counts[issue.code] = (counts[issue.code] ?? 0) + countOf(issue);
  return {
    questions,
    report: {
      rows: inspection.rows,
      ...("used" in read ? { used: read.used } : {}),
      columns: inspection.columns.map(({ header, field, confidence }) => ({ header, field, confidence })),
      issues: issues.slice(0, mostIssues),
      issueCounts: counts,
      questions,
      ...(given.compare && readable ? { changes: changesOf(kind, file, given.current, given.mode) } : {}),
    },
  };
}

function readAs(
  kind: FileKind,
  file: ByteSource,
  answers: Readonly<Record<string, string>>,
  inspection: Inspection,
): { issues: readonly Issue[]; used: number } {
  try {
    const { issues, inputs } = readers[kind](file, { answers });
    const used = inputs.reduce((sum, input) => sum + input.used, 0);
    if (used === 0 && !(isEmptyAllowed(kind) && inspection.rows === 0))
      throw new QuestionError({ code: "nothing-usable", kind, file: file.name }, issues);
    return { issues, used };
  } catch (error) {
    if (error instanceof InputError && error.code === "no-rows" && isEmptyAllowed(kind))
      return { issues: inspection.issues, used: 0 };
    // A question may be answered later: the file is kept, its plan waits for the answer. Orders that name neither
    // quantity nor date are no orders yet.
    if (
      kind === "orders" &&
      !inspection.columns.some(({ field }) => field === "quantity" || field === "date")
    )
      throw error;
    if (error instanceof QuestionError && error.issues.some(({ question }) => question !== undefined))
      return { issues: error.issues, used: 0 };
    throw error;
  }
}

const sampleRows = 20;

/** What a file is, or what it holds of a kind, and how its first lines are understood; nothing is kept. */
export function preview(file: ByteSource, answers: Readonly<Record<string, string>>, kind?: FileKind) {
  const inspection = inspect(file, { answers }, kind);
  const samples: unknown[] = [];
  if (inspection.kind === "orders") {
    try {
      for (const row of inspectRows(file, { answers })) {
        samples.push(row);
        if (samples.length === sampleRows) break;
      }
    } catch (error) {
      // Its questions are open: the columns say what is understood so far.
      if (!(error instanceof InputError)) throw error;
    }
  }
  return { inspection, samples };
}
