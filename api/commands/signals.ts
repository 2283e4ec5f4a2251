import {
  type ControlOptions,
  control,
  dayOf,
  defined,
  detect,
  InputError,
  type Series,
  type SignalInput,
  UsageError,
} from "../../src/index.ts";
import { argument, type Call, type Command } from "../command.ts";
import { type SeriesLine, seriesLines } from "../ndjson/series-lines.ts";
import { withWorkingDays } from "../ndjson/with-working-days.ts";
import { sourceOf, textOf } from "../run/files.ts";

/** Buckets of unequal length in working days: that alone must raise no flag. */
const uneven = ["day", "week", "month"] as const;

/** What a line may say beside its series: price of a unit, currency, unit, prices by bucket, lot sizing. */
function inputOf(line: Extract<SeriesLine, { series: Series }>): SignalInput {
  const { price, currency, unit, prices, lotSized, errors } = line.json;
  return {
    series: withWorkingDays(line.series, 0, uneven),
    ...(typeof price === "number" ? { price } : {}),
    ...(typeof currency === "string" ? { currency } : {}),
    ...(typeof unit === "string" ? { unit } : {}),
    ...(Array.isArray(prices)
      ? { prices: Float64Array.from(prices, (p) => (typeof p === "number" ? p : Number.NaN)) }
      : {}),
    ...(lotSized === true ? { lotSized } : {}),
    ...(Array.isArray(errors)
      ? { errors: Float64Array.from(errors, (error) => (typeof error === "number" ? error : 0)) }
      : {}),
  };
}

const options = {
  fdr: argument("SHARE", "höchster Anteil falscher Meldungen (0.05)", "largest share of false flags (0.05)"),
  since: argument(
    "DATE",
    "nur was ab diesem Tag erkennbar wurde",
    "only what could be seen from this day on",
  ),
};
type Asked = Call<typeof options>;

function controlOf({ options: { fdr: text = "0.05", since } }: Asked): ControlOptions {
  const fdr = Number(text);
  if (!(fdr > 0 && fdr < 1)) throw new UsageError(`--fdr must lie in (0, 1), got ${text}`);
  if (since !== undefined && Number.isNaN(dayOf(since))) {
    throw new UsageError(`--since must be a date YYYY-MM-DD, got ${since}`);
  }
  return { fdr, ...defined({ since }) };
}

async function run(call: Asked): Promise<number> {
  if (call.positionals.length > 1)
    throw new UsageError("bedarf signals takes one file, or - for standard input");
  const limits = controlOf(call);
  const lines = [...seriesLines(textOf(sourceOf(call.positionals[0] ?? "-")))];
  const found = lines.map((line) => ("series" in line ? { found: detect(inputOf(line)) } : undefined));
  const usable = found.filter((one) => one !== undefined);
  if (usable.length === 0) {
    const why =
      lines[0] !== undefined && "error" in lines[0]
        ? `: line ${lines[0].line}: ${lines[0].error.message}`
        : "";
    throw new InputError("no-series", `the input holds no series${why}`);
  }
  const signals = control(usable, limits);
  let next = 0;
  for (const line of lines) {
    if ("error" in line) {
      const { item, ...error } = line.error;
      call.stdout.write(
        `${JSON.stringify({ ...defined({ item }), error: { ...error, line: line.line } })}\n`,
      );
    } else {
      call.stdout.write(`${JSON.stringify({ item: line.series.item, signals: signals[next++] })}\n`);
    }
  }
  return 0;
}

export const signals: Command<typeof options> = {
  summary: {
    de: "meldet Auffälligkeiten in Zeitreihen (NDJSON), mit begrenztem Anteil falscher Meldungen",
    en: "flags fluctuations in series (NDJSON), with a limited share of false flags",
  },
  usage: "[FILE|-] [--fdr 0.05] [--since DATE]",
  examples: ["signals series.ndjson", "signals - --since 2026-10-01 < series.ndjson"],
  options,
  run,
};
