import { spawnSync } from "node:child_process";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { UsageError } from "../../src/index.ts";
import { argument, type Call, type Command } from "../command.ts";
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

/** The host in Python: beside the sources in a checkout and in a package. */
const host = (): string => {
  const here = dirname(fileURLToPath(import.meta.url));
  const root = join(here, "..", "..");
  return join(
    here.includes(`${join("dist", "api")}`) ? join(root, "..") : root,
    "hosts",
    "spark",
    "bedarf_spark.py",
  );
};

async function run(call: Call<typeof options>): Promise<number> {
  const [what] = call.positionals;
  if (what !== "plan") throw new UsageError({ code: "stage-unknown", got: what ?? "", known: ["plan"] });
  const { lines, out } = call.options;
  if (lines === undefined) throw new UsageError({ code: "orders-missing", command: "spark plan" });
  if (out === undefined) throw new UsageError({ code: "out-missing", command: "spark plan" });
  const given = Object.entries(call.options).flatMap(([name, value]) =>
    (Array.isArray(value) ? value : [value]).flatMap((one) => [`--${name}`, String(one)]),
  );
  const python = process.env.BEDARF_PYTHON ?? "python3";
  const program = process.argv[1] ?? "";
  const child = spawnSync(python, [host(), "--node", process.execPath, "--program", program, ...given], {
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
  usage: "plan --lines PARQUET|TABLE [--items F] … --out DIR [--master URL | --remote sc://…]",
  examples: [
    "spark plan --lines lines.parquet --items items.csv --master spark://head:7077 --out /mnt/out/plan",
  ],
  options,
  run,
};
