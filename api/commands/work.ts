import { UsageError } from "../../src/index.ts";
import { argument, type Call, type Command } from "../command.ts";
import { serverSettings } from "../http/settings.ts";
import { readJson } from "../run/files.ts";
import { serverLog } from "../server.ts";
import { sharedOptions, sharedPlaceOf } from "../shared-place.ts";
import { startWorker } from "../worker.ts";
import { stopOnSignal } from "./serve.ts";

const mostParallel = 256;

const options = {
  ...sharedOptions,
  parallel: argument("N", "Pläne gleichzeitig (1)", "plans at the same time (1)"),
  config: argument("F", "Grenzen, JSON", "limits, JSON"),
};

function parallelOf(given = "1"): number {
  const parallel = Number(given);
  if (!/^\d+$/.test(given) || parallel < 1 || parallel > mostParallel)
    throw new UsageError({
      code: "number-outside",
      name: "--parallel",
      low: 1,
      high: mostParallel,
      got: given,
    });
  return parallel;
}

async function run(call: Call<typeof options>): Promise<number> {
  const { config, parallel } = call.options;
  const place = sharedPlaceOf("work", call.options);
  if (place === undefined) throw new UsageError({ code: "store-address-not-valid" });
  // What the store holds is nobody else's to read, whoever made its folder.
  process.umask(0o077);
  const settings = serverSettings(config === undefined ? {} : readJson(config), process.env);
  const worker = await startWorker(place, { ...settings, parallelPlans: parallelOf(parallel) }, serverLog());
  const stopped = stopOnSignal();
  call.stderr.write("working\n");
  return stopped(worker);
}

/** `bedarf work`: makes the plans that servers on the same store were asked for. */
export const work: Command<typeof options> = {
  summary: {
    de: "Arbeiter: rechnet die Pläne, die Server auf derselben Datenbank annehmen",
    en: "worker: makes the plans that servers on the same database take",
  },
  usage: "--store postgres://… --files DIR|s3://… [--parallel N]",
  examples: ["work --store postgres://bedarf@db/bedarf --files /mnt/bedarf --parallel 2"],
  options,
  run,
};
