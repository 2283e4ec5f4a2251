import { existsSync, mkdirSync, readdirSync } from "node:fs";
import { join } from "node:path";
import { DatabaseSync } from "node:sqlite";
import { setTimeout as wait } from "node:timers/promises";
import { UsageError } from "../../src/index.ts";
import { runJob } from "../batch/run-job.ts";
import { argument, type Call, type Command, flag } from "../command.ts";
import { failureOf } from "../store/failure.ts";
import { type Threads, threads } from "../threads/threads.ts";
import { threadsOf } from "./option-values.ts";

const secondsBetweenPasses = 30;

/** One batch at a time writes into an outbox. The lock goes with the process that holds it, whatever its number. */
function lock(outbox: string): () => void {
  const database = new DatabaseSync(join(outbox, ".batch-lock"), { timeout: 0 });
  try {
    database.exec("BEGIN EXCLUSIVE");
  } catch (error) {
    database.close();
    if (failureOf(error) !== "busy") throw error;
    throw new UsageError({ code: "batch-running", folder: outbox });
  }
  return () => database.close();
}

/** A job's name on one line of the log. */
const spoken = (job: string): string => job.replaceAll(/\p{C}/gu, "?").slice(0, 200);

async function pass(
  call: Call<typeof options>,
  inbox: string,
  outbox: string,
  workers: Threads,
): Promise<boolean> {
  let good = true;
  const jobs = readdirSync(inbox, { withFileTypes: true })
    .filter((entry) => entry.isDirectory() && !entry.name.startsWith("."))
    .map(({ name }) => name)
    .sort();
  for (const job of jobs) {
    const { state, reason } = await runJob(inbox, outbox, job, call.lang, workers);
    if (state === "failed" || state === "held" || state === "changing") good = false;
    call.stderr.write(`${spoken(job)}: ${state}${reason === undefined ? "" : `: ${reason}`}\n`);
  }
  return good;
}

const options = {
  inbox: argument("DIR", "Ordner mit einem Unterordner je Job", "folder with a sub-folder a job"),
  outbox: argument("DIR", "Ordner der Ergebnisse", "folder of the results"),
  once: flag("ein Durchgang, dann Ende", "one pass, then end"),
  threads: argument("N", "Anzahl Threads", "number of threads"),
};

export const batch: Command<typeof options> = {
  summary: {
    de: "nächtlicher Lauf: jeder Unterordner des Eingangs wird ein Plan im Ausgang",
    en: "nightly run: every sub-folder of the inbox becomes a plan in the outbox",
  },
  usage: "--inbox DIR --outbox DIR [--once]",
  examples: ["batch --inbox inbox --outbox outbox --once --lang de"],
  options,
  async run(call) {
    const { inbox, outbox, once } = call.options;
    if (inbox === undefined || outbox === undefined)
      throw new UsageError({ code: "folders-missing", command: "batch", options: ["inbox", "outbox"] });
    if (!existsSync(inbox)) throw new UsageError({ code: "inbox-missing", path: inbox });
    const count = threadsOf(call.options.threads);
    mkdirSync(outbox, { recursive: true });
    const unlock = lock(outbox);
    const workers = threads(count);
    try {
      for (;;) {
        const good = await pass(call, inbox, outbox, workers);
        if (once === true) return good ? 0 : 1;
        await wait(secondsBetweenPasses * 1000);
      }
    } finally {
      unlock();
      await workers.close();
    }
  },
};
