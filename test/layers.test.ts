import { readdirSync, readFileSync } from "node:fs";
import { dirname, join, normalize, relative, sep } from "node:path";
import { expect, test } from "vitest";

const root = join(import.meta.dirname, "..");

/** Folder of src -> folders it may import besides itself and the nouns (files directly in src). */
const mayImport: Record<string, readonly string[]> = {
  numeric: [],
  calendar: [],
  words: [],
  ingest: ["calendar", "numeric"],
  demand: ["calendar", "numeric"],
  decompose: ["numeric", "calendar"],
  evaluate: ["numeric"],
  models: ["numeric", "calendar", "demand", "decompose", "evaluate"],
  signals: ["numeric", "calendar", "decompose", "evaluate"],
  replenish: ["numeric", "calendar"],
  kpis: ["numeric", "calendar", "evaluate"],
  report: ["numeric", "calendar", "decompose", "words", "kpis"],
};

/** The one folder that may import a package. */
const homes: Record<string, string> = {
  "csv-parse": "src/ingest",
  luxon: "src/calendar",
  "simple-statistics": "src/demand",
  "ml-matrix": "test",
  "ml-regression": "src/models",
  saxes: "src/ingest",
  hono: "api",
  "@hono/node-server": "api",
  "@hono/zod-openapi": "api",
  zod: "api",
  hyparquet: "api/tables",
  "hyparquet-writer": "api/tables",
  "@e965/xlsx": "api/workbooks",
  pg: "api/store/postgres",
  "apache-arrow": "api/stages",
  "@aws-sdk/client-s3": "api/store/files",
  pino: "api",
  "prom-client": "api",
  "danfojs-node": "benchmarks",
  vitest: "test",
  "fast-check": "test",
};

/** Doors to the machine that the pure engine must not touch. */
const impure = /^node:|^(hono|pino|zod)/;

const files = (folder: string): string[] =>
  readdirSync(join(root, folder), { recursive: true, withFileTypes: true })
    .filter(
      (entry) => entry.isFile() && /\.tsx?$/.test(entry.name) && !entry.parentPath.includes("node_modules"),
    )
    .map((entry) => relative(root, join(entry.parentPath, entry.name)));

const importsOf = (file: string): string[] =>
  [...readFileSync(join(root, file), "utf8").matchAll(/(?:from|import)\s*\(?\s*"([^"]+)"/g)].map(
    (match) => match[1],
  );

const packageOf = (name: string) =>
  name
    .split("/")
    .slice(0, name.startsWith("@") ? 2 : 1)
    .join("/");

/** The only rooms where folders meet: the main path, and the fronts of engine and library. */
const meets = (parts: readonly string[]) => ["plan", "library", "index.ts"].includes(parts[1]);

/** The one noun that speaks: the message of an error is its English sentence. */
const speaking = join("src", "errors.ts");

/** Inside a folder families import to the left only; what lies beside them are its nouns and its front. */
const families: Record<string, readonly string[]> = {
  "src/ingest": ["cells", "table", "columns", "shapes", "typed", "master", "orders"],
  "src/models": ["series", "local", "panel", "intermittent", "mixture", "combine", "pool", "stability"],
  "src/signals": ["fit", "detectors", "life"],
  "src/replenish": [
    "textbook",
    "demand",
    "service",
    "cost",
    "lots",
    "policies",
    "item",
    "suppliers",
    "explain",
    "replay",
  ],
  api: [
    "threads",
    "ndjson",
    "tables",
    "workbooks",
    "run",
    "stages",
    "store",
    "jobs",
    "batch",
    "http",
    "commands",
  ],
};

/** True when an import goes from one family to one on its right. */
function isAgainstFamilies(file: string, target: string): boolean {
  for (const [folder, order] of Object.entries(families)) {
    if (!file.startsWith(`${folder}/`) || !target.startsWith(`${folder}/`)) continue;
    const family = (path: string) => order.indexOf(path.slice(folder.length + 1).split("/")[0]);
    if (family(file) >= 0 && family(target) > family(file)) return true;
  }
  return false;
}

/** Every broken rule of the imports in `file`, as "file -> import". */
function broken(file: string, imports: readonly string[]): string[] {
  const parts = file.split(sep);
  const folder = parts[0] === "src" && parts.length > 2 ? parts[1] : "";
  return imports
    .filter((name) => {
      if (!name.startsWith(".")) {
        const home = homes[packageOf(name)];
        if (home !== undefined && !file.startsWith(home.split("/").join(sep)) && parts[0] !== "test")
          return true;
        return parts[0] === "src" && impure.test(name);
      }
      const path = normalize(join(dirname(file), name));
      const target = path.split(sep);
      if (isAgainstFamilies(file, path)) return true;
      if (parts[0] === "src") {
        if (target[0] !== "src") return true;
        if (file === speaking && target[1] === "words") return false;
        if (meets(parts)) return false;
        if (meets(target)) return true;
        if (target.length === 2) return false;
        return target[1] !== folder && !(mayImport[folder] ?? []).includes(target[1]);
      }
      if (parts[0] === "api" || parts[0] === "benchmarks") {
        return target[0] === "src" && target.join("/") !== "src/index.ts";
      }
      return false;
    })
    .map((name) => `${file} -> ${name}`);
}

/** Circles of imports, those of types included: each as the files on the way round. */
function circles(importsOfFile: ReadonlyMap<string, readonly string[]>): string[][] {
  const found: string[][] = [];
  const state = new Map<string, "open" | "done">();
  const path: string[] = [];
  const visit = (file: string) => {
    if (state.get(file) === "done") return;
    if (state.get(file) === "open") {
      found.push([...path.slice(path.indexOf(file)), file]);
      return;
    }
    state.set(file, "open");
    path.push(file);
    for (const next of importsOfFile.get(file) ?? []) visit(next);
    path.pop();
    state.set(file, "done");
  };
  for (const file of importsOfFile.keys()) visit(file);
  return found;
}

const filesImportedBy = (file: string): string[] =>
  importsOf(file)
    .filter((name) => name.startsWith("."))
    .map((name) => normalize(join(dirname(file), name)));

test("no file imports itself round a circle, not even for a type", () => {
  const all = ["src", "api", "benchmarks", "datasets"].flatMap(files);
  expect(circles(new Map(all.map((file) => [file, filesImportedBy(file)])))).toEqual([]);
  expect(
    circles(
      new Map([
        ["a", ["b"]],
        ["b", ["a"]],
      ]),
    ),
  ).toHaveLength(1);
});

test("no folder holds more than 25 files of its own", () => {
  const count = new Map<string, number>();
  for (const file of ["src", "api", "benchmarks", "datasets", "test"].flatMap(files))
    count.set(dirname(file), (count.get(dirname(file)) ?? 0) + 1);
  expect([...count].filter(([, n]) => n > 25)).toEqual([]);
});

test("every import keeps the direction of the layers, and every package its home", () => {
  const offences = ["src", "api", "benchmarks", "datasets"]
    .flatMap(files)
    .flatMap((f) => broken(f, importsOf(f)));
  expect(offences).toEqual([]);
});

test("a planted import against the direction is found", () => {
  expect(broken(join("src", "numeric", "a.ts"), ["../models/index.ts"])).toHaveLength(1);
  expect(broken(join("src", "demand", "a.ts"), ["luxon"])).toHaveLength(1);
  expect(broken(join("src", "order.ts"), ["./plan/plan.ts", "./item.ts"])).toHaveLength(1);
  expect(broken(join("src", "ingest", "cells", "a.ts"), ["../table/text.ts"])).toHaveLength(1);
  expect(broken(join("src", "kpis", "a.ts"), ["node:fs"])).toHaveLength(1);
  expect(broken(join("api", "app.ts"), ["../src/plan/plan.ts"])).toHaveLength(1);
});

test("nothing in the engine reads clock, chance or console", () => {
  const offences = files("src").filter((file) =>
    /Math\.random|Date\.now|new Date\(\)|DateTime\.(now|local)\(|console\./.test(
      readFileSync(join(root, file), "utf8"),
    ),
  );
  expect(offences).toEqual([]);
});
