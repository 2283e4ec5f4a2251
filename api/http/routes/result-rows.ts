import {
  type Fallback,
  type ForecastChange,
  type Issue,
  type Reason,
  type Signal,
  words,
} from "../../../src/index.ts";
import type { Lang } from "../../command.ts";
import type { DecisionRow } from "../../store/decisions.ts";
import type { Store } from "../../store/index.ts";
import type { PlanRow } from "../../store/plans.ts";
import type { ResultRow } from "../../store/results.ts";
import type { ListPage } from "../page-cache.ts";
import { itemMaster } from "../schemas/items.ts";
import type { ResultKind } from "../schemas/results.ts";
import { decisionView } from "./judged-decision.ts";

/** The lists of a plan that are answered in pages. */
export type ListKind = ResultKind | "masters";

/** Kind of the stored rows of a list, where it has another name. */
const rowKinds: Readonly<Partial<Record<ListKind, string>>> = {
  "open-orders": "openOrders",
  "lead-times": "leadTimes",
  masters: "items",
};
export const rowKind = (kind: ListKind): string => rowKinds[kind] ?? kind;

/** How a decision appears in its suggestion. */
const decisionPart = (row: DecisionRow | undefined, planId: string) =>
  row === undefined
    ? { version: 0 }
    : {
        version: row.version,
        ...(row.action === "reset" ? {} : { decision: row.action, decided: decisionView(row, planId) }),
      };

export const suggestionView = (
  json: string,
  row: DecisionRow | undefined,
  planId: string,
  lang: Lang | undefined,
): object => {
  const suggestion = JSON.parse(json) as { readonly reasons: readonly Reason[] };
  return {
    ...suggestion,
    ...(lang === undefined ? {} : { sentence: words.reasonsSentence(suggestion.reasons, lang) }),
    ...decisionPart(row, planId),
  };
};

export const signalView = (json: string, lang: Lang): object => {
  const signal = JSON.parse(json) as Signal & { readonly item: string };
  return { ...signal, sentence: words.signalSentence(signal, signal.item, lang) };
};

/**
 * A forecast; why a simpler method answered stands there as a clause for the reader and as a code. Stores of earlier
 * versions hold the clause alone.
 */
export const forecastView = (json: string, lang: Lang): object => {
  const forecast = JSON.parse(json) as { readonly fallback?: Fallback | string };
  const because = forecast.fallback;
  return because === undefined || typeof because === "string"
    ? forecast
    : { ...forecast, fallback: words.fallbackClause(because, lang), because };
};

const issueView = (json: string, lang: Lang): object => {
  const issue = JSON.parse(json) as Issue & { readonly why?: unknown };
  const { why } = issue;
  const isEarlier = issue.code === "forecast-fell-back" && typeof why === "string";
  return { ...issue, message: isEarlier ? why : words.issueSentence(issue, lang) };
};

const changeView = (json: string, lang: Lang): object => {
  const change = JSON.parse(json) as ForecastChange;
  return { ...change, sentence: words.changeSentence(change, lang) };
};

/** A field of an object whose value is a text, a number, true, false or null. */
const plainField = /"([^"\\]*)":(?:"[^"\\]*(?:\\.[^"\\]*)*"|[^"[\]{},]+)/y;

/**
 * The fields that an object begins with, as far as their names are wanted and their values are plain, as the text of an
 * object: what follows is neither read nor copied. Texts are passed over as JSON writes them, whatever they hold.
 * @example leadingFields('{"item":"A","name":"x","history":{}}', new Set(["item", "name"])) // '{"item":"A","name":"x"}'
 */
export function leadingFields(json: string, wanted: ReadonlySet<string>): string {
  let end = 0;
  for (let at = 1; ; at = end + 1) {
    plainField.lastIndex = at;
    const name = plainField.exec(json)?.[1];
    if (name === undefined || !wanted.has(name)) break;
    end = plainField.lastIndex;
    if (json[end] !== ",") break;
  }
  return end === 0 ? "{}" : `${json.slice(0, end)}}`;
}

/** Who an item is and who answers for it: the fields that a stored item begins with. */
const masterFields: ReadonlySet<string> = new Set(Object.keys(itemMaster.shape));

/** A stored row with something behind its last field: nothing is read and written anew. */
const withField = (json: string, field: string): string =>
  `${json.slice(0, json.lastIndexOf("}"))},${field}}`;

/** Lists whose rows are shown with something that is said in a language, or decided. */
const views: Readonly<Partial<Record<ListKind, (json: string, lang: Lang) => object>>> = {
  signals: signalView,
  issues: issueView,
  forecasts: forecastView,
  changes: changeView,
};

/** A row of a list as the API shows it, as JSON text. */
function textOf(
  kind: ListKind,
  { json }: ResultRow,
  plan: PlanRow,
  decided: DecisionRow | undefined,
  { lang, sentences = false }: PageOf,
): string {
  if (kind === "suggestions") {
    if (decided === undefined && !sentences) return withField(json, '"version":0');
    return JSON.stringify(suggestionView(json, decided, plan.id, sentences ? lang : undefined));
  }
  if (kind === "masters") return leadingFields(json, masterFields);
  const view = views[kind];
  return view === undefined ? json : JSON.stringify(view(json, lang));
}

/** Which rows of a list are meant. */
export interface RowFilter {
  readonly item?: string | undefined;
  readonly decision?: string | undefined;
  /** Only what is to be ordered. */
  readonly orders?: boolean | undefined;
}

interface PageOf extends RowFilter {
  /** Something was decided on the plan. */
  readonly isDecided: boolean;
  readonly after: number;
  readonly limit: number;
  /** Reasons of suggestions as a sentence too. */
  readonly sentences?: boolean | undefined;
  readonly lang: Lang;
}

/** What a filter by decision calls a line: what awaits approval is not among what was accepted. */
function stateOf(row: DecisionRow | undefined): string {
  if (row === undefined || row.action === "reset") return "open";
  return row.approval === "awaiting" ? "awaiting" : row.action;
}

/** The decisions that hold for the items of some rows. */
const decisionsOf = (store: Store, plan: PlanRow, rows: readonly ResultRow[]) =>
  store.decisions.ofItems(
    plan.seq,
    rows.flatMap(({ item }) => item ?? []),
  );

/** At most `limit` rows behind a place that a filter lets through, and the last place where there are more. */
export async function chosenRows(
  store: Store,
  plan: PlanRow,
  kind: ListKind,
  from: number,
  limit: number,
  { item, decision, orders = false }: RowFilter,
): Promise<{ rows: ResultRow[]; last: number | null }> {
  const chosen: ResultRow[] = [];
  let after = from;
  // A filter by decision may pass over many rows: they are read some at a time.
  for (;;) {
    const rows = await store.results.list(plan.seq, rowKind(kind), after, limit + 1, {
      item,
      ordered: orders,
    });
    const decided = decision === undefined ? undefined : await decisionsOf(store, plan, rows);
    const isChosen = (row: ResultRow): boolean => {
      if (decided === undefined) return true;
      return stateOf(decided.get(row.item ?? "")) === decision;
    };
    for (const row of rows) {
      after = row.position;
      if (isChosen(row)) chosen.push(row);
      if (chosen.length > limit) break;
    }
    if (chosen.length > limit || rows.length <= limit) break;
  }
  const rows = chosen.slice(0, limit);
  return { rows, last: chosen.length > limit ? (rows.at(-1)?.position ?? null) : null };
}

/** One page of a list: its rows, and the cursor of the next where there is one. */
export async function pageOf(store: Store, plan: PlanRow, kind: ListKind, page: PageOf): Promise<ListPage> {
  const { rows, last } = await chosenRows(store, plan, kind, page.after, page.limit, page);
  const decided = page.isDecided ? await decisionsOf(store, plan, rows) : undefined;
  const texts = rows.map((row) => textOf(kind, row, plan, decided?.get(row.item ?? ""), page));
  const next = last === null ? null : `${plan.id}.${last}`;
  return { body: `{"items":[${texts.join(",")}],"next":${JSON.stringify(next)}}`, next };
}
