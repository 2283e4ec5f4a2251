// `npm run bench -- NAME [arguments]`: runs one benchmark, NAME.ts here or in a folder of its name, which exports run(args).
import { existsSync, readdirSync } from "node:fs";
import { join } from "node:path";
import { pathToFileURL } from "node:url";

const [name, ...args] = process.argv.slice(2);
const folder = import.meta.dirname;
const [alone, inFolder] = [join(folder, `${name}.ts`), join(folder, `${name}`, `${name}.ts`)];
const file = existsSync(alone) ? alone : inFolder;
const known = () =>
  readdirSync(folder)
    .map((entry) => (existsSync(join(folder, entry, `${entry}.ts`)) ? `${entry}.ts` : entry))
    .filter((entry) => entry.endsWith(".ts") && entry !== "bench.ts")
    .map((entry) => entry.slice(0, -3));

if (name === undefined || !/^[a-z-]+$/.test(name) || !existsSync(file)) {
  process.stderr.write(`usage: npm run bench -- NAME [arguments]; NAME is one of ${known().join(", ")}\n`);
  process.exitCode = 2;
} else {
  const module = (await import(pathToFileURL(file).href)) as { run?: (args: string[]) => Promise<number> };
  if (module.run === undefined) {
    process.stderr.write(`${name} is no benchmark: it has no run()\n`);
    process.exitCode = 2;
  } else {
    process.exitCode = await module.run(args);
  }
}
