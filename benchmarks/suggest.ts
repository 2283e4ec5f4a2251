// `npm run bench -- suggest [ITEMS]`: what `bedarf suggest` takes for so many items (10,000) of 36 months.
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { loadavg, tmpdir } from "node:os";
import { join } from "node:path";
import { type Random, random } from "../datasets/make/random.ts";
import { conditions } from "./results.ts";
import { used } from "./scale/usage.ts";
import { root } from "./sets.ts";

const months = 36;

/** Four kinds of demand in turn: with a season, intermittent, rare, growing. */
const kinds: readonly ((level: number, t: number, random: Random) => number)[] = [
  (level, t, { between }) => level * (1 + 0.4 * Math.sin((2 * Math.PI * t) / 12)) * between(0.6, 1.4),
  (_, __, { next, below }) => (next() < 0.3 ? 1 + below(6) : 0),
  (_, __, { next, below }) => (next() < 0.08 ? 1 + below(3) : 0),
  (level, t, { between }) => level * (1 + t / 60) * between(0.5, 1.5),
];

function request(k: number): string {
  const from = random(1, `item ${k}`);
  const level = from.betweenLog(1, 150);
  const demand = kinds[k % kinds.length];
  return JSON.stringify({
    item: `I${k}`,
    bucket: "month",
    start: "2023-11-01",
    asOf: "2026-11-01",
    values: Array.from({ length: months }, (_, t) => Math.round(demand(level, t, from))),
    onHand: from.below(Math.ceil(level)),
    onOrder: [],
    leadTimeDays: 5 + from.below(60),
    reviewDays: 7,
    unitCost: Math.round(from.between(100, 5100)) / 100,
    minimumOrder: 1 + from.below(20),
  });
}

export async function run([count = "10000"]: readonly string[]): Promise<number> {
  const items = Number(count);
  if (!Number.isInteger(items) || items < 1) {
    process.stderr.write("usage: npm run bench -- suggest [ITEMS]\n");
    return 2;
  }
  const folder = mkdtempSync(join(tmpdir(), "bedarf-suggest-"));
  const load = loadavg()[0] ?? 0;
  try {
    const file = join(folder, "items.ndjson");
    writeFileSync(file, Array.from({ length: items }, (_, k) => `${request(k)}\n`).join(""));
    const program = join(root, "bin", "bedarf.js");
    const { seconds, nodes, out } = await used([process.execPath, program, "suggest", file]);
    const answers = out.trimEnd().split("\n");
    const row = {
      items,
      answers: answers.filter((line) => line.includes('"quantity":')).length,
      seconds: +seconds.toFixed(1),
      "CPU s": +nodes.reduce((sum, { cpuSeconds }) => sum + cpuSeconds, 0).toFixed(1),
      "peak MB": Math.round(Math.max(...nodes.map(({ peakMb }) => peakMb))),
      "load at the start": +load.toFixed(1),
      ...conditions(),
    };
    process.stdout.write(`${JSON.stringify(row, null, 1)}\n`);
    writeFileSync(join(root, "benchmarks", "results", "suggest.json"), `${JSON.stringify(row, null, 1)}\n`);
    return 0;
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}
