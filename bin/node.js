// Runs a script under a fitting Node (>= 24.15). Plain JavaScript, because it must start on old versions too.
// usage: node bin/node.js [node options] SCRIPT [arguments]
import { spawn } from "node:child_process";
import { existsSync } from "node:fs";
import { constants } from "node:os";
import { delimiter, dirname, join, resolve } from "node:path";
import { fileURLToPath, pathToFileURL } from "node:url";
import { keepCompiled } from "./compile-cache.js";

const NEEDS = [24, 15];
const root = dirname(dirname(fileURLToPath(import.meta.url)));

export const isFitting = (version = process.versions.node) => {
  const [major, minor] = version.split(".").map(Number);
  return major > NEEDS[0] || (major === NEEDS[0] && minor >= NEEDS[1]);
};

const bundledNode = () => {
  const os = process.platform === "win32" ? "win" : process.platform;
  const name = `node-${os}-${process.arch}`;
  const file = process.platform === "win32" ? "node.exe" : "node";
  for (const folder of [join(root, "node_modules"), dirname(root)]) {
    const path = join(folder, name, "bin", file);
    if (existsSync(path)) return path;
  }
  return undefined;
};

/** Runs `script` in this process where it fits, else in a child that ends with this process. */
export const run = async (script, args, nodeOptions = []) => {
  if (isFitting() && nodeOptions.length === 0) {
    keepCompiled();
    process.argv = [process.execPath, resolve(script), ...args];
    await import(pathToFileURL(resolve(script)).href);
    return;
  }
  const node = isFitting() ? process.execPath : bundledNode();
  if (node === undefined) {
    process.stderr.write(
      `bedarf needs Node ${NEEDS.join(".")} or newer, this is ${process.versions.node}: install a newer Node (nodejs.org), then run the same command again\n`,
    );
    process.exitCode = 2;
    return;
  }
  const leash = pathToFileURL(join(root, "bin", "leash.js")).href;
  const child = spawn(node, ["--import", leash, ...nodeOptions, resolve(script), ...args], {
    stdio: ["inherit", "inherit", "inherit", "ipc"],
    env: { ...process.env, PATH: `${dirname(node)}${delimiter}${process.env.PATH ?? ""}` },
  });
  for (const signal of ["SIGINT", "SIGTERM", "SIGHUP"]) {
    process.on(signal, () => child.kill(signal));
  }
  child.on("error", (error) => {
    process.stderr.write(`bedarf could not start ${node}: ${error.message}\n`);
    process.exitCode = 3;
  });
  child.on("exit", (code, signal) => {
    process.exit(signal === null ? (code ?? 3) : 128 + (constants.signals[signal] ?? 0));
  });
};

if (process.argv[1] !== undefined && resolve(process.argv[1]) === fileURLToPath(import.meta.url)) {
  const args = process.argv.slice(2);
  const first = args.findIndex((value) => !value.startsWith("-"));
  if (first < 0) {
    process.stderr.write("usage: node bin/node.js [node options] SCRIPT [arguments]\n");
    process.exitCode = 2;
  } else {
    await run(args[first], args.slice(first + 1), args.slice(0, first));
  }
}
