import {
  backtestRows,
  bucketIndex,
  bucketStart,
  dayOf,
  forecastPanel,
  InputError,
  isoDate,
  learnPool,
  type Pool,
  quoted,
  requireModelName,
  type Series,
  UsageError,
} from "../../src/index.ts";
import { argument, type Call, type Command } from "../command.ts";
import { askedPanel } from "../ndjson/asked-series.ts";
import { sourceOf, textOf } from "../run/files.ts";
import { inputPath, levelsOf, levelsOption, wholeOf } from "./option-values.ts";

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
};

async function run({ options: given, positionals, stdout }: Call<typeof options>): Promise<number> {
  const { model: named = "combination", refit = "yes" } = given;
  const origins = wholeOf("origins", given.origins, 1);
  const horizon = wholeOf("horizon", given.horizon, 1);
  if (origins === undefined || horizon === undefined) throw new UsageError({ code: "origins-missing" });
  if (refit !== "yes" && refit !== "no")
    throw new UsageError({ code: "not-either", name: "--refit", known: ["yes", "no"], got: refit });
  const names = named.split(",");
  names.forEach(requireModelName);
  const levels = levelsOf(given.levels);
  const panel = askedPanel(textOf(sourceOf(inputPath(positionals))), {
    horizon,
    period: wholeOf("period", given.period, 1),
  }).flatMap((one) => ("series" in one ? [one.series] : []));
  if (panel.length === 0) throw new InputError({ code: "no-series" });
  const byItem = new Map(panel.map((series) => [series.item, series]));
  stdout.write(`unique_id,cutoff,ds,model,y,mean,${levels.map((level) => `q${level}`).join(",")}\n`);
  for (const model of names) {
    let frozen: Pool | null | undefined;
    const rows = backtestRows(panel, { origins, horizon, model }, (known, ahead) => {
      // without refitting, what is shared is learned once, at the oldest origin
      if (frozen === undefined || refit === "yes") frozen = learnPool(known, { horizon: ahead });
      return forecastPanel(known, { horizon: ahead, levels, model, pool: frozen });
    });
    for (const row of rows) {
      const series = byItem.get(row.item)!;
      const cells = [
        quoted(row.item, ","),
        bucketName(series, row.length - 1),
        bucketName(series, row.length + row.step - 1),
        row.model,
        row.actual,
        row.mean,
        ...row.quantiles,
      ];
      stdout.write(`${cells.join(",")}\n`);
    }
  }
  return 0;
}

export const backtest: Command<typeof options> = {
  summary: {
    de: "prüft Verfahren an vergangenen Zeitpunkten: Prognosen und Istwerte als CSV",
    en: "tries models at past origins: forecasts and actuals as CSV",
  },
  usage: "[FILE|-] --origins N --horizon H [--model A,B] [--refit yes|no]",
  examples: ["backtest series.ndjson --origins 6 --horizon 3 --model combination,seasonal-naive"],
  options,
  run,
};
