// The past lived again against a firm's own reorder points and maxima, by the command that users use, on data that
// nothing was tuned on. `npm run bench -- replay-min-max [SET]… [--bucket day|week|month]`.
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { checkedConfig } from "../api/run/config.ts";
import { sourceOf } from "../api/run/files.ts";
import { replayForecaster } from "../api/threads/replay-forecaster.ts";
import { threads } from "../api/threads/threads.ts";
import { type Bucket, buckets, type PolicyResult, replay, replayFiles } from "../src/index.ts";
import { type MinMaxShop, minMaxShops } from "./replay/min-max-shops.ts";

/** Stock of our frontier at a fill rate, by straight lines; undefined outside. */
function stockAt(frontier: readonly PolicyResult[], fill: number): number | undefined {
  const curve = [...frontier].sort((a, b) => a.fillRate - b.fillRate);
  for (let k = 1; k < curve.length; k++) {
    const [a, b] = [curve[k - 1], curve[k]];
    if (fill < a.fillRate || fill > b.fillRate || b.fillRate === a.fillRate) continue;
    const share = (fill - a.fillRate) / (b.fillRate - a.fillRate);
    return a.averageStockValue + share * (b.averageStockValue - a.averageStockValue);
  }
  return undefined;
}

/** One replay of a shop at 95 %, from files as a user has them. */
async function lived(shop: MinMaxShop, bucket: Bucket | "auto") {
  const folder = mkdtempSync(join(tmpdir(), "bedarf-replay-"));
  const files = (["orders", "items"] as const).map((name) => {
    const file = join(folder, `${name}.csv`);
    writeFileSync(file, shop[name]);
    return sourceOf(file);
  });
  const workers = threads();
  try {
    const { holdingRatePerYear, orderCost, state } = checkedConfig({}).options;
    const { from, to } = shop;
    const settings = { from, to, reviewDays: 7, target: 0.95, holdingRatePerYear, orderCost, state, bucket };
    const { input } = replayFiles(
      { orders: [files[0]], items: [files[1]] },
      { ...settings, reading: {} },
      replayForecaster(workers),
    );
    return (await replay(input)).result;
  } finally {
    await workers.close();
    rmSync(folder, { recursive: true });
  }
}

const rounded = (_: string, value: unknown) =>
  typeof value === "number" ? Number(value.toPrecision(4)) : value;

export async function run(args: readonly string[]): Promise<number> {
  const at = args.indexOf("--bucket");
  const bucket = buckets.find((one): one is Bucket => at >= 0 && one === args[at + 1]) ?? "auto";
  const named = args.filter((_, k) => at < 0 || (k !== at && k !== at + 1));
  const rows: object[] = [];
  for (const name of named.length > 0 ? named : Object.keys(minMaxShops)) {
    const shop = minMaxShops[name]?.();
    if (shop === undefined) {
      process.stderr.write(`SKIP ${name}: unknown, or absent under the data folder (set BEDARF_DATA)\n`);
      continue;
    }
    const began = performance.now();
    const result = await lived(shop, bucket);
    const of = (policy: string) => result.policies.find((one) => one.policy === policy) as PolicyResult;
    const [item, now] = [of("bedarf-by-item"), of("as-is")];
    const equal = stockAt(result.frontier, now.fillRate);
    rows.push({
      set: shop.name,
      items: result.items,
      bucket: result.bucket,
      seconds: (performance.now() - began) / 1000,
      asIs: {
        fill: now.fillRate,
        byValue: now.fillRateByValue,
        stock: now.averageStockValue,
        cost: now.totalCost,
      },
      byItem: {
        target: 0.95,
        fill: item.fillRate,
        byValue: item.fillRateByValue,
        stock: item.averageStockValue,
      },
      frontier: result.frontier.map(
        ({ target, fillRate, fillRateByValue, averageStockValue, totalCost }) => ({
          target,
          fill: fillRate,
          byValue: fillRateByValue,
          stock: averageStockValue,
          cost: totalCost,
        }),
      ),
      stockAtEqualFill: equal === undefined ? null : equal / now.averageStockValue,
    });
    process.stdout.write(`${JSON.stringify(rows.at(-1), rounded)}\n`);
  }
  const folder = join(import.meta.dirname, "results");
  mkdirSync(folder, { recursive: true });
  const file = `replay-min-max${bucket === "auto" ? "" : `-${bucket}`}.json`;
  writeFileSync(join(folder, file), `${JSON.stringify(rows, rounded, 1)}\n`);
  return 0;
}
