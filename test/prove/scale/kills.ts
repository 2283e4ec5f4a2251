import { type ChildProcess, execFileSync, spawn, spawnSync } from "node:child_process";
import { existsSync, mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { setTimeout as wait } from "node:timers/promises";
import type { Row } from "../row.ts";
import { cli, madeOrders, root } from "./made-plan.ts";
import { type Marked, marked, markName, orphans, seen } from "./processes.ts";

/** A run of `bedarf spark plan` on a cluster of two local workers. */
interface SparkRun {
  readonly child: ChildProcess;
  readonly mark: string;
  /** What it has said so far. */
  said(): string;
  /** Its exit code, once it has ended. */
  readonly ended: Promise<number | null>;
}

/** The files of a plan, and how many parts it is cut into. */
interface Planned {
  readonly files: readonly string[];
  readonly parts: number;
}

/** Seconds after which Spark gives an executor up that says nothing. */
const silentSeconds = 20;

function begun({ files, parts }: Planned, out: string, python: string): SparkRun {
  const mark = `${process.pid}-${Math.random().toString(36).slice(2)}`;
  const home = spawnSync(python, ["-c", "import os, pyspark; print(os.path.dirname(pyspark.__file__))"], {
    encoding: "utf8",
  }).stdout.trim();
  const settings = [
    "spark.executor.heartbeatInterval=4s",
    "spark.network.timeoutInterval=4s",
    `spark.network.timeout=${silentSeconds}s`,
  ];
  const child = spawn(
    process.execPath,
    [cli, "spark", "plan", "--lines", ...files, "--parts", String(parts), "--tasks", "4"].concat([
      "--master",
      "local-cluster[2,1,1024]",
      "--out",
      out,
    ]),
    {
      cwd: root,
      stdio: ["ignore", "ignore", "pipe"],
      env: {
        ...process.env,
        [markName]: mark,
        BEDARF_PYTHON: python,
        PYSPARK_PYTHON: python,
        SPARK_HOME: home,
        SPARK_LOCAL_IP: "127.0.0.1",
        PYSPARK_SUBMIT_ARGS: `${settings.map((one) => `--conf ${one}`).join(" ")} --driver-memory 1g pyspark-shell`,
      },
    },
  );
  let text = "";
  child.stderr.on("data", (piece: Buffer) => {
    text += piece.toString();
  });
  const ended = new Promise<number | null>((resolve) => child.once("exit", resolve));
  return { child, mark, said: () => text, ended };
}

/** Processes at work on a part of a stage: the node child, its Python worker, the executor above. */
const worksOn =
  (stage: string) =>
  ({ command }: Marked): boolean =>
    command.includes(` part ${stage} `);

const parentOf = (pid: number): number =>
  Number(
    readFileSync(`/proc/${pid}/stat`, "latin1")
      .replace(/^.*\) \S /s, "")
      .split(" ")[0],
  );

/** The process above one whose command line holds a text. */
function above(pid: number, text: string): number {
  for (let at = parentOf(pid); at > 1; at = parentOf(at))
    if (readFileSync(`/proc/${at}/cmdline`, "latin1").includes(text)) return at;
  throw new Error(`no process of ${text} above ${pid}`);
}

/** What is struck in which stage: the process that works on a part, or one above it. */
const blows = [
  { stage: "signals", what: "node child", of: (pid: number) => pid },
  { stage: "learn", what: "Python worker", of: parentOf },
  { stage: "forecast", what: "executor", of: (pid: number) => above(pid, "CoarseGrainedExecutorBackend") },
] as const;

/** A process at work on a stage; undefined where the run ended before. */
const at = ({ mark, child }: SparkRun, stage: string): Promise<Marked | undefined> =>
  seen(mark, worksOn(stage), () => child.exitCode !== null || child.signalCode !== null);

/** Strikes a run in each stage of the table and stops an executor for longer than Spark waits; how many were hit. */
async function struck(run: SparkRun): Promise<string[]> {
  const hit: string[] = [];
  for (const { stage, what, of } of blows) {
    const found = await at(run, stage);
    if (found === undefined) return hit;
    process.kill(of(found.pid), "SIGKILL");
    hit.push(what);
  }
  const late = await at(run, "service");
  if (late === undefined) return hit;
  const stopped = [above(late.pid, "CoarseGrainedExecutorBackend"), parentOf(late.pid), late.pid];
  for (const pid of stopped) process.kill(pid, "SIGSTOP");
  await wait(2 * silentSeconds * 1000);
  for (const pid of stopped) if (existsSync(`/proc/${pid}`)) process.kill(pid, "SIGCONT");
  return [...hit, "executor stopped for longer than Spark waits"];
}

/** Kills the driver while tasks work on a stage; nothing of the run may stay. */
async function driverKilled(run: SparkRun): Promise<readonly Marked[]> {
  await at(run, "forecast");
  const driver = marked(run.mark).find(({ command }) => command.includes("bedarf_spark.py --node"));
  if (driver === undefined) throw new Error(`no driver at work: ${run.said().slice(-2000)}`);
  process.kill(driver.pid, "SIGKILL");
  await run.ended;
  return await orphans(run.mark, 30_000);
}

/** A plan on Spark whose executor, node child, Python worker and driver are killed, and one executor stopped. */
export async function sparkKills(items: number): Promise<Row | string> {
  const python = process.env.BEDARF_PYTHON ?? "python3";
  const isThere = spawnSync(python, ["-c", "import pyspark, pyarrow, pandas"]).status === 0;
  if (!isThere || spawnSync("java", ["-version"]).error !== undefined || !existsSync("/proc/self/environ"))
    return "needs java, Linux, and BEDARF_PYTHON with pyspark, pyarrow and pandas";
  const folder = mkdtempSync(join(tmpdir(), "bedarf-spark-"));
  try {
    const planned = { files: madeOrders(folder, items, 30), parts: 8 };
    const [one, out, again] = ["one", "spark", "again"].map((name) => join(folder, name));
    execFileSync(process.execPath, [cli, "plan", ...planned.files, "--out", one], { stdio: "ignore" });
    const isSame = (of: string) =>
      existsSync(join(of, "run.json")) &&
      readFileSync(join(of, "run.json")).equals(readFileSync(join(one, "run.json")));
    const first = begun(planned, out, python);
    const hit = await struck(first);
    if ((await first.ended) !== 0) throw new Error(`spark plan failed: ${first.said().slice(-3000)}`);
    const left = await orphans(first.mark, 30_000);
    const second = begun(planned, again, python);
    const leftOfDriver = await driverKilled(second);
    const half = existsSync(again) ? 1 : 0;
    const third = begun(planned, again, python);
    if ((await third.ended) !== 0) throw new Error(`spark plan failed: ${third.said().slice(-3000)}`);
    const counts = {
      "not hit": blows.length + 1 - hit.length,
      "other run.json": [out, again].filter((of) => !isSame(of)).length,
      "results of a killed driver": half,
      orphans: left.length + leftOfDriver.length + (await orphans(third.mark, 30_000)).length,
    };
    return {
      promise:
        "A plan on Spark with two workers: node child, Python worker, executor killed, an executor stopped for longer than Spark waits, the driver killed and the plan started again: the run.json of one machine, no process left",
      figure: `${items} items, hit: ${[...hit, "driver"].join(", ")}; ${Object.entries(counts)
        .map(([what, count]) => `${what} ${count}`)
        .join(", ")}`,
      held: Object.values(counts).every((count) => count === 0),
    };
  } finally {
    rmSync(folder, { recursive: true, force: true, maxRetries: 20, retryDelay: 100 });
  }
}
