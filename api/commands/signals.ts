import {
  type ControlOptions,
  control,
  dayOf,
  defined,
  detect,
  errorLine,
  InputError,
  type Series,
  type SignalInput,
  UsageError,
} from "../../src/index.ts";
import { argument, type Call, type Command } from "../command.ts";
import { type SeriesLine, seriesLines } from "../ndjson/series-lines.ts";
import { withWorkingDays } from "../ndjson/with-working-days.ts";
import { sourceOf, textOf } from "../run/files.ts";
import { inputPath } from "./option-values.ts";

/** Buckets of unequal length in working days: that alone must raise no flag. */
const uneven = ["day", "week", "month"] as const;

/** What a line may say beside its series: price of a unit, currency, unit, prices by bucket, lot sizing. */
function signalInputOf(line: Extract<SeriesLine, { series: Series }>): SignalInput {
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
  if (!(fdr > 0 && fdr < 1)) throw new UsageError({ code: "share-outside", name: "--fdr", got: text });
  if (since !== undefined && Number.isNaN(dayOf(since))) {
    throw new UsageError({ code: "no-such-day", name: "--since", got: since });
  }
  return { fdr, ...defined({ since }) };
}

async function run(call: Asked): Promise<number> {
  const limits = controlOf(call);
  const lines = [...seriesLines(textOf(sourceOf(inputPath(call.positionals))))];
  const found = lines.map((line) => ("series" in line ? { found: detect(signalInputOf(line)) } : undefined));
  const usable = found.filter((one) => one !== undefined);
  if (usable.length === 0) {
    const [first] = lines;
    const why =
      first !== undefined && "error" in first ? { line: first.line, why: first.error.fault } : undefined;
    throw new InputError({ code: "no-series", ...why });
  }
  const signals = control(usable, limits);
  let next = 0;
  for (const line of lines) {
    if ("error" in line) {
      call.stdout.write(`${errorLine(line.line, line.error)}\n`);
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
