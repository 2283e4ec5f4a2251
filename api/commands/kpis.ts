import { existsSync, statSync } from "node:fs";
import { join } from "node:path";
import { kpisOfRuns, runRecord, UsageError } from "../../src/index.ts";
import { type Call, type Command, repeated } from "../command.ts";
import { readJson } from "../run/files.ts";

/** plan.json of a result folder; a path to the file itself will do. */
function planOf(path: string): unknown {
  const file = existsSync(path) && statSync(path).isDirectory() ? join(path, "plan.json") : path;
  if (!existsSync(file)) throw new UsageError({ code: "no-plan-of-runs", folder: path });
  return readJson(file);
}

const options = {
  runs: repeated("DIR…", "Ergebnisordner von plan, ältester zuerst", "result folders of plan, oldest first"),
};

async function run(call: Call<typeof options>): Promise<number> {
  const folders = [...(call.options.runs ?? []), ...call.positionals];
  if (folders.length === 0) throw new UsageError({ code: "runs-missing" });
  const runs = folders.map((folder) => {
    try {
      return runRecord(planOf(folder));
    } catch (error) {
      throw error instanceof UsageError ? new UsageError({ ...error.fault, file: folder }) : error;
    }
  });
  const bucket = runs[0]?.bucket;
  const other = runs.findIndex((one) => one.bucket !== bucket);
  if (other >= 0) {
    throw new UsageError({
      code: "buckets-differ",
      folder: folders[other],
      bucket: runs[other].bucket,
      first: folders[0],
      firstBucket: bucket,
    });
  }
  const earlier = runs.findIndex((one, k) => k > 0 && one.asOf < (runs[k - 1]?.asOf ?? ""));
  if (earlier > 0) {
    throw new UsageError({
      code: "runs-out-of-order",
      folder: folders[earlier],
      asOf: runs[earlier].asOf,
      before: folders[earlier - 1],
    });
  }
  call.stdout.write(`${JSON.stringify(kpisOfRuns(runs), null, 2)}\n`);
  return 0;
}

export const kpis: Command<typeof options> = {
  summary: {
    de: "vergleicht Läufe miteinander: Genauigkeit, Stabilität, Nervosität der Bestellungen",
    en: "compares runs with each other: accuracy, stability, nervousness of orders",
  },
  usage: "--runs DIR…",
  examples: ["kpis --runs out/2026-08 out/2026-09 out/2026-10"],
  options,
  run,
};
