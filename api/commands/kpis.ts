import { kpisOfRuns, type RunRecord, UsageError } from "../../src/index.ts";
import { type Call, type Command, repeated } from "../command.ts";
import { recordOf } from "../run/previous-run.ts";

const options = {
  runs: repeated("DIR…", "Ergebnisordner von plan, ältester zuerst", "result folders of plan, oldest first"),
};

/** The record of a result folder; what is wrong with it names the folder. @param isNewest whether it is the measured one */
async function recordNamed(folder: string, isNewest: boolean): Promise<RunRecord> {
  try {
    const record = await recordOf(folder, isNewest);
    if (record === undefined) throw new UsageError({ code: "no-plan-of-runs", folder });
    return record;
  } catch (error) {
    throw error instanceof UsageError ? new UsageError({ ...error.fault, file: folder }) : error;
  }
}

async function run(call: Call<typeof options>): Promise<number> {
  const folders = [...(call.options.runs ?? []), ...call.positionals];
  if (folders.length === 0) throw new UsageError({ code: "runs-missing" });
  const runs: RunRecord[] = [];
  for (const [k, folder] of folders.entries()) runs.push(await recordNamed(folder, k === folders.length - 1));
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
