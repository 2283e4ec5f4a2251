import { existsSync } from "node:fs";
import { join } from "node:path";
import {
  defined,
  InputError,
  type Issue,
  issuesCsv,
  mergePools,
  type PlanFiles,
  type Pool,
  poolFromJson,
  QuestionError,
  type RunRecord,
  resultPieces,
  runRecord,
  UsageError,
} from "../../src/index.ts";
import { type Call, type Command, textOption, textOptions } from "../command.ts";
import { answersOf, inLanguage } from "../run/answers.ts";
import { checkedConfig } from "../run/config.ts";
import { readJson, readText, sourceOf, writeFolder } from "../run/files.ts";
import { progressOn } from "../run/progress.ts";
import { poolBytes, type RunSettings, runPlan } from "../run/run-plan.ts";
import { filesByKind } from "../run/sources.ts";
import { summaryOf } from "../run/summary.ts";
import { defaultThreads, threads } from "../threads/threads.ts";

/** Names of every file that `plan` writes: a question leaves only issues.csv. */
export const resultNames = [
  "plan.json",
  "suggestions.csv",
  "suggestions.xlsx",
  "forecasts.csv",
  "signals.csv",
  "cash.csv",
  "kpis.json",
  "issues.csv",
  "report.html",
  "parameters.csv",
  "pool.json",
];

/** `--map a=B,c=D` (may be repeated) as a record; a comma inside a heading is kept when no "=" follows it. */
export function mapOf(values: readonly string[]): Record<string, string> {
  const map: Record<string, string> = {};
  for (const value of values) {
    for (const part of value.split(/,(?=[A-Za-z.]+=)/)) {
      const at = part.indexOf("=");
      if (at <= 0 || at === part.length - 1) {
        throw new UsageError(
          `--map takes field=Heading, got ${part}: e.g. --map quantity=Menge,date=Buchungsdatum`,
        );
      }
      map[part.slice(0, at).trim()] = part.slice(at + 1).trim();
    }
  }
  return map;
}

/** The last run's record from its result folder. */
export function previousOf(folder: string): RunRecord {
  const path = join(folder, "plan.json");
  if (!existsSync(path))
    throw new UsageError(`${folder} holds no plan.json: --previous takes a result folder of plan`);
  return runRecord(readJson(path));
}

/** One pool of several `--pool` files; "none" does without. */
export function poolOf(paths: readonly string[]): Pool | null | undefined {
  if (paths.length === 0) return undefined;
  if (paths.includes("none")) return null;
  const pools = paths.map((path) => poolFromJson(readText(path)));
  return pools.length === 1 ? pools[0] : mergePools(pools);
}

/** `--config F` and the options that have a flag of their own; a flag wins. */
function settingsOf(call: Call): RunSettings {
  const config =
    textOption(call, "config") === undefined ? {} : readJson(textOption(call, "config") as string);
  const flags: Record<string, unknown> = {};
  const number = (name: string) => {
    const value = Number(textOption(call, name)?.replace("%", ""));
    if (Number.isNaN(value))
      throw new UsageError(`--${name} must be a number, got ${textOption(call, name)}`);
    return value;
  };
  for (const [flag, option] of [
    ["as-of", "asOf"],
    ["stock-date", "stockDate"],
    ["bucket", "bucket"],
    ["service-type", "serviceType"],
  ] as const) {
    if (textOption(call, flag) !== undefined) flags[option] = textOption(call, flag);
  }
  for (const [flag, option] of [
    ["horizon", "horizon"],
    ["service", "serviceLevel"],
    ["budget", "budget"],
  ] as const) {
    if (textOption(call, flag) !== undefined) flags[option] = number(flag);
  }
  if (textOptions(call, "only").length > 0) flags.only = textOptions(call, "only");
  const checked = checkedConfig(config, flags);
  const answers = textOption(call, "answers");
  const previous = textOption(call, "previous");
  const pool = poolOf(textOptions(call, "pool"));
  const record = previous === undefined ? undefined : previousOf(previous);
  return {
    options: checked.options,
    map: { ...checked.map, ...mapOf(textOptions(call, "map")) },
    answers: { ...checked.answers, ...(answers === undefined ? {} : answersOf(answers)) },
    ...(record === undefined ? {} : { previous: () => record }),
    ...defined({ pool }),
  };
}

const sourcesOf = (call: Call): PlanFiles =>
  filesByKind((kind) => (kind === "orders" ? call.positionals : textOptions(call, kind)).map(sourceOf));

/** The issues of a run that could not plan: the only file it leaves. */
function writeRefusal(out: string, error: InputError, call: Call): void {
  const found: readonly Issue[] = error instanceof QuestionError ? error.issues : [];
  const reason: Issue = { code: error.code, severity: "error", text: error.message };
  const asked = found.some(({ severity, question }) => severity === "error" && question !== undefined);
  const issues = asked || found.some((issue) => issue.code === error.code) ? found : [reason, ...found];
  writeFolder(
    out,
    new Map([["issues.csv", Buffer.from([...issuesCsv(issues, call.lang)].join(""))]]),
    resultNames,
  );
}

const file = (value: string, de: string, en: string) =>
  ({ type: "string", multiple: true, value, meaning: { de, en } }) as const;
const one = (value: string, de: string, en: string) =>
  ({ type: "string", value, meaning: { de, en } }) as const;

export const plan: Command = {
  summary: {
    de: "aus Auftragsdateien ein erklärter Bestellplan mit Prognosen, Meldungen und Kennzahlen",
    en: "order-history files to an explained order plan with forecasts, signals and KPIs",
  },
  usage: "ORDERS… [--items F] [--suppliers F] [--open-orders F] … --out DIR",
  examples: [
    "plan bestellungen.csv --items artikel.csv --suppliers lieferanten.csv --out out/plan --lang de",
    "plan 2024.xlsx 2025.xlsx --items items.csv --as-of 2025-03-12 --service 0.98 --out out/plan",
    "plan orders.csv --map quantity=Menge,date=Buchungsdatum --out out/plan",
  ],
  options: {
    items: file("F", "Artikelstamm", "item master data"),
    suppliers: file("F", "Lieferanten", "suppliers"),
    "open-orders": file("F", "offene Bestellungen", "open orders"),
    requirements: file("F", "bekannte Bedarfe", "known requirements"),
    calendar: file("F", "Kalender: Schließtage, Aktionen", "calendar: closures, promotions"),
    decisions: file("F", "Entscheidungen über Vorschläge", "decisions on suggestions"),
    answers: one("F", "Antworten auf Fragen, JSON", "answers to questions, JSON"),
    previous: one("DIR", "Ergebnisordner des vorigen Laufs", "result folder of the last run"),
    config: one("F", "Einstellungen, JSON (siehe bedarf config)", "options, JSON (see bedarf config)"),
    "as-of": one("DATE", "Stichtag", "last day that counts"),
    "stock-date": one(
      "DATE",
      "Tag, nach dessen Ende der Bestand gilt",
      "day after whose close the stock holds",
    ),
    bucket: one("auto|day|week|month|quarter|year", "Zeitraum der Planung", "planning bucket"),
    horizon: one("N", "Anzahl prognostizierter Zeiträume", "buckets to forecast"),
    service: one("LEVEL", "Zielservice, z. B. 0.98", "target service level, e.g. 0.98"),
    "service-type": one("cycle|fill", "Art des Service", "kind of service"),
    budget: one("AMOUNT", "höchster Bestellwert", "largest order value"),
    only: file(
      "supplier=…",
      "nur diese Artikel: supplier=, group=, owner=",
      "only these items: supplier=, group=, owner=",
    ),
    map: file("field=Heading", "Spaltenzuordnung", "column mapping"),
    pool: file("F", "gelerntes Modell statt neu zu lernen", "a learned pool instead of learning"),
    threads: one("N", "Anzahl Threads", "number of threads"),
    out: one("DIR", "Ergebnisordner", "result folder"),
  },
  async run(call) {
    const out = textOption(call, "out");
    if (out === undefined) throw new UsageError("plan needs --out DIR: the folder for the results");
    if (call.positionals.length === 0) throw new UsageError("plan needs at least one file with order lines");
    const count =
      textOption(call, "threads") === undefined ? defaultThreads() : Number(textOption(call, "threads"));
    if (!(Number.isInteger(count) && count >= 1 && count <= 64)) {
      throw new UsageError(
        `--threads must be a whole number from 1 to 64, got ${textOption(call, "threads")}`,
      );
    }
    const settings = settingsOf(call);
    const sources = sourcesOf(call);
    const progress = progressOn(call.stderr);
    const workers = threads(count);
    try {
      const { plan: made, pool } = await runPlan(
        sources,
        { ...settings, progress: progress.update },
        workers,
      );
      progress.end();
      const files = new Map<string, Uint8Array | Iterable<Uint8Array>>(resultPieces(made, call.lang));
      if (pool !== null) files.set("pool.json", poolBytes(pool));
      writeFolder(out, files, resultNames);
      call.stderr.write(summaryOf(made, out, call.lang));
      return 0;
    } catch (error) {
      progress.end();
      const said = inLanguage(error, call.lang);
      if (said instanceof InputError) writeRefusal(out, said, call);
      throw said;
    } finally {
      await workers.close();
    }
  },
};
