import { execFileSync } from "node:child_process";
import { existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from "node:fs";
import { arch, cpus, platform } from "node:os";
import { join } from "node:path";
import { quoted } from "../src/index.ts";
import { root } from "./sets.ts";

const folder = join(root, "benchmarks", "results");
const pages = join(root, "benchmarks", "docs");

const commit = (): string => {
  try {
    return execFileSync("git", ["rev-parse", "--short", "HEAD"], { cwd: root, encoding: "utf8" }).trim();
  } catch {
    return "unknown";
  }
};

/** Commit, Node and machine of a run, for every row of a result file. */
export const conditions = () => ({
  commit: commit(),
  node: process.versions.node,
  machine: `${platform()} ${arch()} ${cpus()[0]?.model ?? ""} x${cpus().length}`,
});

type Cell = string | number | undefined;
export type Row = Readonly<Record<string, Cell>>;

const text = (cell: Cell): string =>
  cell === undefined ? "" : typeof cell === "number" ? String(+cell.toPrecision(6)) : cell;

/** Writes rows as CSV into benchmarks/results, with the conditions of the run in every row. */
export function writeResults(name: string, rows: readonly Row[]): void {
  mkdirSync(folder, { recursive: true });
  const all = rows.map((row) => ({ ...row, ...conditions() }));
  const columns = [...new Set(all.flatMap((row) => Object.keys(row)))];
  const rowsOfText = [columns, ...all.map((row: Row) => columns.map((column) => text(row[column])))];
  const lines = rowsOfText.map((cells) => cells.map((cell) => quoted(cell, ",")).join(","));
  writeFileSync(join(folder, `${name}.csv`), `${lines.join("\n")}\n`);
}

/** What benchmarks/results/NAME.json holds; nothing where there is no such file. */
export const readResult = (name: string): Readonly<Record<string, unknown>> => {
  const path = join(folder, `${name}.json`);
  return existsSync(path) ? JSON.parse(readFileSync(path, "utf8")) : {};
};

/** A table in Markdown. */
export function markdown(rows: readonly Row[]): string {
  const columns = [...new Set(rows.flatMap((row) => Object.keys(row)))];
  const line = (cells: readonly string[]) => `| ${cells.join(" | ")} |`;
  return [
    line(columns),
    line(columns.map(() => "--")),
    ...rows.map((row) => line(columns.map((c) => text(row[c])))),
  ].join("\n");
}

const between = (text: string, name: string, content: string): string => {
  const start = `<!-- ${name} -->`;
  const from = text.indexOf(start);
  const to = text.indexOf(`<!-- /${name} -->`);
  return from < 0 || to < from
    ? text
    : `${text.slice(0, from + start.length)}\n${content}\n${text.slice(to)}`;
};

/** Replaces what stands between `<!-- name -->` and `<!-- /name -->` in the page of benchmarks that holds them. */
export function updatePage(name: string, content: string): void {
  const files = [
    join(root, "benchmarks", "README.md"),
    ...readdirSync(pages).map((file) => join(pages, file)),
  ];
  const page = files.find((file) => readFileSync(file, "utf8").includes(`<!-- /${name} -->`));
  if (page === undefined) throw new Error(`no page of benchmarks holds <!-- ${name} -->`);
  writeFileSync(page, between(readFileSync(page, "utf8"), name, content));
}
