// The past lived again against a firm's own reorder points and maxima, through the door that users use, on data that
// nothing was tuned on. `npm run bench -- replay-min-max [SET]… [--bucket day|week|month]`.
import { mkdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { checkedConfig } from "../api/plan-config.ts";
import { replayInput } from "../api/replay-shop.ts";
import { threads } from "../api/threads.ts";
import { type Bucket, buckets, type PolicyResult, replay } from "../src/index.ts";
import { bytesSource } from "../src/ingest/source.ts";
import { minMaxShops } from "./replay/min-max-shops.ts";

const source = (name: string, text: string) => bytesSource(name, new TextEncoder().encode(text));

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

const targets = [0.9, 0.95, 0.98];

export async function run(args: readonly string[]): Promise<number> {
  const at = args.indexOf("--bucket");
  const bucket = buckets.find((one): one is Bucket => one === args[at + 1]) ?? "auto";
  const named = args.filter((_, k) => at < 0 || (k !== at && k !== at + 1));
  const names = named.length > 0 ? named : Object.keys(minMaxShops);
  const rows: object[] = [];
  const { options } = checkedConfig({});
  for (const name of names) {
    const shop = minMaxShops[name]?.();
    if (shop === undefined) {
      process.stderr.write(`SKIP ${name}: unknown, or absent under the data folder (set BEDARF_DATA)\n`);
      continue;
    }
    for (const target of targets) {
      const workers = threads();
      try {
        const { input } = replayInput(
          [source("orders.csv", shop.orders)],
          [source("items.csv", shop.items)],
          {
            from: shop.from,
            to: shop.to,
            reviewDays: 7,
            target,
            holdingRatePerYear: options.holdingRatePerYear,
            orderCost: options.orderCost,
            state: options.state,
            bucket,
            reading: {},
          },
          workers,
          () => {},
        );
        const { result } = await replay(input);
        const of = (policy: string) => result.policies.find((one) => one.policy === policy) as PolicyResult;
        const [ours, item, now] = [of("bedarf"), of("bedarf-by-item"), of("as-is")];
        const equal = stockAt(result.frontier, now.fillRate);
        rows.push({
          set: shop.name,
          items: result.items,
          bucket: result.bucket,
          target,
          fill: ours.fillRate,
          fillByValue: ours.fillRateByValue,
          stock: ours.averageStockValue,
          cost: ours.totalCost,
          fillByItem: item.fillRate,
          stockByItem: item.averageStockValue,
          asIsFill: now.fillRate,
          asIsFillByValue: now.fillRateByValue,
          asIsStock: now.averageStockValue,
          asIsCost: now.totalCost,
          stockAtEqualFill: equal === undefined ? null : equal / now.averageStockValue,
        });
        process.stdout.write(
          `${JSON.stringify(rows.at(-1), (_, x) => (typeof x === "number" ? Number(x.toPrecision(4)) : x))}\n`,
        );
      } finally {
        await workers.close();
      }
    }
  }
  const folder = join(import.meta.dirname, "results");
  mkdirSync(folder, { recursive: true });
  const rounded = (_: string, value: unknown) =>
    typeof value === "number" ? Number(value.toPrecision(6)) : value;
  writeFileSync(join(folder, "replay-min-max.json"), `${JSON.stringify(rows, rounded, 1)}\n`);
  return 0;
}
