// How far any fixed fraction can come where lost sales cost 1 and leftovers .20 a week: quantiles of the last weeks
// (empirical, negative binomial) under one rule over all fractions, our own from benchmarks/results/lost-sales.json, and
// what nobody can save. `npm run bench -- lost-sales fractions [m5-tiny|online-retail]…` writes
// benchmarks/results/lost-sales-fractions.json.
import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { type WeeklyShop, weeklyShops } from "./shops.ts";
import { leadWeeks, type OrderRule, windowCost } from "./window.ts";

const results = join(import.meta.dirname, "..", "results");
const fractions = Array.from({ length: 19 }, (_, k) => 0.5 + k / 40);

/** Demand of a week at a level, from the weeks before. */
type Source = (past: readonly number[], level: number) => number;

/** A value of the past weeks at a level, between the two it falls on. */
function empirical(past: readonly number[], level: number): number {
  const sorted = [...past].sort((a, b) => a - b);
  const at = level * (sorted.length - 1);
  const [low = 0, high = low] = sorted.slice(Math.floor(at), Math.floor(at) + 2);
  return low + (at - Math.floor(at)) * (high - low);
}

/** The same of a negative binomial (Poisson where the weeks spread no more) with their mean and variance. */
function negativeBinomial(past: readonly number[], level: number): number {
  const mean = past.reduce((sum, value) => sum + value, 0) / past.length;
  if (!(mean > 0)) return 0;
  const variance = past.reduce((sum, value) => sum + (value - mean) ** 2, 0) / Math.max(1, past.length - 1);
  const size = variance > mean * 1.001 ? mean ** 2 / (variance - mean) : mean * 1000;
  const share = mean / (mean + size);
  let log = size * Math.log1p(-share);
  let sum = Math.exp(log);
  let count = 0;
  for (; sum < level && count < 100 * (mean + 10); count++) {
    log += Math.log((size + count) / (count + 1)) + Math.log(share);
    sum += Math.exp(log);
  }
  return count;
}

const sources: Readonly<Record<string, Source>> = { empirical, negativeBinomial };

/** Orders what the week after the arrival needs at a level, less what is expected to be left by then. */
function ruleOf({ items }: WeeklyShop, source: Source, weeks: number, level: number): OrderRule {
  return (item, week, { onHand, coming }) => {
    const past = Array.from(
      items[item]?.sales.slice(Math.max(0, week - weeks), week) ?? [],
      (sold) => sold || 0,
    );
    const usual = past.reduce((sum, sold) => sum + sold, 0) / past.length;
    const left = coming.reduce((stock, arriving) => Math.max(0, stock + arriving - usual), onHand);
    return Math.max(0, Math.round(source(past, level) - left));
  };
}

/** Orders just what the week of the arrival will ask for: what nobody can do better. */
const foresight =
  ({ items }: WeeklyShop): OrderRule =>
  (item, week, { onHand, coming }) => {
    const asked = (ahead: number) => items[item]?.sales[week + ahead] || 0;
    const left = coming.reduce((stock, arriving, k) => Math.max(0, stock + arriving - asked(k)), onHand);
    return Math.max(0, asked(leadWeeks) - left);
  };

/** Cost of each article over all windows. */
const costsOf = (shop: WeeklyShop, rule: OrderRule): number[] =>
  shop.items.map(({ sales }, item) =>
    shop.windows.reduce((sum, first) => sum + windowCost(rule, item, sales, first), 0),
  );

const total = (costs: readonly number[]): number => costs.reduce((sum, cost) => sum + cost, 0);

interface Stored {
  readonly set: string;
  readonly benchmark: number;
  readonly suggest: number;
  readonly bestFixed: { readonly fraction: number; readonly cost: number };
}

function measured(shop: WeeklyShop, stored: Stored) {
  const { benchmark } = stored;
  const unavoidable = total(costsOf(shop, foresight(shop)));
  const rows = Object.entries(sources).flatMap(([name, source]) =>
    [13, 26, 52].map((weeks) => {
      const all = fractions.map((fraction) => ({
        fraction,
        costs: costsOf(shop, ruleOf(shop, source, weeks, fraction)),
      }));
      const [best] = all
        .map(({ fraction, costs }) => ({ fraction, cost: total(costs) }))
        .sort((a, b) => a.cost - b.cost);
      const byItem = total(shop.items.map((_, k) => Math.min(...all.map(({ costs }) => costs[k] ?? 0))));
      return {
        source: name,
        weeks,
        bestFraction: best?.fraction,
        against: (best?.cost ?? 0) / benchmark - 1,
        eachItemItsBest: byItem / benchmark - 1,
      };
    }),
  );
  return {
    set: shop.name,
    benchmark,
    unavoidable: unavoidable / benchmark,
    ours: stored.suggest / benchmark - 1,
    oursBestFraction: stored.bestFixed.cost / benchmark - 1,
    rows,
  };
}

const rounded = (_: string, value: unknown) =>
  typeof value === "number" ? Number(value.toPrecision(4)) : value;

/** Measures the named shops (all without a name); one without data or without a stored result is skipped with a line. */
export function fractionsOf(args: readonly string[]): number {
  const known = JSON.parse(readFileSync(join(results, "lost-sales.json"), "utf8")) as Stored[];
  const found: object[] = [];
  for (const name of args.length > 0 ? args : Object.keys(weeklyShops)) {
    const shop = weeklyShops[name]?.();
    const stored = known.find(({ set }) => set === name);
    if (shop === undefined || stored === undefined) {
      process.stderr.write(
        `SKIP ${name}: unknown, absent under the data folder, or without lost-sales.json\n`,
      );
      continue;
    }
    found.push(measured(shop, stored));
    process.stdout.write(`${JSON.stringify(found.at(-1), rounded, 1)}\n`);
  }
  writeFileSync(join(results, "lost-sales-fractions.json"), `${JSON.stringify(found, rounded, 1)}\n`);
  return 0;
}
