// `npm run bench -- scale PART [ITEMS…]`: what a plan costs in one piece, in parts and on Spark; PART is one of the table below.
import { execFileSync } from "node:child_process";
import { mkdirSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from "node:fs";
import { loadavg, tmpdir } from "node:os";
import { join } from "node:path";
import { conditions, readResult } from "../results.ts";
import { root } from "../sets.ts";
import { joinCosts } from "./joins.ts";
import { suggestCost } from "./suggest.ts";
import { used } from "./usage.ts";

type Figures = Readonly<Record<string, number | string>>;

const bedarf = [join(root, "bin", "bedarf.js")] as const;
const node = process.execPath;
const rounded = (value: number, digits = 2): number => +value.toFixed(digits);
const cpuOf = (nodes: readonly { readonly cpuSeconds: number }[]): number =>
  nodes.reduce((sum, { cpuSeconds }) => sum + cpuSeconds, 0);
const peakOf = (nodes: readonly { readonly peakMb: number }[]): number =>
  Math.max(...nodes.map(({ peakMb }) => peakMb));

interface Made {
  readonly orders: string;
  readonly items: string;
}

/** Generated orders of so many items over three years, with so many lines each. */
function made(folder: string, items: number, linesAnItem = 50): Made {
  const files = { orders: join(folder, "orders.csv"), items: join(folder, "items.csv") };
  execFileSync(node, [
    join(root, "datasets/make/orders.ts"),
    ...["--lines", String(items * linesAnItem), "--items", String(items), "--months", "36", "--seed", "1"],
    ...["--out", files.orders, "--items-out", files.items],
  ]);
  return files;
}

/** Reads a file with a package alone, as a program of its own: its name, the file. */
const parsing = `import{createReadStream}from"node:fs";const{parse}=await import(process.argv[1]);
for await(const row of createReadStream(process.argv[2]).pipe(parse()));`;

/** A plan on one machine beside csv-parse, of all lines and of a quarter of them. */
async function one(folder: string, items = 20_000): Promise<Figures> {
  const measured = async (count: number) => {
    const files = made(folder, count);
    const csv = await used([node, "--input-type=module", "-e", parsing, "csv-parse", files.orders]);
    const out = join(folder, "out");
    const command = [node, ...bedarf, "plan", files.orders, "--items", files.items, "--out", out] as const;
    const { seconds, nodes } = await used([...command]);
    const csvCpu = cpuOf(csv.nodes);
    return { csvSeconds: csv.seconds, csvCpu, seconds, cpu: cpuOf(nodes), peakMb: peakOf(nodes) };
  };
  const all = await measured(items);
  const quarter = await measured(items / 4);
  return {
    items,
    "seconds / csv-parse's": rounded(all.seconds / all.csvSeconds),
    "CPU / csv-parse's": rounded(all.cpu / all.csvCpu),
    seconds: rounded(all.seconds),
    "CPU s": rounded(all.cpu),
    "csv-parse s": rounded(all.csvSeconds),
    "peak MB": rounded(all.peakMb, 0),
    "peak MB of a quarter": rounded(quarter.peakMb, 0),
    "CPU / a quarter's": rounded(all.cpu / quarter.cpu),
  };
}

/** Processor seconds of Java and Python over those of the node children, on a cluster of two local workers. */
async function spark(folder: string, items = 20_000, config = ""): Promise<Figures> {
  const files = made(folder, items);
  const python = process.env.BEDARF_PYTHON ?? "python3";
  const given = ["--items", files.items, ...(config === "" ? [] : ["--config", config])];
  const home = execFileSync(
    python,
    ["-c", "import os, pyspark; print(os.path.dirname(pyspark.__file__), end='')"],
    { encoding: "utf8" },
  );
  const command = [node, ...bedarf, "spark", "plan", "--lines", files.orders, ...given] as const;
  const { seconds, nodes, ...others } = await used(
    [...command, "--tasks", "2", "--master", "local-cluster[2,1,1024]", "--out", join(folder, "out")],
    "bedarf: signals",
    {
      PYSPARK_PYTHON: python,
      SPARK_HOME: home,
      SPARK_LOCAL_IP: "127.0.0.1",
      PYSPARK_SUBMIT_ARGS: "--driver-memory 1g pyspark-shell",
    },
  );
  const children = nodes.filter(({ what }) => /^(?:bedarf|cli)\S* part (?!demand)/.test(what));
  const [java, pythons] = [others.java - others.javaStart, others.python - others.pythonStart];
  const childCpu = cpuOf(children);
  return {
    items,
    "ms CPU an item": rounded((1000 * childCpu) / items),
    "node children, CPU s": rounded(childCpu),
    "Java, CPU s": rounded(java),
    "Python, CPU s": rounded(pythons),
    "overhead, %": rounded((100 * (java + pythons)) / childCpu),
    "start of the cluster, CPU s": rounded(others.javaStart + others.pythonStart),
    "children of node": children.length,
    "peak MB of a child": rounded(peakOf(children), 0),
    seconds: rounded(seconds),
  };
}

/** What a child costs that gets no parts, against what 20,000 items cost it, stage by stage. */
async function starts(folder: string, items = 600): Promise<Figures> {
  const files = made(folder, items);
  const at = (k: number) => join(folder, String(k));
  execFileSync(node, [...bedarf, "part", "demand", files.orders, "--items", files.items, "--out", at(0)]);
  const empty = join(folder, "empty");
  mkdirSync(empty);
  let [idle, busy, stages] = [0, 0, 0];
  for (let stage = "signals"; stage !== ""; stages++) {
    const given = [...bedarf, "part", stage, "--shared", join(at(stages), "shared")];
    const to = ["--out", at(stages + 1)];
    const cost = async (from: string) => cpuOf((await used([node, ...given, "--in", from, ...to])).nodes);
    const nothing = Math.min(await cost(empty), await cost(empty));
    idle += nothing;
    busy += (await cost(at(stages))) - nothing;
    const sums = readdirSync(at(stages + 1)).filter((name) => name.endsWith(".sums"));
    const paths = sums.map((name) => join(at(stages + 1), name));
    const next = join(at(stages + 1), stage === "settle" ? "plan" : "shared");
    const said = execFileSync(
      node,
      [...bedarf, "join", stage, ...paths, "--shared", join(at(stages), "shared"), "--out", next],
      { encoding: "utf8" },
    );
    stage = said.trim();
  }
  const many = 20_000;
  return {
    items,
    stages,
    "CPU s of a start": rounded(idle / stages, 3),
    "ms CPU an item": rounded((1000 * busy) / items),
    "starts, % of 20,000 items": rounded((100 * idle) / ((busy / items) * many)),
  };
}

/** Processor time an item of a plan in one piece, for more and more items. */
async function growth(folder: string, ...counts: number[]): Promise<Figures> {
  const figures: Record<string, number> = {};
  for (const items of counts.length > 0 ? counts : [10_000, 40_000, 160_000]) {
    const files = made(folder, items);
    const out = join(folder, "out");
    const { nodes } = await used([
      ...([node, ...bedarf, "plan", files.orders] as const),
      ...["--items", files.items, "--out", out],
    ]);
    figures[`ms CPU an item, ${items} items`] = rounded((1000 * cpuOf(nodes)) / items, 3);
    figures[`peak MB, ${items} items`] = rounded(peakOf(nodes), 0);
  }
  return figures;
}

/** What joins cost where parts of 500 items are as many as a plan of so many items has. */
async function joins(folder: string, items = 1_000_000): Promise<Figures> {
  const partItems = 500;
  const figures: Record<string, number> = {};
  const costs = joinCosts(folder, [node, ...bedarf], made(folder, partItems), items / partItems);
  for await (const { stage, joinCpuSeconds, joinPeakMb, partCpuSeconds, partPeakMb } of costs) {
    figures[`join ${stage}, CPU s`] = rounded(joinCpuSeconds, 1);
    figures[`join ${stage}, peak MB`] = rounded(joinPeakMb, 0);
    figures[`part ${stage}, CPU s`] = rounded(partCpuSeconds, 1);
    figures[`part ${stage}, peak MB`] = rounded(partPeakMb, 0);
    process.stderr.write(`${stage}: ${JSON.stringify(figures)}\n`);
  }
  return { items, ...figures };
}

/** What the stateless door takes for so many items of 36 months. */
async function suggest(folder: string, items = 10_000): Promise<Figures> {
  const { answers, seconds, nodes } = await suggestCost(folder, bedarf[0], items);
  return {
    items,
    answers,
    seconds: rounded(seconds, 1),
    "CPU s": rounded(cpuOf(nodes), 1),
    "peak MB": rounded(peakOf(nodes), 0),
  };
}

const parts = { one, spark, starts, growth, joins, suggest } as const;

export async function run(args: readonly string[]): Promise<number> {
  const [name = "", ...rest] = args;
  const part = Object.entries(parts).find(([known]) => known === name)?.[1];
  if (part === undefined) {
    process.stderr.write(`usage: npm run bench -- scale ${Object.keys(parts).join("|")} [ITEMS…]\n`);
    return 2;
  }
  const folder = mkdtempSync(join(tmpdir(), "bedarf-scale-"));
  const load = rounded(loadavg()[0] ?? 0, 1);
  try {
    const figures = await (part as (folder: string, ...counts: unknown[]) => Promise<Figures>)(
      folder,
      ...rest.map((one) => (/^\d+$/.test(one) ? Number(one) : one)),
    );
    const row = { ...figures, "load at the start": load, ...conditions() };
    process.stdout.write(`${JSON.stringify(row, null, 1)}\n`);
    const path = join(root, "benchmarks", "results", "scale.json");
    writeFileSync(path, `${JSON.stringify({ ...readResult("scale"), [name]: row }, null, 1)}\n`);
    return 0;
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}
