import {
  defined,
  errorLine,
  forecastLine,
  forecastSeries,
  InputError,
  learnPool,
  type Pool,
  partKey,
  poolToJson,
  printedLevels,
  requireModelName,
  type Series,
  type Signal,
  signalsOf,
  steadySeries,
  UsageError,
} from "../../src/index.ts";
import { argument, type Call, type Command, repeated } from "../command.ts";
import { isLongCsv, seriesOfLongCsv } from "../ndjson/long-csv.ts";
import { lineError, type SeriesLine, seriesLines } from "../ndjson/series-lines.ts";
import { linesOf, writeLine } from "../ndjson/series-stream.ts";
import { withWorkingDays } from "../ndjson/with-working-days.ts";
import { sourceOf, streamOf, textOf, writeFile } from "../run/files.ts";
import { poolOf } from "../run/pool.ts";
import { wholeOf } from "./option-values.ts";

const options = {
  levels: argument("P,P…", "Quantile (0.05,0.25,0.5,0.75,0.95)", "quantile levels (0.05,0.25,0.5,0.75,0.95)"),
  model: argument(
    "NAME",
    "ein Verfahren statt der Kombination (bedarf models)",
    "one model instead of the combination (bedarf models)",
  ),
  pool: repeated(
    "FILE|none",
    "gespeichertes Gelerntes statt neuem Lernen; mehrere werden addiert",
    "a saved pool instead of learning; several are added",
  ),
  "pool-out": argument("FILE", "speichert das Gelernte", "saves what was learned across the series"),
  paths: argument(
    "N",
    "angenommen, ohne Wirkung: Quantile kommen aus beobachteten Fehlern, nicht aus simulierten Pfaden",
    "accepted, without effect: quantiles come from observed errors, not from simulated paths",
  ),
  nonnegative: argument(
    "auto|yes|no",
    "keine negative Prognose (auto: wenn kein Wert negativ ist)",
    "no negative forecast (auto: when no value is negative)",
  ),
  horizon: argument(
    "N",
    "Zeiträume voraus, wo die Zeile keine nennt (12)",
    "buckets ahead where the line names none (12)",
  ),
  period: argument(
    "N",
    "Zeiträume einer Saison, wo die Zeile keine nennt",
    "buckets of a season where the line names none",
  ),
};
type ForecastCall = Call<typeof options>;

/** A line of the input: a series with its horizon, or why it cannot be answered. */
type Asked =
  | { readonly series: Series; readonly horizon: number }
  | { readonly line: number; readonly error: { item?: string; code: string; message: string } };

const longestHorizon = 10_000;
const usualHorizon = 12;

/** Levels of `--levels 0.05,0.5`. */
export function levelsOf(text: string | undefined): readonly number[] {
  if (text === undefined) return printedLevels;
  return text.split(",").map((part) => {
    const level = Number(part);
    if (part.trim() === "" || !(level > 0 && level < 1))
      throw new UsageError({ code: "share-outside", name: "--levels", got: part });
    return level;
  });
}

/** Horizon and season that a line does not name itself. */
interface Defaults {
  readonly horizon: number | undefined;
  readonly period: number | undefined;
}

function askedOfLine(line: SeriesLine, { horizon, period }: Defaults): Asked {
  if ("error" in line) return { line: line.line, error: line.error };
  const { series, json } = line;
  const own = json.horizon ?? horizon ?? usualHorizon;
  if (typeof own !== "number" || !Number.isInteger(own) || own < 0 || own > longestHorizon) {
    const fault = { code: "horizon-not-valid", most: longestHorizon, got: JSON.stringify(own) } as const;
    return { line: line.line, error: lineError(fault, series.item) };
  }
  const seasoned = period === undefined || json.period !== undefined ? series : { ...series, period };
  return { series: withWorkingDays(seasoned, own), horizon: own };
}

const defaultsOf = ({ horizon, period }: ForecastCall["options"]): Defaults => ({
  horizon: wholeOf("horizon", horizon, 0),
  period: wholeOf("period", period, 1),
});

function inputOf([file = "-", ...more]: readonly string[]): string {
  if (more.length > 0) throw new UsageError({ code: "one-file" });
  return file;
}

/** Reads the whole input of `forecast` and `backtest`: NDJSON or long CSV. */
export function askedOf(positionals: readonly string[], defaults: Defaults): Asked[] {
  const text = textOf(sourceOf(inputOf(positionals)));
  if (!isLongCsv(text)) return [...seriesLines(text)].map((line) => askedOfLine(line, defaults));
  const { horizon, period } = defaults;
  if (horizon === undefined) throw new UsageError({ code: "horizon-missing" });
  return seriesOfLongCsv(text, period).map((series) => ({
    series: withWorkingDays(series, horizon),
    horizon,
  }));
}

function nonnegativeOf(text = "auto"): "auto" | "yes" | "no" {
  if (text !== "auto" && text !== "yes" && text !== "no")
    throw new UsageError({
      code: "not-either",
      name: "--nonnegative",
      known: ["auto", "yes", "no"],
      got: text,
    });
  return text;
}

/** Signals of one series, as they stand when one in twenty may be false. */
const confirmed = (series: Series): readonly Signal[] => signalsOf([{ series }], { fdr: 0.05 })[0];

/** Past origins that show what drawing towards the last run would have cost. */
const originsForSteadiness = 4;

type Answer = (one: Asked) => string;

function answerOf({ options }: ForecastCall, pool: Pool | null): Answer {
  const levels = levelsOf(options.levels);
  const nonnegative = nonnegativeOf(options.nonnegative);
  const { model } = options;
  if (model !== undefined) requireModelName(model);
  return (one) => {
    if ("error" in one) return errorLine(one.line, one.error);
    const forecast = forecastSeries(one.series, {
      horizon: one.horizon,
      levels,
      pool,
      nonnegative,
      ...defined({ model }),
      ...(one.series.previous === undefined ? {} : { origins: originsForSteadiness }),
    });
    return forecastLine(steadySeries(one.series, forecast, confirmed));
  };
}

const noSeries = () => new InputError({ code: "no-series" });

/** With a pool given, every line is answered as it comes. */
async function stream(call: ForecastCall, pool: Pool | null): Promise<void> {
  const answer = answerOf(call, pool);
  const defaults = defaultsOf(call.options);
  let number = 0;
  let answered = 0;
  for await (const text of linesOf(streamOf(inputOf(call.positionals), call.stdin))) {
    number++;
    if (number === 1 && isLongCsv(text)) throw new UsageError({ code: "csv-not-streamed" });
    for (const line of seriesLines(text)) {
      const one = askedOfLine({ ...line, line: number }, defaults);
      if ("series" in one) answered++;
      await writeLine(call.stdout, answer(one));
    }
  }
  if (answered === 0) throw noSeries();
}

async function run(call: ForecastCall): Promise<number> {
  const { pool: named = [], "pool-out": out } = call.options;
  const given = poolOf(named);
  if (out !== undefined && given === null) throw new UsageError({ code: "nothing-learned" });
  const streamed = given !== undefined && !/\.csv(\.gz)?$/i.test(call.positionals[0] ?? "-");
  const pool = streamed ? given : await answerPanel(call, given);
  if (streamed) await stream(call, given);
  if (out !== undefined && pool !== null) writeFile(out, Buffer.from(`${poolToJson(pool)}\n`));
  return 0;
}

/** Reads everything first, learns from it where no pool is given, answers in the order of the input. */
async function answerPanel(call: ForecastCall, given: Pool | null | undefined): Promise<Pool | null> {
  const asked = askedOf(call.positionals, defaultsOf(call.options));
  const panel = asked.flatMap((one) => ("series" in one ? [one] : []));
  // years asked 6 ahead learn nothing of months asked 18 ahead
  const horizon: Record<string, number> = {};
  for (const one of panel) {
    const key = partKey(one.series);
    horizon[key] = Math.max(horizon[key] ?? 1, one.horizon);
  }
  const pool =
    given === undefined
      ? learnPool(
          panel.map(({ series }) => series),
          { horizon },
        )
      : given;
  const answer = answerOf(call, pool);
  for (const one of asked) await writeLine(call.stdout, answer(one));
  if (panel.length === 0) throw noSeries();
  return pool;
}

export const forecast: Command<typeof options> = {
  summary: {
    de: "prognostiziert Zeitreihen (NDJSON oder CSV) mit Quantilen je Zeitraum und kumuliert",
    en: "forecasts series (NDJSON or CSV) with quantiles by bucket and cumulated",
  },
  usage: "[FILE|-] [--levels …] [--model NAME] [--pool FILE|none]… [--pool-out FILE]",
  examples: [
    "forecast series.ndjson > forecasts.ndjson",
    "forecast sales.csv --horizon 12 --levels 0.5,0.95",
    "forecast - --pool monday.json < series.ndjson",
  ],
  options,
  run,
};
