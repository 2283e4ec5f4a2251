#!/usr/bin/env node
// The command line. From a checkout it runs the TypeScript sources, from an installed package the built files.
import { existsSync } from "node:fs";
import { totalmem } from "node:os";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { run } from "./node.js";

// npm starts scripts in the folder of the package: paths are meant from where the user stands.
if (process.env.npm_lifecycle_event === "bedarf" && process.env.INIT_CWD) process.chdir(process.env.INIT_CWD);

const root = dirname(dirname(fileURLToPath(import.meta.url)));
// A small nursery and an early collector hold a plan of 250,000 lines in .48 GB instead of .82, for a fifth more of the
// processor's time (30 s instead of 25) and a start more: where memory is short, and for parts, which share a machine.
const frugal = ["--max-semi-space-size=4", "--heap-growing-percent=10"];
const shortMemory = 4 * 2 ** 30;
const memory = Math.min(totalmem(), process.constrainedMemory?.() || Number.POSITIVE_INFINITY);
const source = join(root, "api", "cli.ts");
const command = process.argv[2];
const isLarge = ["plan", "batch", "replay"].includes(command);
const isFrugal = ["part", "join"].includes(command) || (isLarge && memory < shortMemory);
// The collector lets the heap grow to four times what is in use, where there is room, and holds a nursery of 100 MB; half
// more and a quarter of it are enough: 500,000 lines of 10,000 items in .55 GB.
const sparing = ["--heap-growing-percent=50", "--max-semi-space-size=8"];
const wanted = isFrugal ? frugal : isLarge ? sparing : [];
// Of parts one child after the other is started: the portable package holds the commands in few files for them. The
// first stage reads files, which takes processes that are found beside the sources.
const bundled = join(root, "bundle", "cli.js");
const isBundled =
  ["part", "join"].includes(command) && !process.argv.includes("demand") && existsSync(bundled);
// who starts this process with them already (hosts/spark) saves a second one
const nodeOptions = wanted.every((one) => process.execArgv.includes(one)) ? [] : wanted;
await run(
  isBundled ? bundled : existsSync(source) ? source : join(root, "dist", "api", "cli.js"),
  process.argv.slice(2),
  nodeOptions,
);
