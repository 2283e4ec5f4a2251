import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { Readable } from "node:stream";
import { csvDialects, csvText, tableWorkbook } from "../../../src/index.ts";
import type { Lang } from "../../command.ts";
import type { Store } from "../../store/index.ts";
import type { PlanRow } from "../../store/plans.ts";
import { mediaTypes } from "../negotiate.ts";
import { notFound } from "../problem.ts";
import type { Answer } from "../route.ts";
import type { ResultKind } from "../schemas/results.ts";
import { fileBody } from "../sent-body.ts";
import { rowKind } from "./result-rows.ts";

const csvFiles = new Set<ResultKind>(["suggestions", "forecasts", "signals", "cash", "issues", "parameters"]);

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

/** Rows of a list that has no file of its own. */
function rowsOf(store: Store, plan: PlanRow, kind: ResultKind): Row[] {
  if (kind === "kpis") return kpiRows(store, plan);
  return store.results.list(plan.seq, rowKind(kind), -1, 1e9).map(({ json }) => JSON.parse(json) as Row);
}

/** KPIs as a list: group and name first. */
export function kpiRows(store: Store, plan: PlanRow): Row[] {
  const groups = kpisOf(store, plan) as Readonly<Record<string, Readonly<Record<string, Row>>>>;
  return Object.entries(groups).flatMap(([group, kpis]) =>
    Object.entries(kpis).map(([name, kpi]) => ({ group, name, ...kpi })),
  );
}

export function kpisOf(store: Store, plan: PlanRow): object {
  const path = join(store.runFolder(plan.id), "kpis.json");
  if (!existsSync(path)) throw notFound();
  return JSON.parse(readFileSync(path, "utf8")) as object;
}

const plain = (value: unknown): string | number | boolean | undefined =>
  typeof value === "string" || typeof value === "number" || typeof value === "boolean"
    ? value
    : value === undefined || value === null
      ? undefined
      : JSON.stringify(value);

/** Columns of rows: every field that one of them has, in the order in which they appear. */
const fieldsOf = (rows: readonly Row[]): string[] => [...new Set(rows.flatMap((row) => Object.keys(row)))];

/** The whole list as CSV in the dialect of the language. */
export function csvAnswer(store: Store, plan: PlanRow, kind: ResultKind, lang: Lang): Answer {
  const name = `${kind}.csv`;
  const type = `${mediaTypes.csv}; charset=utf-8`;
  if (csvFiles.has(kind)) return fileAnswer(join(store.runFolder(plan.id), lang, name), type, name);
  const rows = rowsOf(store, plan, kind);
  const fields = fieldsOf(rows);
  const cells = rows.map((row) => fields.map((field) => plain(row[field])));
  return {
    status: 200,
    headers: { "content-type": type, "content-disposition": `attachment; filename="${name}"` },
    body: csvText(fields, cells, csvDialects[lang]),
  };
}

/** The whole list as a workbook; suggestions come with suppliers, signals and parameters. */
export function xlsxAnswer(store: Store, plan: PlanRow, kind: ResultKind, lang: Lang): Answer {
  const name = `${kind}.xlsx`;
  if (kind === "suggestions")
    return fileAnswer(join(store.runFolder(plan.id), lang, name), mediaTypes.xlsx, name);
  const rows = kind === "forecasts" ? forecastRows(store, plan) : rowsOf(store, plan, kind);
  const fields = fieldsOf(rows);
  const cells = rows.map((row) => fields.map((field) => plain(row[field])));
  const pieces = tableWorkbook(kind, fields, cells);
  return {
    status: 200,
    headers: { "content-type": mediaTypes.xlsx, "content-disposition": `attachment; filename="${name}"` },
    body: Readable.toWeb(Readable.from(pieces, { objectMode: false })) as ReadableStream<Uint8Array>,
  };
}

/** forecasts.csv in English, as rows. */
function forecastRows(store: Store, plan: PlanRow): Row[] {
  const text = readFileSync(join(store.runFolder(plan.id), "en", "forecasts.csv"), "utf8");
  const [heading = "", ...lines] = text.split("\r\n");
  const fields = heading.split(",");
  return lines
    .filter((line) => line !== "")
    .map((line) => {
      // Only the item may be quoted; everything behind it is numbers and dates.
      const rest = line.split(",").slice(-(fields.length - 1));
      const item = line.slice(0, line.length - rest.join(",").length - 1);
      const values = [item.startsWith('"') ? item.slice(1, -1).replaceAll('""', '"') : item, ...rest];
      return Object.fromEntries(
        fields.map((field, k) => {
          const value = values[k] ?? "";
          return [field, k > 1 && value !== "" ? Number(value) : value];
        }),
      );
    });
}
