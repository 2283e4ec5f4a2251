import { type ChildProcessByStdio, spawn } from "node:child_process";
import { Readable, type Writable } from "node:stream";
import { pipeline } from "node:stream/promises";
import { fileURLToPath } from "node:url";
import type { Fault } from "../../src/index.ts";
import type { ToldFault } from "../command.ts";
import { limited, TooLargeError } from "../store/limited.ts";
import { cappedCall, childEnvironment } from "./process.ts";

const commandLine = fileURLToPath(
  new URL(import.meta.url.endsWith(".ts") ? "../cli.ts" : "../cli.js", import.meta.url),
);

/** How a command ended. */
export interface CommandEnd {
  /** Exit code; null for a process that was killed or did not start. */
  readonly code: number | null;
  /** What is wrong with the call or its input, where it ended for that. */
  readonly fault: Fault | undefined;
  /** The last that it wrote on stderr. */
  readonly said: string;
  /** True where it was ended because its input went beyond its limit. */
  readonly isTooLarge: boolean;
}

interface RunningCommand {
  readonly output: AsyncIterable<Uint8Array>;
  readonly end: Promise<CommandEnd>;
  kill(): void;
}

/**
 * Runs a command of the command line in a process of its own, from a stream to a stream; both sides wait for each
 * other through their pipes. An input of more than `inputBytes` ends it.
 */
export function runCommand(
  args: readonly string[],
  input: AsyncIterable<Uint8Array>,
  { inputBytes, memoryMb, dataFolder }: { inputBytes: number; memoryMb: number; dataFolder: string },
): RunningCommand {
  const [call, rest] = cappedCall(memoryMb, [commandLine, ...args]);
  const child = spawn(call, rest, {
    stdio: ["pipe", "pipe", "pipe", "ipc"],
    env: childEnvironment(dataFolder),
  }) as ChildProcessByStdio<Writable, Readable, Readable>;
  let said = "";
  child.stderr.on("data", (text: Buffer) => {
    said = (said + text.toString("utf8")).slice(-2000);
  });
  let isTooLarge = false;
  pipeline(Readable.from(limited(input, inputBytes)), child.stdin).catch((error: NodeJS.ErrnoException) => {
    isTooLarge = error instanceof TooLargeError;
    // EPIPE: the command has ended before its input, and its exit code says why.
    if (error.code !== "EPIPE") child.kill("SIGKILL");
  });
  let fault: Fault | undefined;
  child.on("message", (told: ToldFault) => {
    fault = told.fault;
  });
  // What it told has arrived when the channel is closed.
  const told = new Promise<void>((resolve) => child.on("disconnect", resolve));
  const end = new Promise<number | null>((resolve) => {
    child.on("close", (code) => told.then(() => resolve(code)));
    child.on("error", () => resolve(null));
  });
  return {
    output: child.stdout,
    end: end.then((code) => ({ code, fault, said, isTooLarge })),
    kill: () => {
      child.kill("SIGKILL");
      // What nobody reads any more would keep the process from counting as ended.
      child.stdout.destroy();
    },
  };
}
