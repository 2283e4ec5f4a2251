import {
  closeSync,
  existsSync,
  mkdirSync,
  openSync,
  readdirSync,
  readFileSync,
  rmSync,
  writeSync,
} from "node:fs";
import { join } from "node:path";
import { setTimeout as wait } from "node:timers/promises";
import { UsageError } from "../../src/index.ts";
import { runJob } from "../batch/run-job.ts";
import { argument, type Call, type Command, flag } from "../command.ts";
import { type Threads, threads } from "../threads/threads.ts";
import { threadsOf } from "./option-values.ts";

const secondsBetweenPasses = 30;

/** One batch at a time writes into an outbox; a lock of a process that is gone is taken over. */
function lock(outbox: string): () => void {
  const path = join(outbox, ".batch.lock");
  for (const attempt of [1, 2]) {
    try {
      const fd = openSync(path, "wx");
      writeSync(fd, String(process.pid));
      closeSync(fd);
      return () => rmSync(path, { force: true });
    } catch (error) {
      if ((error as NodeJS.ErrnoException).code !== "EEXIST" || attempt === 2) throw error;
      const owner = Number(readFileSync(path, "utf8"));
      if (isAlive(owner)) throw new UsageError({ code: "batch-running", process: owner, folder: outbox });
      rmSync(path, { force: true });
    }
  }
  throw new Error("unreachable");
}

function isAlive(pid: number): boolean {
  if (!(pid > 0) || pid === process.pid) return false;
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === "EPERM";
  }
}

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
    call.stderr.write(`${job}: ${state}${reason === undefined ? "" : `: ${reason}`}\n`);
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
