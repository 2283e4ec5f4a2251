import {
  ascending,
  type BacktestMeasures,
  type BacktestRow,
  backtestMeasures,
  backtestRows,
  bucketIndex,
  bucketStart,
  dayOf,
  forecastPanel,
  InputError,
  isoDate,
  learnPool,
  measuredLevels,
  type Pool,
  quoted,
  requireModelName,
  type Series,
  UsageError,
} from "../../src/index.ts";
import { argument, type Call, type Command } from "../command.ts";
import { othersRows } from "../ndjson/others-forecasts.ts";
import { backtestTable } from "../run/backtest-table.ts";
import { fileSource, textOf, writeFile } from "../run/files.ts";
import { progressOn } from "../run/progress.ts";
import { askedOf } from "./asked-panel.ts";
import { inputPath, levelsOf, levelsOption, wholeOf } from "./option-values.ts";
import { tableOptions } from "./table-panel.ts";

/** First day of the bucket after `length` buckets; its number where the series has no dates. */
function bucketName(series: Series, position: number): string {
  if (series.start === undefined) return String(position);
  return isoDate(bucketStart(bucketIndex(dayOf(series.start), series.bucket) + position, series.bucket));
}

const options = {
  origins: argument("N", "Zahl der Zeitpunkte", "number of origins"),
  horizon: argument("H", "Zeiträume voraus", "buckets ahead"),
  model: argument("A,B", "Verfahren (combination)", "models (combination)"),
  refit: argument("yes|no", "an jedem Zeitpunkt neu lernen (yes)", "learn again at every origin (yes)"),
  levels: levelsOption,
  period: argument("N", "Zeiträume einer Saison", "buckets of a season"),
  with: argument(
    "FILE",
    "Prognosen anderer daneben: unique_id,ds,cutoff,MODELL…",
    "forecasts of others beside ours: unique_id,ds,cutoff,MODEL…",
  ),
  out: argument(
    "FILE",
    "Zeilen in diese Datei, Tabelle der Maße auf die Standardausgabe",
    "rows into this file, the table of measures to standard output",
  ),
  ...tableOptions,
};
type BacktestCall = Call<typeof options>;

/** What a call asks of each model. */
interface Trial {
  readonly origins: number;
  readonly horizon: number;
  readonly refit: boolean;
  readonly models: readonly string[];
  /** Levels that are printed, and those with them that the measures rest on. */
  readonly printed: readonly number[];
  readonly levels: readonly number[];
}

function trialOf({ options: given }: BacktestCall): Trial {
  const { model: named = "combination", refit = "yes" } = given;
  const origins = wholeOf("origins", given.origins, 1);
  const horizon = wholeOf("horizon", given.horizon, 1);
  if (origins === undefined || horizon === undefined) throw new UsageError({ code: "origins-missing" });
  if (refit !== "yes" && refit !== "no")
    throw new UsageError({ code: "not-either", name: "--refit", known: ["yes", "no"], got: refit });
  const models = named.split(",");
  models.forEach(requireModelName);
  const printed = levelsOf(given.levels);
  const levels = [...new Set([...printed, ...measuredLevels])].sort(ascending);
  return { origins, horizon, refit: refit === "yes", models, printed, levels };
}

/** Rows of one model over all origins. */
function rowsOf(panel: readonly Series[], trial: Trial, model: string, origin: () => void): BacktestRow[] {
  const { origins, horizon, levels, refit } = trial;
  let frozen: Pool | null | undefined;
  return backtestRows(panel, { origins, horizon, model }, (known, ahead) => {
    // without refitting, what is shared is learned once, at the oldest origin
    if (frozen === undefined || refit) frozen = learnPool(known, { horizon: ahead });
    const forecasts = forecastPanel(known, { horizon: ahead, levels, model, pool: frozen });
    origin();
    return forecasts;
  });
}

/** Rows as CSV, with the levels that were asked for. */
function* csvOf(
  rows: readonly BacktestRow[],
  panel: ReadonlyMap<string, Series>,
  { printed, levels }: Trial,
): Generator<string> {
  const shown = printed.map((level) => levels.indexOf(level));
  yield `unique_id,cutoff,ds,model,y,mean,${printed.map((level) => `q${level}`).join(",")}\n`;
  for (const { item, length, step, model, actual, mean, quantiles } of rows) {
    const series = panel.get(item);
    if (series === undefined) continue;
    const cells = [
      quoted(item, ","),
      bucketName(series, length - 1),
      bucketName(series, length + step - 1),
      model,
      actual,
      mean,
      ...shown.map((k) => quantiles[k]),
    ];
    yield `${cells.join(",")}\n`;
  }
}

async function run(call: BacktestCall): Promise<number> {
  const trial = trialOf(call);
  const { horizon, models } = trial;
  const { with: others, out, period } = call.options;
  const defaults = { horizon, period: wholeOf("period", period, 1) };
  const panel = askedOf(inputPath(call.positionals), defaults, call.options).flatMap((one) =>
    "series" in one ? [one.series] : [],
  );
  if (panel.length === 0) throw new InputError({ code: "no-series" });
  const byItem = new Map(panel.map((series) => [series.item, series]));
  const progress = progressOn(call.stderr);
  const rows: BacktestRow[] = [];
  const seconds = new Map<string, number>();
  for (const model of models) {
    const began = performance.now();
    let done = 0;
    const told = () => progress.update(model, ++done, trial.origins);
    for (const row of rowsOf(panel, trial, model, told)) rows.push(row);
    seconds.set(model, (performance.now() - began) / 1000);
  }
  progress.end();
  if (rows.length === 0) throw new InputError({ code: "too-short-to-backtest", horizon });
  const measures: BacktestMeasures[] = backtestMeasures(panel, rows, trial.levels);
  if (others !== undefined) {
    const theirs = othersRows(
      textOf(fileSource(others)),
      byItem,
      rows.filter(({ model }) => model === models[0]),
    );
    if (theirs.length === 0) throw new InputError({ code: "others-match-nothing", path: others });
    measures.push(...backtestMeasures(panel, theirs, measuredLevels));
  }
  const csv = csvOf(rows, byItem, trial);
  if (out === undefined) for (const line of csv) call.stdout.write(line);
  else writeFile(out, Buffer.from([...csv].join("")));
  (out === undefined ? call.stderr : call.stdout).write(backtestTable(measures, seconds, call.lang));
  return 0;
}

export const backtest: Command<typeof options> = {
  summary: {
    de: "prüft Verfahren an vergangenen Zeitpunkten: Prognosen und Istwerte als CSV, Maße als Tabelle",
    en: "tries models at past origins: forecasts and actuals as CSV, measures as a table",
  },
  usage: "[FILE|-] --origins N --horizon H [--model A,B] [--refit yes|no] [--with FILE] [--out FILE]",
  examples: [
    "backtest series.ndjson --origins 6 --horizon 3 --model combination,seasonal-naive",
    "backtest orders.xlsx --bucket month --origins 6 --horizon 3 --with theirs.csv --out rows.csv",
  ],
  options,
  run,
};
