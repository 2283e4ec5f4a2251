#!/usr/bin/env node
// The command line. From a checkout it runs the TypeScript sources, from an installed package the built files.
import { existsSync } from "node:fs";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { run } from "./node.js";

const root = dirname(dirname(fileURLToPath(import.meta.url)));
const source = join(root, "api", "cli.ts");
await run(existsSync(source) ? source : join(root, "dist", "api", "cli.js"), process.argv.slice(2));
