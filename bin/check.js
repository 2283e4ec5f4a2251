// `npm test` and `npm run check`: lint, types, tests; `--write` also formats. Stops at the first that fails.
import { spawnSync } from "node:child_process";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";

const root = dirname(dirname(fileURLToPath(import.meta.url)));
const write = process.argv.includes("--write");
const rest = process.argv.slice(2).filter((value) => value !== "--write");
const steps = [
  ["lint", ["node_modules/@biomejs/biome/bin/biome", "check", ...(write ? ["--write"] : []), "."]],
  ["types", ["node_modules/typescript/bin/tsc", "--noEmit"]],
  ["tests", ["node_modules/vitest/vitest.mjs", "run", ...rest]],
];
for (const [name, args] of steps) {
  process.stderr.write(`${name}\n`);
  const { status } = spawnSync(process.execPath, [join(root, args[0]), ...args.slice(1)], {
    stdio: "inherit",
    cwd: root,
  });
  if (status !== 0) process.exit(status ?? 1);
}
