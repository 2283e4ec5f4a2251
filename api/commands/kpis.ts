import { existsSync, statSync } from "node:fs";
import { join } from "node:path";
import { kpisOfRuns, runRecord, UsageError } from "../../src/index.ts";
import { type Call, type Command, repeated } from "../command.ts";
import { readJson } from "../run/files.ts";

/** plan.json of a result folder; a path to the file itself will do. */
function planOf(path: string): unknown {
  const file = existsSync(path) && statSync(path).isDirectory() ? join(path, "plan.json") : path;
  if (!existsSync(file))
    throw new UsageError(`${path} holds no plan.json: --runs takes result folders of plan`);
  return readJson(file);
}

const options = {
  runs: repeated("DIR…", "Ergebnisordner von plan, ältester zuerst", "result folders of plan, oldest first"),
};

async function run(call: Call<typeof options>): Promise<number> {
  const folders = [...(call.options.runs ?? []), ...call.positionals];
  if (folders.length === 0)
    throw new UsageError("bedarf kpis needs result folders: --runs DIR…, oldest first");
  const runs = folders.map((folder) => {
    try {
      return runRecord(planOf(folder));
    } catch (error) {
      throw error instanceof UsageError ? new UsageError(`${folder}: ${error.message}`) : error;
    }
  });
  const bucket = runs[0]?.bucket;
  const other = runs.findIndex((one) => one.bucket !== bucket);
  if (other >= 0) {
    throw new UsageError(
      `${folders[other]} plans by ${runs[other]?.bucket}, ${folders[0]} by ${bucket}: not comparable`,
    );
  }
  const earlier = runs.findIndex((one, k) => k > 0 && one.asOf < (runs[k - 1]?.asOf ?? ""));
  if (earlier > 0) {
    throw new UsageError(
      `${folders[earlier]} is of ${runs[earlier]?.asOf}, before ${folders[earlier - 1]}: name the runs oldest first`,
    );
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
