#!/usr/bin/env node
// The command line. From a checkout it runs the TypeScript sources, from an installed package the built files.
import { existsSync } from "node:fs";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { run } from "./node.js";

// npm starts scripts in the folder of the package: paths are meant from where the user stands.
if (process.env.npm_lifecycle_event === "bedarf" && process.env.INIT_CWD) process.chdir(process.env.INIT_CWD);

const root = dirname(dirname(fileURLToPath(import.meta.url)));
// A plan of many items lives on its numbers, not on short-lived objects: a small nursery and an early collector
// keep a million lines near 1 GB (1.1 GB; before the ranges were mixtures .93 GB, and 1.2 GB without these flags).
const frugal = ["--max-semi-space-size=4", "--heap-growing-percent=10"];
const source = join(root, "api", "cli.ts");
const nodeOptions = ["plan", "batch", "replay", "part", "join"].includes(process.argv[2]) ? frugal : [];
await run(
  existsSync(source) ? source : join(root, "dist", "api", "cli.js"),
  process.argv.slice(2),
  nodeOptions,
);
