// `npm test` and `npm run check`: lint, types and the tests of the engine side by side; `--write` formats first.
import { spawn } from "node:child_process";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";

const root = dirname(dirname(fileURLToPath(import.meta.url)));
const write = process.argv.includes("--write");
const rest = process.argv.slice(2).filter((value) => value !== "--write");
const known = join("node_modules", ".cache", "bedarf", "types.tsbuildinfo");
const lint = ["node_modules/@biomejs/biome/bin/biome", "check", ...(write ? ["--write"] : []), "."];
const types = ["node_modules/typescript/bin/tsc", "--noEmit", "--incremental", "--tsBuildInfoFile", known];
const tests = ["node_modules/vitest/vitest.mjs", "run", "--project", "engine", ...rest];
const running = new Set();

/** Runs a step; what it says comes in one piece at its end, except where it is heard all along. */
const step = (name, [script, ...args], heard = false) =>
  new Promise((resolve) => {
    const child = spawn(process.execPath, [join(root, script), ...args], {
      cwd: root,
      stdio: heard ? "inherit" : ["ignore", "pipe", "pipe"],
    });
    running.add(child);
    const said = [];
    for (const stream of [child.stdout, child.stderr]) stream?.on("data", (bytes) => said.push(bytes));
    child.on("close", (code) => {
      running.delete(child);
      process.stderr.write(
        Buffer.concat([...said, Buffer.from(`${name}: ${code === 0 ? "ok" : "failed"}\n`)]),
      );
      resolve(code === 0);
    });
  });

/** The first step that fails ends the others. */
const need = async (...args) => {
  if (await step(...args)) return;
  process.exitCode = 1;
  for (const child of running) child.kill();
};

if (write) await need("lint", lint);
if (process.exitCode !== 1)
  await Promise.all([
    need("tests", tests, true),
    need("types", types),
    ...(write ? [] : [need("lint", lint)]),
  ]);
