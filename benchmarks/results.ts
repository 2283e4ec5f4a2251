import { execFileSync } from "node:child_process";
import { existsSync, mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { arch, cpus, platform } from "node:os";
import { join } from "node:path";
import { quoted } from "../src/index.ts";
import { root } from "./sets.ts";

const folder = join(root, "benchmarks", "results");
const readme = join(root, "benchmarks", "README.md");

const commit = (): string => {
  try {
    return execFileSync("git", ["rev-parse", "--short", "HEAD"], { cwd: root, encoding: "utf8" }).trim();
  } catch {
    return "unknown";
  }
};

/** Commit, Node and machine of a run, for every row of a result file. */
const conditions = () => ({
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

/** Replaces the part of benchmarks/README.md between `<!-- name -->` and `<!-- /name -->`. */
export function updateReadme(name: string, content: string): void {
  if (!existsSync(readme)) return;
  const before = readFileSync(readme, "utf8");
  const start = `<!-- ${name} -->`;
  const end = `<!-- /${name} -->`;
  const from = before.indexOf(start);
  const to = before.indexOf(end);
  if (from < 0 || to < from) return;
  writeFileSync(readme, `${before.slice(0, from + start.length)}\n${content}\n${before.slice(to)}`);
}
