import { spawnSync } from "node:child_process";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { defined, UsageError } from "../../src/index.ts";
import { argument, type Call, type Command } from "../command.ts";
import { sparkJob, sparkServices } from "../stages/spark-jobs.ts";
import { planFlags } from "./plan.ts";

const options = {
  lines: argument(
    "PARQUET|TABLE",
    "Auftragszeilen: Datei, Ordner von Parquet-Dateien oder eine Tabelle, die Spark liest",
    "order lines: a file, a folder of Parquet files, or a table that Spark reads",
  ),
  ...planFlags,
  parts: argument("N", "Anzahl Teile", "number of parts"),
  tasks: argument("N", "Aufgaben zur selben Zeit (sonst 2)", "tasks at a time (else 2)"),
  master: argument("URL", "Spark-Cluster, z. B. spark://HOST:7077", "Spark cluster, e.g. spark://HOST:7077"),
  remote: argument("sc://…", "Spark Connect", "Spark Connect"),
  print: argument(
    "databricks|emr|dataproc",
    "druckt den Auftrag für diesen Dienst, statt zu rechnen",
    "prints the job for this service instead of planning",
  ),
  archive: argument(
    "F",
    "portables bedarf (.tgz), das zu den Executors reist",
    "portable bedarf (.tgz) that travels to the executors",
  ),
  work: argument(
    "DIR",
    "Ordner, den alle Executors sehen (sonst neben --out)",
    "folder that all executors see (else beside --out)",
  ),
  out: argument("DIR", "Ergebnisordner", "result folder"),
};

/** Where `bin` and `hosts` lie, in a checkout and in a package. */
const home = (): string => {
  const here = dirname(fileURLToPath(import.meta.url));
  const root = join(here, "..", "..");
  return here.includes(`${join("dist", "api")}`) ? join(root, "..") : root;
};

/** The host in Python. */
const host = (): string => join(home(), "hosts", "spark", "bedarf_spark.py");

/** The command line that children are started with. */
const program = (): string => join(home(), "bin", "bedarf.js");

/** Options as arguments again. */
const argumentsOf = (given: object): string[] =>
  Object.entries(given).flatMap(([name, value]) =>
    (Array.isArray(value) ? value : [value]).flatMap((one) => [`--${name}`, String(one)]),
  );

/** What is to be done before a printed job runs, for people. */
const before = {
  de: (archive: string, there: string, here: string) =>
    `Vorher: ${here} nach ${there} kopieren, das portable bedarf (npm run pack:portable -- linux-x64, als .tgz) nach ${archive}; was großgeschrieben ist, ausfüllen. Dateien und Ordner müssen dort liegen, wo der Dienst sie liest.\n`,
  en: (archive: string, there: string, here: string) =>
    `Before: copy ${here} to ${there} and the portable bedarf (npm run pack:portable -- linux-x64, as .tgz) to ${archive}; fill in what stands in capitals. Files and folders must lie where the service reads them.\n`,
};

async function run(call: Call<typeof options>): Promise<number> {
  const [what] = call.positionals;
  if (what !== "plan") throw new UsageError({ code: "stage-unknown", got: what ?? "", known: ["plan"] });
  const { lines, out } = call.options;
  if (lines === undefined) throw new UsageError({ code: "orders-missing", command: "spark plan" });
  if (out === undefined) throw new UsageError({ code: "out-missing", command: "spark plan" });
  const { print, archive, ...rest } = call.options;
  if (print !== undefined) {
    const service = sparkServices.find((name) => name === print);
    if (service === undefined)
      throw new UsageError({ code: "not-one-of", name: "--print", known: sparkServices, got: print });
    const { master: _, remote: __, ...there } = rest;
    const job = sparkJob(service, argumentsOf(there), archive);
    call.stdout.write(`${job.text}\n`);
    call.stderr.write(before[call.lang](job.archive, job.host, host()));
    return 0;
  }
  const given = argumentsOf({ ...rest, ...defined({ archive }) });
  const python = process.env.BEDARF_PYTHON ?? "python3";
  const child = spawnSync(python, [host(), "--node", process.execPath, "--program", program(), ...given], {
    stdio: "inherit",
  });
  if (child.error !== undefined) throw new UsageError({ code: "python-missing", found: python });
  return child.status ?? 3;
}

export const spark: Command<typeof options> = {
  summary: {
    de: "ein Plan auf Apache Spark: dieselben Bytes wie auf einer Maschine (siehe docs/scale.md)",
    en: "a plan on Apache Spark: the same bytes as on one machine (see docs/scale.md)",
  },
  usage:
    "plan --lines PARQUET|TABLE [--items F] … --out DIR [--master URL | --remote sc://… | --print databricks|emr|dataproc]",
  examples: [
    "spark plan --lines lines.parquet --items items.csv --master spark://head:7077 --out /mnt/out/plan",
    "spark plan --lines sales.lines --items s3://data/items.csv --out s3://data/plan --print emr",
  ],
  options,
  run,
};
