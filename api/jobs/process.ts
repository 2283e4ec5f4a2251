import { type ChildProcess, fork } from "node:child_process";
import { join } from "node:path";
import type { Fault } from "../../src/index.ts";
import { unpackError } from "../threads/errors.ts";
import type { Message, Task } from "./child.ts";

const childFile = new URL(import.meta.url.endsWith(".ts") ? "./child.ts" : "./child.js", import.meta.url);

/** A task's process died before it answered: out of memory, a crash, killed. */
export class CrashError extends Error {
  override readonly name = "CrashError";
  readonly fault: Fault;
  constructor(why: "memory" | "crash", detail: string) {
    super(`the process of the task ended: ${detail}`);
    this.fault = { code: "job-died", why, detail };
  }
}

/** The environment of a task's process; compiled code is kept in the data folder, so that it starts in half the time. */
export const childEnvironment = (dataFolder: string): NodeJS.ProcessEnv => ({
  ...process.env,
  NODE_OPTIONS: "",
  NODE_COMPILE_CACHE: process.env.NODE_COMPILE_CACHE ?? join(dataFolder, "cache"),
});

/** A process with a cap on its memory: what dies in it does not take the server along. */
export function startChild(memoryMb: number, dataFolder: string): ChildProcess {
  const child = fork(childFile, {
    execArgv: [`--max-old-space-size=${memoryMb}`],
    stdio: ["ignore", "ignore", "pipe", "ipc"],
    env: childEnvironment(dataFolder),
  });
  // Who asks it something hears of its errors; between two questions nobody does, and that must not end the server.
  child.on("error", () => {});
  return child;
}

/** Asks a process one thing and waits for its answer; what went wrong there is thrown here with its code. */
export function ask(
  child: ChildProcess,
  task: Task,
  progress?: (share: number, step: string) => void,
): Promise<unknown> {
  return new Promise((resolve, reject) => {
    let stderr = "";
    const onStderr = (text: Buffer) => {
      stderr = (stderr + text.toString("utf8")).slice(-2000);
    };
    const settle = (act: () => void) => {
      child.off("message", onMessage).off("exit", onExit).off("error", onError);
      child.stderr?.off("data", onStderr);
      act();
    };
    const onMessage = (message: Message) => {
      if ("progress" in message) progress?.(message.progress, message.step);
      else if ("value" in message) settle(() => resolve(message.value));
      else settle(() => reject(unpackError(message.error)));
    };
    const onExit = (code: number | null, signal: string | null) => {
      const outOfMemory = /heap out of memory|allocation failed/i.test(stderr);
      const detail = outOfMemory ? "out of memory" : `signal ${signal ?? "none"}, code ${code ?? "none"}`;
      settle(() => reject(new CrashError(outOfMemory ? "memory" : "crash", detail)));
    };
    const onError = (error: Error) => settle(() => reject(new CrashError("crash", error.message)));
    child.on("message", onMessage).on("exit", onExit).on("error", onError);
    child.stderr?.on("data", onStderr);
    child.send(task, (error) => {
      if (error !== null) onError(error);
    });
  });
}
