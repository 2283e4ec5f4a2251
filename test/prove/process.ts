import { type ChildProcess, spawn } from "node:child_process";
import { join } from "node:path";

const root = join(import.meta.dirname, "..", "..");

export interface ServerProcess {
  readonly child: ChildProcess;
  readonly url: string;
  readonly readyMs: number;
  readonly stderr: () => string;
  readonly exit: Promise<number | null>;
}

/** `bedarf serve` as a process of its own; resolves when it says where it listens. */
export function serveProcess(
  folder: string,
  {
    args = [],
    nodeArgs = [],
    env = {},
    wrap = [],
  }: {
    args?: string[];
    nodeArgs?: string[];
    env?: Record<string, string>;
    wrap?: string[];
  } = {},
): Promise<ServerProcess> {
  const begun = performance.now();
  const command = [
    ...wrap,
    process.execPath,
    ...nodeArgs,
    join(root, "api", "cli.ts"),
    "serve",
    "--data",
    folder,
  ];
  const [file, ...rest] = [...command, "--port", "0", ...args] as [string, ...string[]];
  const child = spawn(file, rest, {
    env: { ...process.env, BEDARF_LOG: "error", BEDARF_FREE_DISK_BYTES: "0", ...env },
    stdio: ["ignore", "ignore", "pipe"],
  });
  let said = "";
  const exit = new Promise<number | null>((resolve) => child.on("exit", (code) => resolve(code)));
  return new Promise((resolve, reject) => {
    child.stderr?.on("data", (text: Buffer) => {
      said += text.toString();
      const url = /listening on (\S+)/.exec(said)?.[1];
      if (url !== undefined)
        resolve({ child, url, readyMs: performance.now() - begun, stderr: () => said, exit });
    });
    void exit.then((code) => reject(new Error(`serve ended with ${code}: ${said}`)));
  });
}
