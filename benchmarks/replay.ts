// Ordering on the past: stock, service and cost of the engine against textbook policies at equal fill.
// `npm run bench -- replay [man|carparts|oil|auto]…` writes benchmarks/results/replay-NAME.json.
import { mkdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import {
  asIsPolicy,
  bucketClock,
  type EnginePolicy,
  enginePolicies,
  forecastSeries,
  learnPool,
  naivePolicy,
  oraclePolicy,
  type PolicyResult,
  planningLevels,
  type ReplayPolicy,
  type Series,
  simulate,
  summaryOf,
} from "../src/index.ts";
import { comparison, curvesOf } from "./replay/frontier.ts";
import { type Shop, shops } from "./replay/shops.ts";
import { knowledge, type TextbookMethod, type TextbookPolicy, textbookPolicy } from "./replay/textbook.ts";
import { dataRoot } from "./sets.ts";

const targets = [0.9, 0.925, 0.95, 0.965, 0.98, 0.99];
const methods: readonly TextbookMethod[] = ["normal", "negative-binomial", "empirical"];
const lotRules = ["each", "economic"] as const;
/** Cost of a unit short, as a multiple of a price of 10: the newsvendor's critical ratios follow. */
const shortCosts = [0.03, 0.1, 0.3, 1, 3];
const daysPerStep = { week: 7, month: 30.4369 };

/** Every textbook policy of the sweep; the name up to the last blank is its curve. */
function textbook(): TextbookPolicy[] {
  return lotRules.flatMap((lots) =>
    methods.flatMap((method) => [
      ...targets.map((target) => ({ name: `${method} ${lots} ${target}`, method, target, lots })),
      ...shortCosts.map((short) => ({ name: `newsvendor-${method} ${lots} ${short}`, method, short, lots })),
    ]),
  );
}

function engine(): EnginePolicy[] {
  const scopes = ["assortment", "item"] as const;
  return lotRules.flatMap((lots) =>
    scopes.flatMap((scope) =>
      [0.8, 0.85, ...targets.filter((target) => [0.9, 0.95, 0.98, 0.99].includes(target))].map((target) => ({
        name: `bedarf-${scope} ${lots} ${target}`,
        target,
        scope,
        lots,
      })),
    ),
  );
}

/** Forecasts from what was known before a step; what the items share is learned twice a year. */
function forecaster({ items, span, bucket, period, start, stepsPerYear }: Shop) {
  const horizon = Math.max(...items.map(({ leadSteps }) => leadSteps)) + span.reviewSteps + 4;
  const seriesAt = (k: number, step: number): Series => ({
    item: items[k].item,
    bucket,
    period,
    start,
    values: items[k].demand.slice(0, step),
  });
  let pool: ReturnType<typeof learnPool> = null;
  let learned = Number.NEGATIVE_INFINITY;
  return (step: number, asked: readonly number[]) => {
    if (step - learned >= stepsPerYear / 2) {
      const panel = items.map((_, k) => seriesAt(k, step)).filter(({ values }) => values.some((x) => x > 0));
      pool = learnPool(panel, { horizon });
      learned = step;
    }
    return asked.map((k) => forecastSeries(seriesAt(k, step), { horizon, levels: planningLevels, pool }));
  };
}

/** A shop with every policy, each policy of ours beside the best textbook one at its fill. */
export async function lived(shop: Shop) {
  const { items, span } = shop;
  const began = performance.now();
  const ours = await enginePolicies(items, span, bucketClock(shop.bucket), forecaster(shop), engine());
  const seconds = (performance.now() - began) / 1000;
  const known = knowledge(items, span);
  const all: ReplayPolicy[] = [
    ...ours,
    ...textbook().map((policy) => textbookPolicy(items, span, known, policy)),
    naivePolicy(items, 12, span.reviewSteps),
    oraclePolicy(items, span.reviewSteps),
    ...(items.some(({ reorderPoint }) => reorderPoint !== undefined) ? [asIsPolicy(items)] : []),
  ];
  const results: PolicyResult[] = [];
  for (const policy of all) {
    results.push(summaryOf(items, span, await simulate(items, span, policy), daysPerStep[shop.bucket]));
  }
  return { results, compared: comparison(results), seconds };
}

async function replayShop(shop: Shop): Promise<void> {
  const { items, span } = shop;
  const { results, compared, seconds } = await lived(shop);
  report(shop, results, compared, seconds);
  const folder = join(import.meta.dirname, "results");
  mkdirSync(folder, { recursive: true });
  const rounded = (_: string, value: unknown) =>
    typeof value === "number" ? Number(value.toPrecision(6)) : value;
  const content = { set: shop.name, items: items.length, span, comparison: compared, policies: results };
  writeFileSync(join(folder, `replay-${shop.name}.json`), `${JSON.stringify(content, rounded, 1)}\n`);
}

function report(
  shop: Shop,
  results: readonly PolicyResult[],
  compared: ReturnType<typeof comparison>,
  seconds: number,
) {
  const print = (text: string) => process.stdout.write(`${text}\n`);
  print(
    `\n${shop.name}: ${shop.items.length} items, ${shop.span.end - shop.span.count} ${shop.bucket}s counted`,
  );
  print(
    `forecasts and levels of ${results.filter(({ policy }) => policy.startsWith("bedarf")).length} variants: ${seconds.toFixed(1)} s`,
  );
  print(
    "policy                             fill  by value  stock      lines   cost     | best textbook at that fill, ours / it, gap by value",
  );
  for (const row of results.filter(({ policy }) => policy.startsWith("bedarf"))) {
    const { best, stockRatio, valueGap } = compared.points.find(({ policy }) => policy === row.policy) ?? {};
    print(
      [
        row.policy.padEnd(34),
        row.fillRate.toFixed(3),
        row.fillRateByValue.toFixed(3).padStart(7),
        Math.round(row.averageStockValue).toString().padStart(10),
        row.orderLines.toString().padStart(7),
        Math.round(row.totalCost).toString().padStart(9),
        `| ${best ?? "beyond every textbook policy"} ${stockRatio?.toFixed(3) ?? ""} ${valueGap?.toFixed(3) ?? ""}`,
      ].join(" "),
    );
  }
  for (const [name, curve] of curvesOf(results)) {
    if (name.startsWith("bedarf")) continue;
    const cells = curve.map(
      ({ fillRate, averageStockValue, totalCost }) =>
        `${fillRate.toFixed(3)}@${Math.round(averageStockValue / 1000)}k/${Math.round(totalCost / 1000)}k`,
    );
    print(`${name.padEnd(34)} ${cells.join("  ")}`);
  }
  print(
    `lowest total cost: ${compared.cheapest.policy} ${Math.round(compared.cheapest.totalCost)}; textbook ${compared.cheapestTextbook.policy} ${Math.round(compared.cheapestTextbook.totalCost)}`,
  );
}

/** Replays the named sets (all without a name); a set whose data are absent is skipped with a line. */
export async function run(args: readonly string[]): Promise<number> {
  const names = args.length > 0 ? args : Object.keys(shops);
  for (const name of names) {
    if (!Object.hasOwn(shops, name)) {
      process.stderr.write(`replay knows ${Object.keys(shops).join(", ")}, not ${name}\n`);
      return 2;
    }
    const shop = shops[name]();
    if (shop === undefined)
      process.stderr.write(`SKIP ${name}: absent under ${dataRoot} (set BEDARF_DATA)\n`);
    else await replayShop(shop);
  }
  return 0;
}
