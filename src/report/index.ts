import { joined } from "../bytes.ts";
import type { Plan } from "../result.ts";
import type { Lang } from "../words/languages.ts";
import { encoded } from "./byte-writer.ts";
import { csvDialects } from "./csv/csv.ts";
import { forecastsCsv } from "./csv/forecasts.ts";
import { cashCsv, issuesCsv, parametersCsv, signalsCsv, suggestionsCsv } from "./csv/tables.ts";
import { reportPage } from "./html/page.ts";
import { kpisJson, planJsonChunks } from "./json/plan-json.ts";
import { currenciesOf, planSheets } from "./xlsx/plan-sheets.ts";
import { workbook } from "./xlsx/workbook.ts";

export { writtenNumber } from "./byte-writer.ts";
export { defused } from "./csv/defuse.ts";
export { issuesCsv } from "./csv/tables.ts";
export { reportPage } from "./html/page.ts";
export { errorLine, forecastLine } from "./json/forecast-lines.ts";
export { kpisJson, planJsonChunks } from "./json/plan-json.ts";
export { type ListRow, planRows } from "./json/plan-rows.ts";
export { listPieces } from "./list-pieces.ts";
export { replayPage } from "./replay/replay-page.ts";
export { replayPieces } from "./replay/replay-pieces.ts";
export { significantNumber } from "./significant.ts";
export { csvDialects, csvText, tableWorkbook } from "./table.ts";

/** A text that is made when its first piece is asked for. */
function* onDemand(text: () => string): Generator<string> {
  yield text();
}

/**
 * The files of a result folder in pieces of bytes, by name, for writing without holding them.
 * `pool.json` is not among them. The same plan gives the same bytes.
 */
export const resultPieces = (plan: Plan, lang: Lang): Map<string, Iterable<Uint8Array>> =>
  new Map<string, Iterable<Uint8Array>>([
    ["plan.json", planJsonChunks(plan)],
    ["suggestions.csv", encoded(suggestionsCsv(plan, lang))],
    ["suggestions.xlsx", workbook(planSheets(plan, lang), currenciesOf(plan))],
    ["forecasts.csv", forecastsCsv(plan, csvDialects[lang])],
    ["signals.csv", encoded(signalsCsv(plan, lang))],
    ["cash.csv", encoded(cashCsv(plan, lang))],
    ["kpis.json", encoded([kpisJson(plan.kpis), "\n"])],
    ["issues.csv", encoded(issuesCsv(plan.issues, lang))],
    ["report.html", encoded(onDemand(() => reportPage(plan, lang)))],
    ["parameters.csv", encoded(parametersCsv(plan, lang))],
  ]);

/** The files of a result folder as whole bytes, by name. */
export const resultFiles = (plan: Plan, lang: Lang): Map<string, Uint8Array> =>
  new Map(Array.from(resultPieces(plan, lang), ([name, pieces]) => [name, joined(pieces)]));
export {
  type ColumnKind,
  type TableName,
  type TableRow,
  tableNames,
  tables,
} from "./tables/columns.ts";
export { planTables } from "./tables/rows.ts";
