import { existsSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { tables } from "./page/tables.ts";
import { updatePage } from "./results.ts";
import { root } from "./sets.ts";

/** The few calls of danfojs-node that the table needs; it ships its own, wider types. */
interface Frame {
  readonly columns: string[];
  readonly shape: [number, number];
  loc(of: { rows?: unknown; columns?: string[] }): Frame;
  query(condition: unknown): Frame;
  groupby(columns: string[]): { col(columns: string[]): { mean(): Frame; min(): Frame; count(): Frame } };
  describe(): Frame;
  rename(names: Record<string, string>): Frame;
  sortValues(column: string): Frame;
  print(): void;
  column(name: string): { eq(value: string): unknown };
}
interface Danfo {
  readCSV(path: string): Promise<Frame>;
  merge(of: { left: Frame; right: Frame; on: string[]; how: "inner" | "left" }): Frame;
  toCSV(frame: Frame, options?: { download?: boolean }): string;
}

/** Not written out in an import, since bedarf runs without it. */
const packageName = "danfojs-node";

async function danfo(): Promise<Danfo | undefined> {
  if (!existsSync(join(root, "benchmarks", "node_modules", packageName))) return undefined;
  return (await import(packageName)) as Danfo;
}

/**
 * `bench table [FILE.csv] [--out FILE]`: results as a data frame: mean by model, description, join with speed, CSV.
 * `bench table --page`: the five tables of benchmarks/README.md made anew from the stored results; needs no danfojs.
 */
export async function run(args: readonly string[]): Promise<number> {
  if (args.includes("--page")) {
    for (const [name, table] of Object.entries(tables)) updatePage(name, table());
    return 0;
  }
  const dfd = await danfo();
  if (dfd === undefined) {
    process.stderr.write("danfojs is not installed: run npm ci in benchmarks/ first (about 335 MB)\n");
    return 2;
  }
  const out = args.indexOf("--out");
  const named = args.filter((_, k) => k !== out && (out < 0 || k !== out + 1));
  const results = join(root, "benchmarks", "results");
  const scores = await dfd.readCSV(named[0] ?? join(results, "accuracy.csv"));
  const measure =
    scores.columns.find((name) => name === "MASE") ?? scores.columns[scores.columns.length - 1] ?? "";
  const means = scores.groupby(["model"]).col([measure]).mean();
  means.sortValues(`${measure}_mean`).print();
  scores
    .loc({ columns: ["MASE", "RMSSE"].filter((name) => scores.columns.includes(name)) })
    .describe()
    .print();
  let table = scores;
  if (named.length === 0) {
    const speed = (await dfd.readCSV(join(results, "speed.csv"))).loc({
      columns: ["set", "part", "ms per series"],
    });
    const ours = scores.query(scores.column("model").eq("bedarf"));
    const pair = ours.loc({ columns: ["set", "part", "MASE"] });
    table = dfd.merge({ left: pair, right: speed, on: ["set", "part"], how: "inner" });
    table.print();
  }
  if (out >= 0 && args[out + 1] !== undefined) {
    writeFileSync(args[out + 1], dfd.toCSV(table, { download: false }));
  }
  return 0;
}
