import {
  type Bucket,
  type ByteSource,
  buckets,
  dayOf,
  defined,
  type ReplaySettings,
  replay as replayAll,
  replayFiles,
  replayPieces,
  UsageError,
} from "../../src/index.ts";
import { argument, type Call, type Command, repeated } from "../command.ts";
import { answersOf } from "../run/answers.ts";
import { checkedConfig } from "../run/config.ts";
import { readJson, sourceOf, writeFolder } from "../run/files.ts";
import { progressOn } from "../run/progress.ts";
import { withAnswers, withSheet } from "../run/sources.ts";
import { replayForecaster } from "../threads/replay-forecaster.ts";
import { threads } from "../threads/threads.ts";
import { mapOf, sheetOption, threadsOf } from "./option-values.ts";

const options = {
  items: repeated("F", "Artikelstamm", "item master data"),
  from: argument("DATE", "erster Tag, der zählt", "first day that counts"),
  to: argument("DATE", "letzter Tag", "last day"),
  "review-days": argument("N", "Tage zwischen zwei Bestellläufen (7)", "days between two order reviews (7)"),
  service: argument("LEVEL", "Zielservice (0.98)", "target service level (0.98)"),
  bucket: argument("auto|day|week|month|quarter|year", "Zeitraum der Prognose", "bucket of the forecasts"),
  key: argument(
    "item|item,location",
    "was für sich gespielt wird: jeder Artikel, oder jeder an jedem Standort",
    "what is lived by itself: each item, or each at each location",
  ),
  config: argument("F", "Einstellungen, JSON (siehe bedarf config)", "options, JSON (see bedarf config)"),
  answers: argument("F", "Antworten auf Fragen, JSON", "answers to questions, JSON"),
  map: repeated("field=Heading", "Spaltenzuordnung", "column mapping"),
  sheet: sheetOption,
  threads: argument("N", "Anzahl Threads", "number of threads"),
  out: argument("DIR", "Ergebnisordner", "result folder"),
};
type Asked = Call<typeof options>;

function dayOption(name: string, value: string | undefined): string {
  if (value === undefined) throw new UsageError({ code: "date-missing", command: "replay", option: name });
  if (Number.isNaN(dayOf(value)))
    throw new UsageError({ code: "no-such-day", name: `--${name}`, got: value });
  return value;
}

function numberOf(name: string, value: string | undefined): number | undefined {
  if (value === undefined) return undefined;
  const number = Number(value.replace("%", ""));
  if (!(number > 0)) throw new UsageError({ code: "not-positive", name: `--${name}`, got: value });
  return number;
}

function settingsOf({ options: given }: Asked): ReplaySettings {
  const file = given.config;
  const { options, map, answers } = checkedConfig(
    file === undefined ? {} : readJson(file),
    defined({ key: given.key }),
  );
  const target = numberOf("service", given.service) ?? options.serviceLevel;
  const asked = given.bucket ?? options.bucket;
  const bucket = asked === "auto" ? "auto" : buckets.find((one): one is Bucket => one === asked);
  if (bucket === undefined)
    throw new UsageError({
      code: "not-either",
      name: "--bucket",
      known: ["auto", "day", "week", "month"],
      got: asked,
    });
  const own = given.answers;
  return {
    from: dayOption("from", given.from),
    to: dayOption("to", given.to),
    reviewDays: numberOf("review-days", given["review-days"]) ?? options.reviewDays,
    target: target > 1 ? target / 100 : target,
    holdingRatePerYear: options.holdingRatePerYear,
    orderCost: options.orderCost,
    state: options.state,
    bucket,
    reading: {
      map: { ...map, ...mapOf(given.map ?? []) },
      answers: { ...answers, ...(own === undefined ? {} : answersOf(own)) },
      byLocation: options.key === "item,location",
    },
  };
}

async function run(call: Asked): Promise<number> {
  const { out, items = [] } = call.options;
  if (out === undefined) throw new UsageError({ code: "out-missing", command: "replay" });
  if (call.positionals.length === 0) throw new UsageError({ code: "orders-missing", command: "replay" });
  const settings = settingsOf(call);
  const opened = (source: ByteSource) => withAnswers(source, settings.reading.answers ?? {});
  const progress = progressOn(call.stderr);
  const workers = threads(threadsOf(call.options.threads));
  try {
    const { input, issues } = replayFiles(
      {
        orders: call.positionals.map((path) => opened(withSheet(sourceOf(path), call.options.sheet))),
        items: items.map((path) => opened(sourceOf(path))),
      },
      settings,
      replayForecaster(workers),
      (done, of) => progress.update("forecasts", done, of),
    );
    const { result, rows } = await replayAll(input);
    progress.end();
    writeFolder(out, replayPieces(result, rows, issues, call.lang));
    for (const { policy, averageStockValue, fillRate, totalCost } of result.policies) {
      const money = Math.round(averageStockValue);
      call.stderr.write(
        `${policy}: stock ${money}, fill ${(100 * fillRate).toFixed(1)} %, cost ${Math.round(totalCost)}\n`,
      );
    }
    return 0;
  } finally {
    progress.end();
    await workers.close();
  }
}

export const replay: Command<typeof options> = {
  summary: {
    de: "lebt die Vergangenheit noch einmal: Bestand, Service und Kosten von bedarf, heute, Faustregel und Hellseher",
    en: "lives the past again: stock, service and cost of bedarf, today's parameters, a naive rule and an oracle",
  },
  usage: "ORDERS… --items F --from DATE --to DATE [--review-days N] [--key item,location] --out DIR",
  examples: ["replay orders.csv --items items.csv --from 2024-01-01 --to 2025-12-31 --out out/replay"],
  options,
  run,
};
