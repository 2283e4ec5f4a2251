import { changeReasons, changeSentence } from "./changes.ts";
import { charts, sheets } from "./charts.ts";
import { columns } from "./columns.ts";
import { fallbackClause } from "./fallbacks.ts";
import { format } from "./format.ts";
import { issues } from "./issues/index.ts";
import { kpis, nextSteps } from "./kpis.ts";
import { page, sentences } from "./page.ts";
import { attention, reasons } from "./reasons.ts";
import { replay } from "./replay.ts";
import { signals } from "./signals.ts";
import { values } from "./values.ts";

/** Everything that the engine says, in German. */
export const de = {
  attention,
  changeReasons,
  changeSentence,
  charts,
  columns,
  fallbackClause,
  format,
  issues,
  kpis,
  nextSteps,
  page,
  place: { row: "Zeile", column: "Spalte" },
  reasons,
  replay,
  sentences,
  sheets,
  signals,
  values,
};
