import {
  attempt,
  type ControlOptions,
  control,
  dayOf,
  defined,
  detect,
  errorLine,
  InputError,
  netted,
  type Series,
  type SignalInput,
  UsageError,
} from "../../src/index.ts";
import { argument, type Call, type Command } from "../command.ts";
import { lineFailed } from "../ndjson/answered.ts";
import { seriesOfLongCsv } from "../ndjson/long-csv.ts";
import { type PanelForm, panelForm } from "../ndjson/panel-form.ts";
import { type SeriesLine, seriesLines } from "../ndjson/series-lines.ts";
import { withWorkingDays } from "../ndjson/with-working-days.ts";
import { sourceOf, textOf } from "../run/files.ts";
import { inputPath } from "./option-values.ts";
import { tableOptions, tablePanel } from "./table-panel.ts";

/** Buckets of unequal length in working days: that alone must raise no flag. */
const uneven = ["day", "week", "month"] as const;

/** What a line may say beside its series: price of a unit, currency, unit, prices by bucket, lot sizing. */
function signalInputOf(line: Extract<SeriesLine, { series: Series }>): SignalInput {
  const { price, currency, unit, prices, lotSized, errors } = line.json;
  return {
    series: withWorkingDays(netted(line.series), 0, uneven),
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
  ...tableOptions,
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

/** The series of `unique_id,ds,y`, with the working days of their buckets. */
const ofLong = (text: string): SignalInput[] =>
  seriesOfLongCsv(text, undefined).map((series) => ({ series: withWorkingDays(series, 0, uneven) }));

/** Signals of the series of a table, in their order. */
function* ofTable(panel: readonly SignalInput[], limits: ControlOptions): Generator<string> {
  const signals = control(
    panel.map((input) => ({ found: detect(input) })),
    limits,
  );
  for (const [k, { series }] of panel.entries()) {
    yield JSON.stringify({ item: series.item, signals: signals[k] });
  }
}

async function run(call: Asked): Promise<number> {
  const limits = controlOf(call);
  const source = sourceOf(inputPath(call.positionals));
  const answersOf: Readonly<Record<PanelForm, () => Generator<string>>> = {
    ndjson: () => ofLines(textOf(source), limits),
    long: () => ofTable(ofLong(textOf(source)), limits),
    table: () => ofTable(tablePanel(source, call.options), limits),
  };
  for (const answer of answersOf[panelForm(source, textOf)]()) call.stdout.write(`${answer}\n`);
  return 0;
}

/** Signals of the series of NDJSON, a line each, or what is wrong with the line. */
function* ofLines(text: string, limits: ControlOptions): Generator<string> {
  const lines = [...seriesLines(text)];
  const found = lines.map((line) =>
    "series" in line
      ? attempt(
          () => ({ found: detect(signalInputOf(line)) }),
          () => undefined,
        )
      : undefined,
  );
  const usable = found.filter((one) => one !== undefined);
  if (usable.length === 0) {
    const [first] = lines;
    const why =
      first !== undefined && "error" in first ? { line: first.line, why: first.error.fault } : undefined;
    throw new InputError({ code: "no-series", ...why });
  }
  const signals = control(usable, limits);
  let next = 0;
  for (const [k, line] of lines.entries()) {
    if ("error" in line) {
      yield errorLine(line.line, line.error);
    } else if (found[k] === undefined) {
      yield errorLine(line.line, { item: line.series.item, ...lineFailed });
    } else {
      yield JSON.stringify({ item: line.series.item, signals: signals[next++] });
    }
  }
}

export const signals: Command<typeof options> = {
  summary: {
    de: "meldet Auffälligkeiten in Zeitreihen (NDJSON) oder Tabellen (CSV, XLSX, XLS, ODS), mit begrenztem Anteil falscher Meldungen",
    en: "flags fluctuations in series (NDJSON) or tables (CSV, XLSX, XLS, ODS), with a limited share of false flags",
  },
  usage: "[FILE|-] [--fdr 0.05] [--since DATE]",
  examples: [
    "signals series.ndjson",
    "signals orders.csv --bucket week",
    "signals - --since 2026-10-01 < series.ndjson",
  ],
  options,
  run,
};
