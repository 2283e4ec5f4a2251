import {
  type ByteSource,
  defined,
  type FileKind,
  fileKinds,
  InputError,
  type PlanFiles,
  type RunRecord,
  UsageError,
} from "../../src/index.ts";
import { argument, type Call, type Command, repeated } from "../command.ts";
import { answersOf } from "../run/answers.ts";
import { checkedConfig } from "../run/config.ts";
import { readJson, sourceOf, writeFolder } from "../run/files.ts";
import { linesAhead } from "../run/lines-ahead.ts";
import { parquetSource } from "../run/parquet-source.ts";
import { poolOf } from "../run/pool.ts";
import { recordOf } from "../run/previous-run.ts";
import { progressOn } from "../run/progress.ts";
import { refusalFiles } from "../run/refusal.ts";
import { resultContents, resultNames } from "../run/results.ts";
import { type RunSettings, runPlan } from "../run/run-plan.ts";
import { filesByKind, withSheet } from "../run/sources.ts";
import { summaryOf } from "../run/summary.ts";
import { freeMemory } from "../threads/free-memory.ts";
import { threads } from "../threads/threads.ts";
import { mapOf, threadsOf } from "./option-values.ts";

/** Files and settings of a plan. */
export const planFlags = {
  items: repeated("F", "Artikelstamm", "item master data"),
  suppliers: repeated("F", "Lieferanten", "suppliers"),
  "open-orders": repeated("F", "offene Bestellungen", "open orders"),
  requirements: repeated("F", "bekannte Bedarfe", "known requirements"),
  calendar: repeated("F", "Kalender: Schließtage, Aktionen", "calendar: closures, promotions"),
  decisions: repeated("F", "Entscheidungen über Vorschläge", "decisions on suggestions"),
  answers: argument("F", "Antworten auf Fragen, JSON", "answers to questions, JSON"),
  previous: argument("DIR", "Ergebnisordner des vorigen Laufs", "result folder of the last run"),
  config: argument("F", "Einstellungen, JSON (siehe bedarf config)", "options, JSON (see bedarf config)"),
  key: argument(
    "item|item,location",
    "was für sich geplant wird (sonst item: Lagerorte zusammen)",
    "what is planned by itself (else item: locations together)",
  ),
  "as-of": argument("DATE", "Stichtag", "last day that counts"),
  "stock-date": argument(
    "DATE",
    "Tag, nach dessen Ende der Bestand gilt",
    "day after whose close the stock holds",
  ),
  bucket: argument("auto|day|week|month|quarter|year", "Zeitraum der Planung", "planning bucket"),
  horizon: argument("N", "Anzahl prognostizierter Zeiträume", "buckets to forecast"),
  service: argument("LEVEL", "Zielservice, z. B. 0.98", "target service level, e.g. 0.98"),
  "service-type": argument("cycle|fill", "Art des Service", "kind of service"),
  budget: argument("AMOUNT", "höchster Bestellwert", "largest order value"),
  only: repeated(
    "supplier=…",
    "nur diese Artikel: supplier=, group=, owner=",
    "only these items: supplier=, group=, owner=",
  ),
  map: repeated("field=Heading", "Spaltenzuordnung", "column mapping"),
  sheet: repeated(
    "NAME|all",
    "Blatt der Auftragsdateien, oder alle mit der Tabelle; items=NAME für andere Dateien",
    "sheet of the order files, or all that hold the table; items=NAME for other files",
  ),
  pool: repeated("F", "gelerntes Modell statt neu zu lernen", "a learned pool instead of learning"),
};

const options = {
  ...planFlags,
  threads: argument("N", "Anzahl Threads", "number of threads"),
  out: argument("DIR", "Ergebnisordner", "result folder"),
};
type PlanCall = Pick<Call<typeof planFlags>, "options" | "positionals">;

/** The last run's record from its result folder. */
async function previousOf(folder: string): Promise<RunRecord> {
  const record = await recordOf(folder, false);
  if (record === undefined) throw new UsageError({ code: "no-plan-of-previous", folder });
  return record;
}

function numberOf(name: string, text: string | undefined): number | undefined {
  const value = Number(text?.replace("%", ""));
  if (text !== undefined && Number.isNaN(value))
    throw new UsageError({ code: "not-a-number", name: `--${name}`, got: text });
  return text === undefined ? undefined : value;
}

/** `--config F` and the options that have a flag of their own; a flag wins. */
export async function settingsOf({ options: given }: PlanCall): Promise<RunSettings> {
  const { config, answers, previous, pool = [], map = [], only } = given;
  const checked = checkedConfig(
    config === undefined ? {} : readJson(config),
    defined({
      asOf: given["as-of"],
      stockDate: given["stock-date"],
      bucket: given.bucket,
      key: given.key,
      serviceType: given["service-type"],
      horizon: numberOf("horizon", given.horizon),
      serviceLevel: numberOf("service", given.service),
      budget: numberOf("budget", given.budget),
      only,
    }),
  );
  const record = previous === undefined ? undefined : await previousOf(previous);
  return {
    options: checked.options,
    map: { ...checked.map, ...mapOf(map) },
    answers: { ...checked.answers, ...(answers === undefined ? {} : answersOf(answers)) },
    previous: () => record,
    ...defined({ pool: poolOf(pool) }),
  };
}

/** The sheet of each kind of file: "NAME" of the orders, "items=NAME" of others; the last one counts. */
const sheetsOf = (values: readonly string[]): ReadonlyMap<FileKind, string> =>
  new Map(
    values.map((value): readonly [FileKind, string] => {
      const kind = fileKinds.find((one) => value.startsWith(`${one}=`));
      return kind === undefined ? ["orders", value] : [kind, value.slice(kind.length + 1)];
    }),
  );

/** The files that a call names, by kind. */
export async function filesOf({ positionals, options: given }: PlanCall): Promise<PlanFiles> {
  const pathsOf = (kind: FileKind) => (kind === "orders" ? positionals : (given[kind] ?? []));
  const tables = new Map<string, ByteSource>();
  for (const path of fileKinds.flatMap(pathsOf))
    if (path.endsWith(".parquet")) tables.set(path, await parquetSource(path));
  const sheets = sheetsOf(given.sheet ?? []);
  return filesByKind((kind) =>
    pathsOf(kind).map((path) => withSheet(tables.get(path) ?? sourceOf(path), sheets.get(kind))),
  );
}

async function run(call: Call<typeof options>): Promise<number> {
  const { out, threads: count } = call.options;
  if (out === undefined) throw new UsageError({ code: "out-missing", command: "plan" });
  if (call.positionals.length === 0) throw new UsageError({ code: "orders-missing", command: "plan" });
  const number = threadsOf(count);
  const settings = await settingsOf(call);
  const files = await filesOf(call);
  const progress = progressOn(call.stderr);
  const workers = threads(number);
  try {
    const made = await runPlan(files, { ...settings, progress: progress.update }, workers);
    progress.end();
    freeMemory();
    writeFolder(out, resultContents(made.plan, made.pool, call.lang), resultNames);
    call.stderr.write(summaryOf(made.plan, out, call.lang, linesAhead(made.lastDay, made.plan.asOf)));
    return 0;
  } catch (error) {
    progress.end();
    if (error instanceof InputError) writeFolder(out, refusalFiles(error, call.lang), resultNames);
    throw error;
  } finally {
    await workers.close();
  }
}

export const plan: Command<typeof options> = {
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
  options,
  run,
};
