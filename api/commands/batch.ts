import { existsSync, mkdirSync, readdirSync } from "node:fs";
import { setTimeout as wait } from "node:timers/promises";
import { UsageError } from "../../src/index.ts";
import type { JobTask } from "../batch/child.ts";
import { lockOutbox } from "../batch/lock.ts";
import { type OneByOne, oneByOne } from "../batch/one-by-one.ts";
import { argument, type Call, type Command, flag } from "../command.ts";
import { planMemoryMb, planMinutes } from "../jobs/limits.ts";
import { threadsOf, wholeOf } from "./option-values.ts";

const secondsBetweenPasses = 30;

/** Below this heap, in MiB, no plan can be made. */
const leastMemoryMb = 64;

/** One batch at a time writes into an outbox. */
const batchLock = ".batch-lock";

/** A job's name on one line of the log. */
const spoken = (job: string): string => job.replaceAll(/\p{C}/gu, "?").slice(0, 200);

async function pass(
  call: Call<typeof options>,
  task: Omit<JobTask, "job">,
  jobRunner: OneByOne,
): Promise<boolean> {
  let good = true;
  const jobs = readdirSync(task.inbox, { withFileTypes: true })
    .filter((entry) => entry.isDirectory() && !entry.name.startsWith("."))
    .map(({ name }) => name)
    .sort();
  for (const job of jobs) {
    const { state, reason } = await jobRunner.run({ ...task, job });
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
  "job-minutes": argument(
    "N",
    `längste Zeit eines Jobs in Minuten (${planMinutes})`,
    `longest time of a job in minutes (${planMinutes})`,
  ),
  "job-memory": argument(
    "MB",
    "Speicher eines Jobs (halber Speicher des Rechners, 512 bis 4096)",
    "memory of a job (half of the computer's, 512 to 4096)",
  ),
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
    const longestMs = (wholeOf("job-minutes", call.options["job-minutes"], 1) ?? planMinutes) * 60_000;
    const memoryMb = wholeOf("job-memory", call.options["job-memory"], leastMemoryMb) ?? planMemoryMb;
    const task = { inbox, outbox, lang: call.lang, threads: threadsOf(call.options.threads) };
    mkdirSync(outbox, { recursive: true });
    const unlock = lockOutbox(outbox, batchLock, 0);
    const jobRunner = oneByOne(outbox, { memoryMb, longestMs });
    try {
      for (;;) {
        const good = await pass(call, task, jobRunner);
        if (once === true) return good ? 0 : 1;
        await wait(secondsBetweenPasses * 1000);
      }
    } finally {
      jobRunner.close();
      unlock();
    }
  },
};
