import type { Fault } from "../../fault.ts";
import type { Issue } from "../../issue.ts";
import { orderedLines } from "../../order-lines.ts";
import type { Plan } from "../../result.ts";
import type { Signal } from "../../signal.ts";
import type { Suggestion } from "../../suggestion.ts";
import { issueSentence, reasonsSentence, signalSentence } from "../../words/index.ts";
import type { Lang } from "../../words/languages.ts";
import { faultSentence } from "../../words/languages.ts";
import {
  cashFields,
  issueFields,
  parameterFields,
  signalFields,
  signalLifeFields,
  suggestionFields,
} from "../fields.ts";
import { type Cell, csv, csvDialects } from "./csv.ts";

const pick = (of: object, names: readonly string[]): Cell[] => {
  const fields = new Map<string, unknown>(Object.entries(of));
  return names.map((name) => plain(fields.get(name)));
};

const plain = (value: unknown): Cell =>
  typeof value === "string" || typeof value === "number" || typeof value === "boolean" ? value : undefined;

/** A suggestion with flat fields: the order of today's parameters beside ours, reasons as sentences. */
const flatSuggestion = (of: Suggestion, lang: Lang) => ({
  ...of,
  attentionCodes: of.attentionCodes?.join(" "),
  asIsQuantity: of.asIs?.quantity,
  asIsOrderBy: of.asIs?.orderBy,
  reasons: reasonsSentence(of.reasons, lang),
});

/** What stands in plan.json alone: a table has no column for what most plans do not know. */
const withoutColumn = new Set(["expectedCost", "split", "sources"]);

const suggestionColumns = suggestionFields
  .filter((name) => !withoutColumn.has(name))
  .flatMap((name) => (name === "asIs" ? ["asIsQuantity", "asIsOrderBy"] : [name]));

const suggestionRow = (suggestion: Suggestion, lang: Lang): Cell[] =>
  pick(flatSuggestion(suggestion, lang), suggestionColumns);

function* suggestionRows(plan: Plan, lang: Lang): Generator<Cell[]> {
  for (const suggestion of orderedLines(plan)) yield suggestionRow(suggestion, lang);
}

/** Signals of all items, by item, in the items' own order. */
export const signalsOf = (plan: Plan): { readonly item: string; readonly signal: Signal }[] =>
  plan.items.flatMap(({ item, signals }) => signals.map((signal) => ({ item, signal })));

const signalColumns = ["item", ...signalFields, "sentence", ...signalLifeFields];

const signalRow = (item: string, signal: Signal, lang: Lang): Cell[] => [
  item,
  ...pick(signal, signalFields),
  signalSentence(signal, item, lang),
  ...pick(signal, signalLifeFields),
];

function* signalRows(plan: Plan, lang: Lang): Generator<Cell[]> {
  for (const { item, signal } of signalsOf(plan)) yield signalRow(item, signal, lang);
}

const issueColumns = [...issueFields, "candidates", "message"];

const issueRow = (issue: Issue, lang: Lang): Cell[] => [
  ...pick({ ...issue, question: issue.question?.id }, issueFields),
  issue.question?.candidates.join(" | "),
  issueSentence(issue, lang),
];

function* issueRows(issues: readonly Issue[], lang: Lang, refused?: Fault): Generator<Cell[]> {
  if (refused !== undefined) {
    const text = faultSentence(refused, lang);
    yield [...pick({ code: refused.code, severity: "error", text }, issueFields), "", text];
  }
  for (const issue of issues) yield issueRow(issue, lang);
}

function* fieldRows(rows: readonly object[], names: readonly string[]): Generator<Cell[]> {
  for (const row of rows) yield pick(row, names);
}

/** issues.csv alone: what `--out` holds when nothing could be planned, first the fault that stopped the run. */
export const issuesCsv = (issues: readonly Issue[], lang: Lang, refused?: Fault): Generator<string> =>
  csv(issueColumns, issueRows(issues, lang, refused), csvDialects[lang]);

export const suggestionsCsv = (plan: Plan, lang: Lang): Generator<string> =>
  csv(suggestionColumns, suggestionRows(plan, lang), csvDialects[lang]);

export const signalsCsv = (plan: Plan, lang: Lang): Generator<string> =>
  csv(signalColumns, signalRows(plan, lang), csvDialects[lang]);

export const cashCsv = (plan: Plan, lang: Lang): Generator<string> =>
  csv(cashFields, fieldRows(plan.cash, cashFields), csvDialects[lang]);

export const parametersCsv = (plan: Plan, lang: Lang): Generator<string> =>
  csv(parameterFields, fieldRows(plan.parameters, parameterFields), csvDialects[lang]);

/** A list of a plan as its result file shows it: the columns, and the cells of one of its rows. */
interface ListTable {
  readonly columns: readonly string[];
  cells(row: object, lang: Lang): Cell[];
}

/** Lists that have a result file, by their kind. */
export const listTables: Readonly<Record<string, ListTable>> = {
  suggestions: {
    columns: suggestionColumns,
    cells: (row, lang) => suggestionRow(row as Suggestion, lang),
  },
  signals: {
    columns: signalColumns,
    cells: (row, lang) => signalRow((row as { readonly item: string }).item, row as Signal, lang),
  },
  issues: { columns: issueColumns, cells: (row, lang) => issueRow(row as Issue, lang) },
  cash: { columns: cashFields, cells: (row) => pick(row, cashFields) },
  parameters: { columns: parameterFields, cells: (row) => pick(row, parameterFields) },
};
