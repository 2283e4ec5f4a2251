import { once } from "node:events";
import {
  defined,
  errorLine,
  forecastLine,
  forecastSeries,
  InputError,
  learnPool,
  mergePools,
  type Pool,
  partKey,
  poolFromJson,
  poolToJson,
  printedLevels,
  requireModelName,
  type Series,
  type Signal,
  signalsOf,
  steadySeries,
  UsageError,
} from "../../src/index.ts";
import { type Call, type Command, textOption } from "../command.ts";
import { isLongCsv, seriesOfLongCsv } from "../ndjson/long-csv.ts";
import { type SeriesLine, seriesLines, textOf } from "../ndjson/series-lines.ts";
import { linesOf } from "../ndjson/series-stream.ts";
import { withWorkingDays } from "../ndjson/with-working-days.ts";
import { sourceOf, writeFile } from "../run/files.ts";

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
      throw new UsageError(`--levels must lie in (0, 1), got ${part}`);
    return level;
  });
}

/** A whole number of an option; undefined where it is not given. */
export function wholeOf(call: Call, name: string, least: number): number | undefined {
  const text = call.options[name];
  if (text === undefined) return undefined;
  const value = Number(text);
  if (!Number.isInteger(value) || value < least)
    throw new UsageError(`--${name} must be a whole number from ${least} on, got ${text}`);
  return value;
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
    const message = `horizon must be a whole number from 0 to ${longestHorizon}, got ${JSON.stringify(own)}`;
    return { line: line.line, error: { item: series.item, code: "horizon-not-valid", message } };
  }
  const seasoned = period === undefined || json.period !== undefined ? series : { ...series, period };
  return { series: withWorkingDays(seasoned, own), horizon: own };
}

const defaultsOf = (call: Call): Defaults => ({
  horizon: wholeOf(call, "horizon", 0),
  period: wholeOf(call, "period", 1),
});

function inputOf(call: Call): string {
  if (call.positionals.length > 1) throw new UsageError("one file, or - for standard input");
  return call.positionals[0] ?? "-";
}

/** Reads the whole input of `forecast` and `backtest`: NDJSON or long CSV. */
export function askedOf(call: Call): Asked[] {
  const text = textOf(sourceOf(inputOf(call)));
  const defaults = defaultsOf(call);
  if (!isLongCsv(text)) return [...seriesLines(text)].map((line) => askedOfLine(line, defaults));
  const { horizon, period } = defaults;
  if (horizon === undefined) throw new UsageError("a CSV needs --horizon N");
  return seriesOfLongCsv(text, period).map((series) => ({
    series: withWorkingDays(series, horizon),
    horizon,
  }));
}

/** The pool of `--pool`: files merged, null for "none", undefined where none is named. */
export function poolOf(call: Call): Pool | null | undefined {
  const named = call.options.pool as readonly string[] | undefined;
  if (named === undefined || named.length === 0) return undefined;
  if (named.includes("none")) {
    if (named.length > 1) throw new UsageError("--pool none goes with no other --pool");
    return null;
  }
  const pools = named.map((file) => poolFromJson(readPool(file)));
  return pools.length === 1 ? pools[0] : mergePools(pools);
}

function readPool(file: string): string {
  return textOf(sourceOf(file));
}

function nonnegativeOf(call: Call): "auto" | "yes" | "no" {
  const text = (call.options.nonnegative as string | undefined) ?? "auto";
  if (text !== "auto" && text !== "yes" && text !== "no")
    throw new UsageError(`--nonnegative must be auto, yes or no, got ${text}`);
  return text;
}

/** Signals of one series, as they stand when one in twenty may be false. */
const confirmed = (series: Series): readonly Signal[] => signalsOf([{ series }], { fdr: 0.05 })[0];

/** Past origins that show what drawing towards the last run would have cost. */
const originsForSteadiness = 4;

type Answer = (one: Asked) => string;

function answerOf(call: Call, pool: Pool | null): Answer {
  const levels = levelsOf(call.options.levels as string | undefined);
  const nonnegative = nonnegativeOf(call);
  const model = call.options.model as string | undefined;
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

const write = async (call: Call, line: string): Promise<void> => {
  if (!call.stdout.write(`${line}\n`)) await once(call.stdout, "drain");
};

const noSeries = () => new InputError("no-series", "the input holds no series");

/** With a pool given, every line is answered as it comes. */
async function stream(call: Call, pool: Pool | null): Promise<void> {
  const answer = answerOf(call, pool);
  const defaults = defaultsOf(call);
  let number = 0;
  let answered = 0;
  for await (const text of linesOf(inputOf(call), call.stdin)) {
    number++;
    if (number === 1 && isLongCsv(text)) throw new UsageError("a CSV cannot be streamed: leave --pool out");
    for (const line of seriesLines(text)) {
      const one = askedOfLine({ ...line, line: number }, defaults);
      if ("series" in one) answered++;
      await write(call, answer(one));
    }
  }
  if (answered === 0) throw noSeries();
}

async function run(call: Call): Promise<number> {
  const out = textOption(call, "pool-out");
  const given = poolOf(call);
  if (out !== undefined && given === null)
    throw new UsageError("--pool-out has nothing to write: --pool none learns nothing");
  const streamed = given !== undefined && !/\.csv(\.gz)?$/i.test(call.positionals[0] ?? "-");
  const pool = streamed ? given : await answerPanel(call, given);
  if (streamed) await stream(call, given);
  if (out !== undefined && pool !== null) writeFile(out, Buffer.from(`${poolToJson(pool)}\n`));
  return 0;
}

/** Reads everything first, learns from it where no pool is given, answers in the order of the input. */
async function answerPanel(call: Call, given: Pool | null | undefined): Promise<Pool | null> {
  const asked = askedOf(call);
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
  for (const one of asked) await write(call, answer(one));
  if (panel.length === 0) throw noSeries();
  return pool;
}

export const forecast: Command = {
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
  options: {
    levels: {
      type: "string",
      value: "P,P…",
      meaning: { de: "Quantile (0.05,0.25,0.5,0.75,0.95)", en: "quantile levels (0.05,0.25,0.5,0.75,0.95)" },
    },
    model: {
      type: "string",
      value: "NAME",
      meaning: {
        de: "ein Verfahren statt der Kombination (bedarf models)",
        en: "one model instead of the combination (bedarf models)",
      },
    },
    pool: {
      type: "string",
      multiple: true,
      value: "FILE|none",
      meaning: {
        de: "gespeichertes Gelerntes statt neuem Lernen; mehrere werden addiert",
        en: "a saved pool instead of learning; several are added",
      },
    },
    "pool-out": {
      type: "string",
      value: "FILE",
      meaning: { de: "speichert das Gelernte", en: "saves what was learned across the series" },
    },
    paths: {
      type: "string",
      value: "N",
      meaning: {
        de: "ohne Wirkung: kumulierte Quantile kommen aus gemeinsamen Fehlern",
        en: "without effect: cumulative quantiles come from joint errors",
      },
    },
    nonnegative: {
      type: "string",
      value: "auto|yes|no",
      meaning: {
        de: "keine negative Prognose (auto: wenn kein Wert negativ ist)",
        en: "no negative forecast (auto: when no value is negative)",
      },
    },
    horizon: {
      type: "string",
      value: "N",
      meaning: {
        de: "Zeiträume voraus, wo die Zeile keine nennt (12)",
        en: "buckets ahead where the line names none (12)",
      },
    },
    period: {
      type: "string",
      value: "N",
      meaning: {
        de: "Zeiträume einer Saison, wo die Zeile keine nennt",
        en: "buckets of a season where the line names none",
      },
    },
  },
  run,
};
