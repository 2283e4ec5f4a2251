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
  requireModelName,
  type Series,
  UsageError,
} from "../../src/index.ts";
import type { Call, Command } from "../command.ts";
import { askedOf, levelsOf, wholeOf } from "./forecast.ts";

const csvCell = (text: string): string => (/[",\n\r]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text);

/** First day of the bucket after `length` buckets; its number where the series has no dates. */
function bucketName(series: Series, position: number): string {
  if (series.start === undefined) return String(position);
  return isoDate(bucketStart(bucketIndex(dayOf(series.start), series.bucket) + position, series.bucket));
}

async function run(call: Call): Promise<number> {
  const origins = wholeOf(call, "origins", 1);
  const horizon = wholeOf(call, "horizon", 1);
  if (origins === undefined || horizon === undefined)
    throw new UsageError("bedarf backtest needs --origins N and --horizon H");
  const refit = (call.options.refit as string | undefined) ?? "yes";
  if (refit !== "yes" && refit !== "no") throw new UsageError(`--refit must be yes or no, got ${refit}`);
  const names = ((call.options.model as string | undefined) ?? "combination").split(",");
  names.forEach(requireModelName);
  const levels = levelsOf(call.options.levels as string | undefined);
  const panel = askedOf(call).flatMap((one) => ("series" in one ? [one.series] : []));
  if (panel.length === 0) throw new InputError("no-series", "the input holds no series");
  const byItem = new Map(panel.map((series) => [series.item, series]));
  call.stdout.write(`unique_id,cutoff,ds,model,y,mean,${levels.map((level) => `q${level}`).join(",")}\n`);
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
        csvCell(row.item),
        bucketName(series, row.length - 1),
        bucketName(series, row.length + row.step - 1),
        row.model,
        row.actual,
        row.mean,
        ...row.quantiles,
      ];
      call.stdout.write(`${cells.join(",")}\n`);
    }
  }
  return 0;
}

export const backtest: Command = {
  summary: {
    de: "prüft Verfahren an vergangenen Zeitpunkten: Prognosen und Istwerte als CSV",
    en: "tries models at past origins: forecasts and actuals as CSV",
  },
  usage: "[FILE|-] --origins N --horizon H [--model A,B] [--refit yes|no]",
  examples: ["backtest series.ndjson --origins 6 --horizon 3 --model combination,seasonal-naive"],
  options: {
    origins: { type: "string", value: "N", meaning: { de: "Zahl der Zeitpunkte", en: "number of origins" } },
    horizon: { type: "string", value: "H", meaning: { de: "Zeiträume voraus", en: "buckets ahead" } },
    model: {
      type: "string",
      value: "A,B",
      meaning: { de: "Verfahren (combination)", en: "models (combination)" },
    },
    refit: {
      type: "string",
      value: "yes|no",
      meaning: { de: "an jedem Zeitpunkt neu lernen (yes)", en: "learn again at every origin (yes)" },
    },
    levels: {
      type: "string",
      value: "P,P…",
      meaning: { de: "Quantile (0.05,0.25,0.5,0.75,0.95)", en: "quantile levels (0.05,0.25,0.5,0.75,0.95)" },
    },
    period: {
      type: "string",
      value: "N",
      meaning: { de: "Zeiträume einer Saison", en: "buckets of a season" },
    },
  },
  run,
};
