import { type Plan, type Pool, poolToJson, resultPieces } from "../../src/index.ts";
import type { Lang } from "../command.ts";

/** Result files that are the same in every language. */
export const commonNames: ReadonlySet<string> = new Set(["plan.json", "kpis.json", "pool.json"]);

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

/** Names of every file of a result folder. */
export const resultNames: readonly string[] = [...commonNames, ...spokenNames];

/** Content of a file: bytes, or pieces of them that are made while they are written. */
type Content = Uint8Array | Iterable<Uint8Array>;

/** The files of a result folder by name; pool.json only where something was learned. */
export function resultContents(plan: Plan, pool: Pool | null, lang: Lang): Map<string, Content> {
  const contents = new Map<string, Content>(resultPieces(plan, lang));
  if (pool !== null) contents.set("pool.json", poolBytes(pool));
  return contents;
}

/** pool.json of a run. */
const poolBytes = (pool: Pool): Uint8Array => new TextEncoder().encode(poolToJson(pool));
