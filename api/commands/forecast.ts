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
  requireModelName,
  type Series,
  type Signal,
  signalsOf,
  steadySeries,
  UsageError,
} from "../../src/index.ts";
import { argument, type Call, type Command } from "../command.ts";
import { answered } from "../ndjson/answered.ts";
import { type AskedSeries, askedSeries, type SeriesDefaults } from "../ndjson/asked-series.ts";
import { mostHorizon, mostPeriod } from "../ndjson/limits.ts";
import { isLongCsv } from "../ndjson/long-csv.ts";
import { seriesLines } from "../ndjson/series-lines.ts";
import { linesOf, writeLine } from "../ndjson/series-stream.ts";
import { streamOf, writeFile } from "../run/files.ts";
import { poolOf } from "../run/pool.ts";
import { askedOf, isTableFile } from "./asked-panel.ts";
import { inputPath, levelsOf, levelsOption, poolOption, wholeOf } from "./option-values.ts";
import { tableOptions } from "./table-panel.ts";

const options = {
  levels: levelsOption,
  model: argument(
    "NAME",
    "ein Verfahren statt der Kombination (bedarf models)",
    "one model instead of the combination (bedarf models)",
  ),
  pool: poolOption,
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
  ...tableOptions,
};
type ForecastCall = Call<typeof options>;

const defaultsOf = ({ horizon, period }: ForecastCall["options"]): SeriesDefaults => ({
  horizon: wholeOf("horizon", horizon, 0, mostHorizon),
  period: wholeOf("period", period, 1, mostPeriod),
});

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

type Answer = (one: AskedSeries) => string;

function answerOf({ options }: ForecastCall, pool: Pool | null): Answer {
  const levels = levelsOf(options.levels);
  const nonnegative = nonnegativeOf(options.nonnegative);
  const { model } = options;
  if (model !== undefined) requireModelName(model);
  return (one) => {
    if ("error" in one) return errorLine(one.line, one.error);
    const { series, horizon } = one;
    return answered(one.line, series.item, () => {
      const forecast = forecastSeries(series, {
        horizon,
        levels,
        pool,
        nonnegative,
        ...defined({ model }),
        ...(series.previous === undefined ? {} : { origins: originsForSteadiness }),
      });
      return forecastLine(steadySeries(series, forecast, confirmed));
    });
  };
}

const noSeries = () => new InputError({ code: "no-series" });

/** With a pool given, every line is answered as it comes. */
async function stream(call: ForecastCall, pool: Pool | null): Promise<void> {
  const answer = answerOf(call, pool);
  const defaults = defaultsOf(call.options);
  let number = 0;
  let count = 0;
  for await (const text of linesOf(streamOf(inputPath(call.positionals), call.stdin))) {
    number++;
    if (number === 1 && isLongCsv(text)) throw new UsageError({ code: "csv-not-streamed" });
    for (const line of seriesLines(text)) {
      const one = askedSeries({ ...line, line: number }, defaults);
      if ("series" in one) count++;
      await writeLine(call.stdout, answer(one));
    }
  }
  if (count === 0) throw noSeries();
}

async function run(call: ForecastCall): Promise<number> {
  const { pool: named = [], "pool-out": out } = call.options;
  const given = poolOf(named);
  if (out !== undefined && given === null) throw new UsageError({ code: "nothing-learned" });
  const streamed = given !== undefined && !isTableFile(inputPath(call.positionals));
  const pool = streamed ? given : await answerPanel(call, given);
  if (streamed) await stream(call, given);
  if (out !== undefined && pool !== null) writeFile(out, Buffer.from(`${poolToJson(pool)}\n`));
  return 0;
}

/** Reads everything first, learns from it where no pool is given, answers in the order of the input. */
async function answerPanel(call: ForecastCall, given: Pool | null | undefined): Promise<Pool | null> {
  const asked = askedOf(inputPath(call.positionals), defaultsOf(call.options), call.options);
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
    de: "prognostiziert Zeitreihen (NDJSON) oder Tabellen (CSV, XLSX, XLS, ODS) mit Quantilen je Zeitraum und kumuliert",
    en: "forecasts series (NDJSON) or tables (CSV, XLSX, XLS, ODS) with quantiles by bucket and cumulated",
  },
  usage: "[FILE|-] [--levels …] [--model NAME] [--pool FILE|none]… [--pool-out FILE]",
  examples: [
    "forecast series.ndjson > forecasts.ndjson",
    "forecast sales.csv --horizon 12 --levels 0.5,0.95",
    "forecast orders.xlsx --bucket week --map quantity=Menge",
    "forecast - --pool monday.json < series.ndjson",
  ],
  options,
  run,
};
