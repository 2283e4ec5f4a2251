import {
  type Bucket,
  buckets,
  dayOf,
  replay as replayAll,
  replayPieces,
  UsageError,
} from "../../src/index.ts";
import { type Call, type Command, textOption, textOptions } from "../command.ts";
import { answersOf } from "../run/answers.ts";
import { checkedConfig } from "../run/config.ts";
import { readJson, sourceOf, writeFolder } from "../run/files.ts";
import { progressOn } from "../run/progress.ts";
import { type ReplaySettings, replayInput } from "../run/replay-input.ts";
import { defaultThreads, threads } from "../threads/threads.ts";
import { mapOf } from "./plan.ts";

function day(call: Call, name: string): string {
  const value = textOption(call, name);
  if (value === undefined) throw new UsageError(`replay needs --${name} DATE`);
  if (Number.isNaN(dayOf(value))) throw new UsageError(`--${name} must be a date YYYY-MM-DD, got ${value}`);
  return value;
}

function numberOf(call: Call, name: string): number | undefined {
  const value = textOption(call, name);
  if (value === undefined) return undefined;
  const number = Number(value.replace("%", ""));
  if (!(number > 0)) throw new UsageError(`--${name} must be a number above 0, got ${value}`);
  return number;
}

function settingsOf(call: Call): ReplaySettings {
  const file = textOption(call, "config");
  const { options, map, answers } = checkedConfig(file === undefined ? {} : readJson(file), {});
  const target = numberOf(call, "service") ?? options.serviceLevel;
  const asked = textOption(call, "bucket") ?? options.bucket;
  const bucket = asked === "auto" ? "auto" : buckets.find((one): one is Bucket => one === asked);
  if (bucket === undefined) throw new UsageError(`--bucket must be auto, day, week or month, got ${asked}`);
  const own = textOption(call, "answers");
  return {
    from: day(call, "from"),
    to: day(call, "to"),
    reviewDays: numberOf(call, "review-days") ?? options.reviewDays,
    target: target > 1 ? target / 100 : target,
    holdingRatePerYear: options.holdingRatePerYear,
    orderCost: options.orderCost,
    state: options.state,
    bucket,
    reading: {
      map: { ...map, ...mapOf(textOptions(call, "map")) },
      answers: { ...answers, ...(own === undefined ? {} : answersOf(own)) },
    },
  };
}

async function run(call: Call): Promise<number> {
  const out = textOption(call, "out");
  if (out === undefined) throw new UsageError("replay needs --out DIR: the folder for the results");
  if (call.positionals.length === 0) throw new UsageError("replay needs at least one file with order lines");
  const settings = settingsOf(call);
  const progress = progressOn(call.stderr);
  const workers = threads(numberOf(call, "threads") ?? defaultThreads());
  try {
    const { input, issues } = replayInput(
      call.positionals.map(sourceOf),
      textOptions(call, "items").map(sourceOf),
      settings,
      workers,
      progress.update,
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

const one = (value: string, de: string, en: string) =>
  ({ type: "string", value, meaning: { de, en } }) as const;

export const replay: Command = {
  summary: {
    de: "lebt die Vergangenheit noch einmal: Bestand, Service und Kosten von bedarf, heute, Faustregel und Hellseher",
    en: "lives the past again: stock, service and cost of bedarf, today's parameters, a naive rule and an oracle",
  },
  usage: "ORDERS… --items F --from DATE --to DATE [--review-days N] --out DIR",
  examples: ["replay orders.csv --items items.csv --from 2024-01-01 --to 2025-12-31 --out out/replay"],
  options: {
    items: { ...one("F", "Artikelstamm", "item master data"), multiple: true },
    from: one("DATE", "erster Tag, der zählt", "first day that counts"),
    to: one("DATE", "letzter Tag", "last day"),
    "review-days": one("N", "Tage zwischen zwei Bestellläufen (7)", "days between two order reviews (7)"),
    service: one("LEVEL", "Zielservice (0.98)", "target service level (0.98)"),
    bucket: one("auto|day|week|month|quarter|year", "Zeitraum der Prognose", "bucket of the forecasts"),
    config: one("F", "Einstellungen, JSON (siehe bedarf config)", "options, JSON (see bedarf config)"),
    answers: one("F", "Antworten auf Fragen, JSON", "answers to questions, JSON"),
    map: { ...one("field=Heading", "Spaltenzuordnung", "column mapping"), multiple: true },
    threads: one("N", "Anzahl Threads", "number of threads"),
    out: one("DIR", "Ergebnisordner", "result folder"),
  },
  run,
};
