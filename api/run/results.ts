import { type Plan, type Pool, planTables, poolToJson, resultPieces, tableNames } from "../../src/index.ts";
import type { Lang } from "../command.ts";
import { runJson, textSum } from "../tables/run-json.ts";
import { parquetPieces, type TableSum } from "../tables/write.ts";

/** Result files that are the same in every language. */
export const commonNames: ReadonlySet<string> = new Set([
  "plan.json",
  "kpis.json",
  "pool.json",
  ...tableNames.map((name) => `${name}.parquet`),
  "run.json",
]);

/** Items up to which a plan is written as one JSON text as well: what is larger is read by its tables. */
export const mostItemsOfJson = 100_000;

/** Result files that are written in the language of the reader. */
export const spokenNames: readonly string[] = [
  "suggestions.csv",
  "suggestions.xlsx",
  "forecasts.csv",
  "signals.csv",
  "cash.csv",
  "issues.csv",
  "report.html",
  "parameters.csv",
];

/** The files of a plan that people open, by name. */
export const spokenContents = (plan: Plan, lang: Lang): Map<string, Content> =>
  new Map([...resultPieces(plan, lang)].filter(([name]) => spokenNames.includes(name)));

/** Names of every file of a result folder. */
export const resultNames: readonly string[] = [...commonNames, ...spokenNames];

/** Content of a file: bytes, or pieces of them that are made while they are written. */
type Content = Uint8Array | Iterable<Uint8Array>;

/**
 * The files of a result folder by name, to be written in their order; pool.json only where something was learned,
 * plan.json only where the items are not too many for one text.
 */
export function resultContents(plan: Plan, pool: Pool | null, lang: Lang): Map<string, Content> {
  const contents = new Map<string, Content>(resultPieces(plan, lang));
  if (plan.items.length > mostItemsOfJson) contents.delete("plan.json");
  const sums = new Map<string, TableSum>();
  const rows = planTables(plan);
  for (const name of tableNames)
    contents.set(
      `${name}.parquet`,
      parquetPieces(name, rows[name], (sum) => sums.set(name, sum)),
    );
  const learned = pool === null ? null : new TextEncoder().encode(poolToJson(pool));
  if (learned !== null) contents.set("pool.json", learned);
  contents.set("run.json", runJson(plan, sums, learned === null ? null : textSum(learned)));
  return contents;
}
