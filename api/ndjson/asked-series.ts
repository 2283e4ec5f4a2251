import { defined, type Series, UsageError } from "../../src/index.ts";
import { mostHorizon } from "./limits.ts";
import { seriesOfLongCsv } from "./long-csv.ts";
import { type SeriesLine, seriesLines } from "./series-lines.ts";
import { type LineError, saidOf, seriesError } from "./unfit-line.ts";
import { withWorkingDays } from "./with-working-days.ts";

/** A series to be forecast, with its horizon, or why its line cannot be answered. */
export type AskedSeries =
  | { readonly line: number; readonly series: Series; readonly horizon: number }
  | { readonly line: number; readonly error: LineError };

/** Horizon and season that a line does not name itself. */
export interface SeriesDefaults {
  readonly horizon: number | undefined;
  readonly period: number | undefined;
}

const usualHorizon = 12;

/** A line with what it asks for itself, or else the defaults. */
export function askedSeries(line: SeriesLine, { horizon, period }: SeriesDefaults): AskedSeries {
  if ("error" in line) return line;
  const { series, json } = line;
  const own = json.horizon ?? horizon ?? usualHorizon;
  if (typeof own !== "number" || !Number.isInteger(own) || own < 0 || own > mostHorizon) {
    const fault = { code: "horizon-not-valid", most: mostHorizon, got: saidOf(own) } as const;
    return { line: line.line, error: seriesError(fault, series.item) };
  }
  const seasoned = period === undefined || json.period !== undefined ? series : { ...series, period };
  return { line: line.line, series: withWorkingDays(seasoned, own), horizon: own };
}

/** Every series of a NDJSON text. */
export const askedLines = (text: string, defaults: SeriesDefaults): AskedSeries[] =>
  [...seriesLines(text)].map((line) => askedSeries(line, defaults));

/** Every series of a long CSV, which needs a horizon (UsageError). */
export function askedLong(text: string, { horizon, period }: SeriesDefaults): AskedSeries[] {
  if (horizon === undefined) throw new UsageError({ code: "horizon-missing" });
  return seriesOfLongCsv(text, period).map((series, k) => ({
    line: k + 1,
    series: withWorkingDays(series, horizon),
    horizon,
  }));
}

/** Series of a table, their working days counted already, with the horizon of the call. */
export const askedTable = (
  panel: readonly Series[],
  { horizon = usualHorizon, period }: SeriesDefaults,
): AskedSeries[] =>
  panel.map((series, k) => ({ line: k + 1, series: { ...series, ...defined({ period }) }, horizon }));
