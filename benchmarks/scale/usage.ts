import { spawn } from "node:child_process";
import { mkdtempSync, readdirSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";

/** What a process of Node has used when it ended. */
interface NodeUsage {
  /** Its program, its command and what follows, as `cli.ts part signals`. */
  readonly what: string;
  readonly cpuSeconds: number;
  /** The most memory that it held, in MB (10^6 bytes). */
  readonly peakMb: number;
}

/** What a command and everything that it started have used. */
interface Usage {
  readonly seconds: number;
  readonly nodes: readonly NodeUsage[];
  /** What it said to standard output. */
  readonly out: string;
  /** Processor seconds of other programs by name (Linux), up to a moment and in all. */
  readonly javaStart: number;
  readonly java: number;
  readonly pythonStart: number;
  readonly python: number;
}

/** A module that every process of Node loads first: it says what the process has used when it ends. */
const reporter = `import{appendFileSync}from"node:fs";import{isMainThread}from"node:worker_threads";
if(isMainThread)process.on("exit",()=>{const u=process.resourceUsage();
appendFileSync(process.env.BEDARF_USAGE,JSON.stringify({what:process.argv.slice(1,4).map(one=>one.split("/").pop()).join(" "),
cpuSeconds:(u.userCPUTime+u.systemCPUTime)/1e6,peakMb:u.maxRSS*1024/1e6})+"\\n")})`;

const ticksASecond = 100;

const textOf = (path: string): string => {
  try {
    return readFileSync(path, "latin1");
  } catch {
    // it has ended meanwhile
    return "";
  }
};

/** Processor seconds of the running processes of other programs that carry the mark, by their number. */
function others(mark: string): Map<string, readonly [name: "java" | "python", seconds: number]> {
  const found = new Map<string, readonly ["java" | "python", number]>();
  for (const pid of readdirSync("/proc").filter((name) => /^\d+$/.test(name))) {
    if (!textOf(`/proc/${pid}/environ`).includes(mark)) continue;
    const [, name = "", rest = ""] = /\((.*)\) \S (.*)/s.exec(textOf(`/proc/${pid}/stat`)) ?? [];
    const fields = rest.split(" ");
    const seconds = (Number(fields[10]) + Number(fields[11])) / ticksASecond;
    if (name === "java") found.set(pid, ["java", seconds]);
    else if (name.startsWith("python")) found.set(pid, ["python", seconds]);
  }
  return found;
}

/**
 * Runs a command and counts the processor seconds of all that it starts: of Node by what each process says at its end, of
 * Java and Python by looking every quarter of a second.
 * @param startEnds what the command writes to standard error when its start is over
 */
export async function used(
  command: readonly [string, ...string[]],
  startEnds = "",
  environment: NodeJS.ProcessEnv = {},
): Promise<Usage> {
  const folder = mkdtempSync(join(tmpdir(), "bedarf-usage-"));
  const file = join(folder, "nodes.ndjson");
  const since = performance.now();
  const child = spawn(command[0], command.slice(1), {
    stdio: ["ignore", "pipe", "pipe"],
    env: {
      ...process.env,
      ...environment,
      BEDARF_USAGE: file,
      NODE_OPTIONS: `--import data:text/javascript,${encodeURIComponent(reporter)}`,
    },
  });
  const isLooking = startEnds !== "";
  const last = new Map<string, readonly ["java" | "python", number]>();
  const look = () => {
    if (isLooking) for (const [pid, one] of others(`BEDARF_USAGE=${file}`)) last.set(pid, one);
  };
  const sum = (of: "java" | "python") =>
    [...last.values()].reduce((total, [name, seconds]) => total + (name === of ? seconds : 0), 0);
  let start: readonly [java: number, python: number] | undefined;
  let [said, out] = ["", ""];
  child.stdout.on("data", (piece: Buffer) => {
    out += piece.toString();
  });
  child.stderr.on("data", (piece: Buffer) => {
    said += piece.toString();
    if (start !== undefined || !isLooking || !said.includes(startEnds)) return;
    look();
    start = [sum("java"), sum("python")];
  });
  const timer = setInterval(look, 250);
  try {
    const code = await new Promise<number | null>((resolve) => child.once("close", resolve));
    if (code !== 0) throw new Error(`${command.join(" ")} ended with ${code}: ${said.slice(-2000)}`);
    const nodes = textOf(file)
      .split("\n")
      .filter((line) => line !== "")
      .map((line): NodeUsage => JSON.parse(line));
    const [javaStart = 0, pythonStart = 0] = start ?? [];
    const seconds = (performance.now() - since) / 1000;
    return { seconds, nodes, out, javaStart, java: sum("java"), pythonStart, python: sum("python") };
  } finally {
    clearInterval(timer);
    rmSync(folder, { recursive: true, force: true });
  }
}
