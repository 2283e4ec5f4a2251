import { existsSync, mkdtempSync, readFileSync, rmSync } from "node:fs";
import { appendFile } from "node:fs/promises";
import { join } from "node:path";
import { setImmediate as othersFirst } from "node:timers/promises";
import { listPieces, orderLinesOf, type Suggestion } from "../../../src/index.ts";
import type { Lang } from "../../command.ts";
import { QueueFullError } from "../../jobs/examiner.ts";
import { type ListSpec, listNames } from "../../jobs/list-job.ts";
import { CrashError } from "../../jobs/process.ts";
import type { Store } from "../../store/index.ts";
import type { PlanRow } from "../../store/plans.ts";
import { mediaTypes } from "../negotiate.ts";
import { busy, notFound, unacceptable } from "../problem.ts";
import type { Answer } from "../route.ts";
import type { ResultKind } from "../schemas/results.ts";
import { fileBody } from "../sent-body.ts";
import type { Services } from "../services.ts";
import { chosenRows, type RowFilter, rowKind } from "./result-rows.ts";

/** Lists of which the results hold a CSV file with every line. */
const csvFiles = new Set<ResultKind>(["forecasts", "signals", "cash", "issues", "parameters"]);

/** Rows that are looked at in one go. */
const rowsAtOnce = 250;

/** A file of a plan's results as an answer. */
export function fileAnswer(path: string, type: string, name: string, inline = false): Answer {
  if (!existsSync(path)) throw notFound();
  return {
    status: 200,
    headers: {
      "content-type": type,
      "content-disposition": `${inline ? "inline" : "attachment"}; filename="${name}"`,
    },
    body: fileBody(path),
  };
}

type Row = Readonly<Record<string, unknown>>;

/** KPIs as a list: group and name first. */
export async function kpiRows(store: Store, plan: PlanRow): Promise<Row[]> {
  const groups = (await kpisOf(store, plan)) as Readonly<Record<string, Readonly<Record<string, Row>>>>;
  return Object.entries(groups).flatMap(([group, kpis]) =>
    Object.entries(kpis).map(([name, kpi]) => ({ group, name, ...kpi })),
  );
}

export async function kpisOf(store: Store, plan: PlanRow): Promise<object> {
  const path = await store.runFile(plan.id, "kpis.json");
  if (!existsSync(path)) throw notFound();
  return JSON.parse(readFileSync(path, "utf8")) as object;
}

/** Which lines of a list are asked for, and how. */
interface ListAsked {
  readonly plan: PlanRow;
  readonly kind: ResultKind;
  readonly medium: "csv" | "xlsx";
  readonly lang: Lang;
  readonly filter: RowFilter;
}

/** The result file that holds just these lines, where there is one. */
function resultFile({ kind, medium, filter }: ListAsked): string | undefined {
  const { item, decision, orders = false } = filter;
  if (item !== undefined || decision !== undefined) return undefined;
  if (kind === "suggestions") return orders ? `suggestions.${medium}` : undefined;
  return medium === "csv" && csvFiles.has(kind) ? `${kind}.csv` : undefined;
}

const headersOf = ({ kind, medium }: ListAsked) => ({
  "content-type": medium === "csv" ? `${mediaTypes.csv}; charset=utf-8` : mediaTypes.xlsx,
  "content-disposition": `attachment; filename="${kind}.${medium}"`,
});

const tooLong = () =>
  unacceptable(
    "too-complex",
    "The list needs more memory or time than one list may take: ask for part of it, or for CSV.",
    "Die Liste braucht mehr Speicher oder Zeit, als eine Liste haben darf: einen Teil davon holen, oder CSV.",
  );

/** A list as a file made in a process of its own, in `folder`, which goes once it was sent. */
async function written({ writer }: Services, spec: ListSpec, asked: ListAsked): Promise<Answer> {
  try {
    await writer.ask({ task: "list", spec }, asked.plan.tenant);
  } catch (error) {
    if (error instanceof CrashError) throw tooLong();
    if (error instanceof QueueFullError)
      throw busy(
        "Too many lists are being written already.",
        "Es werden schon zu viele Listen geschrieben.",
        10,
      );
    throw error;
  }
  const gone = () => rmSync(spec.folder, { recursive: true, force: true });
  return { status: 200, headers: headersOf(asked), body: fileBody(join(spec.folder, listNames.file), gone) };
}

/** A stored row as the lines of a list: of a suggestion that several sources share, one for each. */
const linesOfRow = (kind: ResultKind, json: string): readonly object[] =>
  kind === "suggestions" ? orderLinesOf(JSON.parse(json) as Suggestion) : [JSON.parse(json) as object];

/** The lines of a list: few are written here, many in a process of its own; other requests go on meanwhile. */
async function rowsAnswer(services: Services, asked: ListAsked, folder: string): Promise<Answer> {
  const { plan, kind, medium, lang, filter } = asked;
  const { store } = services;
  let after = -1;
  for (let isFirst = true; ; isFirst = false) {
    const { rows, last } = await chosenRows(store, plan, kind, after, rowsAtOnce, filter);
    if (last === null && isFirst) {
      const pieces = listPieces(
        rowKind(kind),
        rows.flatMap(({ json }) => linesOfRow(kind, json)),
        lang,
        medium,
      );
      rmSync(folder, { recursive: true, force: true });
      return { status: 200, headers: headersOf(asked), body: Buffer.concat([...pieces]) };
    }
    const lines = rows
      .flatMap(({ json }) => linesOfRow(kind, json))
      .map((one) => `${JSON.stringify(one)}\n`)
      .join("");
    await appendFile(join(folder, listNames.rows), lines, { mode: 0o600 });
    if (last === null) return written(services, { kind: rowKind(kind), medium, lang, folder }, asked);
    after = last;
    await othersFirst();
  }
}

/** A list as CSV in the dialect of the language or as a workbook: the lines that the same filter gives as JSON. */
export async function listAnswer(services: Services, asked: ListAsked): Promise<Answer> {
  const { plan, kind, medium, lang, filter } = asked;
  const { store } = services;
  const ready = resultFile(asked);
  if (ready !== undefined) {
    const { "content-type": type } = headersOf(asked);
    const path = await store.runFile(plan.id, lang, ready);
    // a plan that was made in parts has no such files
    if (existsSync(path) || kind === "forecasts") return fileAnswer(path, type, ready);
  }
  if (kind === "kpis") {
    const pieces = listPieces(kind, await kpiRows(store, plan), lang, medium);
    return { status: 200, headers: headersOf(asked), body: Buffer.concat([...pieces]) };
  }
  const folder = mkdtempSync(join(store.temporary, "list-"));
  try {
    if (kind !== "forecasts") return await rowsAnswer(services, asked, folder);
    const forecasts = { path: await store.runFile(plan.id, "en", "forecasts.csv"), item: filter.item };
    if (!existsSync(forecasts.path)) throw notFound();
    return await written(services, { kind, medium, lang, folder, forecasts }, asked);
  } catch (error) {
    rmSync(folder, { recursive: true, force: true });
    throw error;
  }
}
