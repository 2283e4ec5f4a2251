import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { type Random, random } from "../../datasets/make/random.ts";
import { used } from "./usage.ts";

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

/** What so many requests take, and how many of them are answered. */
export async function suggestCost(folder: string, program: string, items: number) {
  const file = join(folder, "items.ndjson");
  writeFileSync(file, Array.from({ length: items }, (_, k) => `${request(k)}\n`).join(""));
  const { seconds, nodes, out } = await used([process.execPath, program, "suggest", file]);
  const answers = out.split("\n").filter((line) => line.includes('"quantity":')).length;
  return { answers, seconds, nodes };
}
