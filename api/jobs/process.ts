import { type ChildProcess, spawn, spawnSync } from "node:child_process";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import type { Fault } from "../../src/index.ts";
import { unpackError } from "../threads/errors.ts";
import type { Brought, Message, Task } from "./child.ts";
import { besideHeapMb } from "./limits.ts";

const childFile = new URL(import.meta.url.endsWith(".ts") ? "./child.ts" : "./child.js", import.meta.url);

type Why = "memory" | "crash" | "time";

/** A task's process died before it answered: out of memory, out of time, a crash, killed. */
export class CrashError extends Error {
  override readonly name = "CrashError";
  readonly why: Why;
  readonly fault: Fault;
  constructor(why: Why, detail: string) {
    super(`the process of the task ended: ${detail}`);
    this.why = why;
    this.fault = { code: "job-died", why, detail };
  }
}

/**
 * The environment of a task's process; compiled code is kept in the data folder (where there is one), so that it starts
 * in half the time.
 */
export const childEnvironment = (dataFolder?: string): NodeJS.ProcessEnv => ({
  ...(dataFolder === undefined ? {} : { NODE_COMPILE_CACHE: join(dataFolder, "cache") }),
  ...process.env,
  NODE_OPTIONS: "",
});

/** Ends a process with the one that started it, whatever it is at: a killed server leaves no plan running. */
const leash = "setpriv --pdeathsig KILL";

let canLeash: boolean | undefined;

/** True where the system can do that (Linux with util-linux); elsewhere a child ends when it next looks. */
function hasLeash(): boolean {
  const [file = "", ...args] = leash.split(" ");
  canLeash ??= process.platform === "linux" && spawnSync(file, [...args, "true"]).status === 0;
  return canLeash;
}

/**
 * The call of this Node with a cap on all memory of its own, in MiB of heap: the heap's own cap knows nothing of buffers,
 * so the system holds the whole (ulimit -d) where it can.
 */
export function cappedCall(memoryMb: number, args: readonly string[]): [file: string, args: string[]] {
  const call = [process.execPath, `--max-old-space-size=${memoryMb}`, ...args];
  if (process.platform === "win32") return [call[0], call.slice(1)];
  const kilobytes = String((memoryMb + besideHeapMb) * 1024);
  const start = `ulimit -d "$0" 2>/dev/null; exec ${hasLeash() ? `${leash} ` : ""}"$@"`;
  return ["/bin/sh", ["-c", start, kilobytes, ...call]];
}

/** A process with a cap on its memory: what dies in it does not take the server along. */
export function startChild(
  memoryMb: number,
  { dataFolder, file = childFile }: { dataFolder?: string; file?: URL } = {},
): ChildProcess {
  const [command, args] = cappedCall(memoryMb, [...process.execArgv.filter(isFrugal), fileURLToPath(file)]);
  const child = spawn(command, args, {
    stdio: ["ignore", "ignore", "pipe", "ipc"],
    env: childEnvironment(dataFolder),
  });
  // Who asks it something hears of its errors; between two questions nobody does, and that must not end the server.
  child.on("error", () => {});
  return child;
}

/** Options of this process that its children share: how their memory is used. */
const isFrugal = (option: string): boolean => /^--(?:max-semi-space-size|heap-growing-percent)=/.test(option);

/** What an error that a process told means: memory that the system refused is no fault of the program. */
const toldError = (error: Error): Error =>
  /allocation failed|Failed to allocate memory/i.test(error.message)
    ? new CrashError("memory", "out of memory")
    : error;

interface Asking {
  readonly progress?: ((share: number, step: string) => void) | undefined;
  /** Brings the results of a finished plan that the process needs; their folder. */
  readonly bring?: ((planId: string) => Promise<string>) | undefined;
  /** After this time the process is ended. */
  readonly longestMs?: number | undefined;
}

/** Asks a process one thing and waits for its answer; what went wrong there is thrown here with its code. */
export function ask<T = Task>(
  child: ChildProcess,
  task: T,
  { progress, bring, longestMs }: Asking = {},
): Promise<unknown> {
  return new Promise((resolve, reject) => {
    let stderr = "";
    const onStderr = (text: Buffer) => {
      stderr = (stderr + text.toString("utf8")).slice(-2000);
    };
    const settle = (act: () => void) => {
      clearTimeout(limit);
      child.off("message", onMessage).off("close", onExit).off("error", onError);
      child.stderr?.off("data", onStderr);
      act();
    };
    const onMessage = (message: Message) => {
      if ("progress" in message) progress?.(message.progress, message.step);
      else if ("needs" in message) give(message.needs);
      else if ("value" in message) settle(() => resolve(message.value));
      else settle(() => reject(toldError(unpackError(message.error))));
    };
    const give = (planId: string) => {
      if (bring === undefined) return;
      bring(planId).then(
        (brought) => child.send({ brought } satisfies Brought),
        (error: Error) => {
          child.kill("SIGKILL");
          settle(() => reject(error));
        },
      );
    };
    const onExit = (code: number | null, signal: string | null) => {
      const outOfMemory = /out of memory|allocation failed/i.test(stderr);
      const detail = outOfMemory ? "out of memory" : `signal ${signal ?? "none"}, code ${code ?? "none"}`;
      settle(() => reject(new CrashError(outOfMemory ? "memory" : "crash", detail)));
    };
    const onError = (error: Error) => settle(() => reject(new CrashError("crash", error.message)));
    const onLate = () => {
      child.kill("SIGKILL");
      settle(() => reject(new CrashError("time", `longer than ${Math.round((longestMs ?? 0) / 1000)} s`)));
    };
    const limit = longestMs === undefined ? undefined : setTimeout(onLate, longestMs);
    child.on("message", onMessage).on("close", onExit).on("error", onError);
    child.stderr?.on("data", onStderr);
    child.send(task as object, (error) => {
      if (error !== null) onError(error);
    });
  });
}
