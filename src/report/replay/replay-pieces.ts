import type { Issue } from "../../issue.ts";
import type { ReplayItemRow, ReplayResult } from "../../replay.ts";
import type { Lang } from "../../words/languages.ts";
import { csv, csvDialects } from "../csv/csv.ts";
import { issuesCsv } from "../csv/tables.ts";
import { json } from "../json/json.ts";
import { replayPage } from "./replay-page.ts";

const heading = [
  "item",
  "policy",
  "demand",
  "served",
  "averageStock",
  "averageStockValue",
  "backorderDays",
  "orderLines",
  "orderedQuantity",
] as const satisfies readonly (keyof ReplayItemRow)[];

/** The files of a replay's result folder, by name. */
export function replayPieces(
  result: ReplayResult,
  rows: readonly ReplayItemRow[],
  issues: readonly Issue[],
  lang: Lang,
): Map<string, Uint8Array> {
  const encoder = new TextEncoder();
  const cells = rows.map((row) => heading.map((field) => row[field]));
  return new Map([
    ["replay.json", encoder.encode(`${json(result)}\n`)],
    ["replay.csv", encoder.encode([...csv(heading, cells, csvDialects[lang])].join(""))],
    ["issues.csv", encoder.encode([...issuesCsv(issues, lang)].join(""))],
    ["replay.html", encoder.encode(replayPage(result, lang))],
  ]);
}
