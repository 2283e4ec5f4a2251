import { changeReasons, changeSentence } from "./changes.ts";
import { charts, sheets } from "./charts.ts";
import { columns } from "./columns.ts";
import { fallbackClause } from "./fallbacks.ts";
import { csv, format } from "./format.ts";
import { issues } from "./issues/index.ts";
import { againstNaive, kpis, nextSteps } from "./kpis.ts";
import { lines } from "./lines.ts";
import { models, policies } from "./methods.ts";
import { page, sentences } from "./page.ts";
import { attention, reasons } from "./reasons.ts";
import { replay } from "./replay.ts";
import { signals } from "./signals.ts";
import { values } from "./values.ts";

/** Everything that engine and page say, in English: other languages take its form. */
export const words = {
  attention,
  changeReasons,
  changeSentence,
  charts,
  columns,
  csv,
  fallbackClause,
  format,
  issues,
  kpis,
  againstNaive,
  lines,
  models,
  nextSteps,
  place: { row: "row", column: "column" },
  policies,
  reasons,
  signals,
  values,
};

/** What only the pages and workbooks of results say. */
export const report = { page, replay, sentences, sheets };
