import { spawn } from "node:child_process";

/** Runs a program in a folder, its environment with these variables; its code and what it said. */
export const runs = (
  command: string,
  args: readonly string[],
  folder: string,
  variables: Readonly<Record<string, string>>,
) =>
  new Promise<{ code: number | null; stdout: string; stderr: string }>((resolve) => {
    const child = spawn(command, args, { cwd: folder, env: { ...process.env, ...variables } });
    let [stdout, stderr] = ["", ""];
    child.stdout.on("data", (text: Buffer) => {
      stdout += text.toString();
    });
    child.stderr.on("data", (text: Buffer) => {
      stderr += text.toString();
    });
    child.on("error", (error) => resolve({ code: null, stdout, stderr: error.message }));
    child.on("close", (code) => resolve({ code, stdout, stderr }));
  });
