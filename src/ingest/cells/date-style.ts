import { dayNumber } from "../../calendar/date.ts";
import { defined } from "../../defined.ts";
import type { DateScan, DateStyle } from "./dates.ts";

/** How many texts of a column prove an order of day and month, or weeks instead of months. */
export interface DateEvidence {
  dmy: number;
  mdy: number;
  /** Month before day with dots: a fault, unless no date of the column has the day first. */
  dottedMdy: number;
  /** Order open and not written with dots. */
  openOrder: number;
  week: number;
  pairs: number;
  serials: number;
  centuries: number;
}

/** Evidence of no text yet, to be added to. */
export const noDateEvidence = (): DateEvidence => ({
  dmy: 0,
  mdy: 0,
  dottedMdy: 0,
  openOrder: 0,
  week: 0,
  pairs: 0,
  serials: 0,
  centuries: 0,
});

/** Adds what a text proves, `count` times. */
export function addDateEvidence(to: DateEvidence, scan: DateScan, count = 1): void {
  if ((scan.kind === "parts" || scan.kind === "day") && scan.century === true) to.centuries += count;
  if (scan.kind === "serial") to.serials += count;
  else if (scan.kind === "pair") {
    to.pairs += count;
    if (scan.number > 12) to.week += count;
  } else if (scan.kind === "parts") {
    if (scan.first > 12 && scan.second <= 12) to.dmy += count;
    else if (scan.second > 12 && scan.first <= 12) to[scan.dotted ? "dottedMdy" : "mdy"] += count;
    else if (!scan.dotted && scan.first !== scan.second) to.openOrder += count;
  }
}

/** What the heading or an answer of the user says about a column. */
export interface DateHints {
  readonly week?: boolean;
  readonly month?: boolean;
  readonly order?: "dmy" | "mdy" | "ymd";
  readonly system?: "1900" | "1904";
  readonly period?: { readonly from: number; readonly to: number };
  readonly evening?: boolean;
  readonly swapped?: boolean;
}

/**
 * Style of a column from all its texts, else from the other date columns of the file (`file`). A first part above
 * 12 settles day before month. Dots mean day before month in every country that writes them.
 */
export function decideDateStyle(own: DateEvidence, file: DateEvidence, hints: DateHints = {}): DateStyle {
  const order = hints.order ?? orderOf(own) ?? orderOf(file) ?? (own.openOrder > 0 ? "ambiguous" : "dmy");
  return {
    order,
    // One 13.2025 among months is a fault of the row; weeks beyond the twelfth are most of a year.
    pair:
      hints.week === true || (hints.month !== true && own.week * 5 >= own.pairs && own.week > 0)
        ? "week"
        : "month",
    system: hints.system ?? "1900",
    ...defined({ period: hints.period, evening: hints.evening, swapped: hints.swapped }),
  };
}

function orderOf(evidence: DateEvidence): "dmy" | "mdy" | "ambiguous" | undefined {
  const { dmy } = evidence;
  const mdy = evidence.mdy + (dmy === 0 ? evidence.dottedMdy : 0);
  if (dmy === 0 && mdy === 0) return undefined;
  if (dmy >= 4 * mdy) return "dmy";
  return mdy >= 4 * dmy ? "mdy" : "ambiguous";
}

/**
 * Period of a DATEV batch from its meta line (`"EXTF";700;21;…`): fields 15 and 16 are the first and last day as
 * YYYYMMDD, field 13 the start of the fiscal year (developer.datev.de, EXTF header).
 */
export function datevPeriod(lines: readonly string[]): { from: number; to: number } | undefined {
  const meta = lines.find((line) => /^"?(EXTF|DTVF)"?;/.test(line.trim()));
  if (meta === undefined) return undefined;
  const cells = meta.split(";").map((cell) => cell.replaceAll('"', "").trim());
  const day = (text: string | undefined): number =>
    text !== undefined && /^(19|20)\d{6}$/.test(text)
      ? dayNumber(Number(text.slice(0, 4)), Number(text.slice(4, 6)), Number(text.slice(6)))
      : Number.NaN;
  const [start, from, to] = [day(cells[12]), day(cells[14]), day(cells[15])];
  if (!Number.isNaN(from) && !Number.isNaN(to)) return { from, to };
  return Number.isNaN(start) ? undefined : { from: start, to: start + 365 };
}
